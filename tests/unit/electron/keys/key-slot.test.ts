import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyRing } from '../../../../electron/keys/key-ring.ts'
import {
  isAcceptable,
  type Kdf,
  makeLock,
  openLock,
  parkLock,
  renewLock,
  unparkLock,
} from '../../../../electron/keys/key-slot.ts'
import { directoryId } from '../../../support/store-keys.ts'

const owner = { type: 'administrator', id: 'slot', userId: 'ada' } as const
const key = randomBytes(32)
const kdf: Kdf = {
  algorithm: 'argon2id',
  memory: 65_536,
  passes: 3,
  parallelism: 1,
  salt: randomBytes(16).toString('base64'),
}
const ring = KeyRing.create(directoryId)
const lock = makeLock(ring, owner, key, { kdf, mustChange: true })

describe('a lock', () => {
  it('gives the data key to whoever has its key', () => {
    expect(openLock(directoryId, owner, lock, key)).toEqual(Buffer.from(ring.dataKey))
    expect(openLock(directoryId, owner, lock, randomBytes(32))).toBe('wrong-key')
  })

  it('opens for its owner in its directory alone, as it was made', () => {
    const others = [{ id: 'other' }, { userId: 'eve' }, { type: 'device' as const }]
    for (const other of others)
      expect(openLock(directoryId, { ...owner, ...other }, lock, key)).toBe('wrong-key')
    expect(openLock('other', owner, lock, key)).toBe('wrong-key')
    for (const changed of [{ mustChange: false }, { kdf: { ...kdf, passes: 4 } }])
      expect(openLock(directoryId, owner, { ...lock, ...changed }, key)).toBe('wrong-key')
  })

  it('gives nothing when somebody else put their public key in it', () => {
    const { publicKey, dataKey } = makeLock(ring, owner, randomBytes(32), { kdf, mustChange: true })
    expect(openLock(directoryId, owner, { ...lock, publicKey }, key)).toBe('wrong-key')
    expect(openLock(directoryId, owner, { ...lock, dataKey }, key)).toBe('damaged')
  })

  it('opens with the same key once it was renewed for another data key', () => {
    const next = ring.next(5)
    const renewed = renewLock(next, owner, lock)
    expect(renewed).toMatchObject({ publicKey: lock.publicKey, keyNumber: 2, mustChange: true })
    expect(openLock(directoryId, owner, renewed, key)).toEqual(Buffer.from(next.dataKey))
  })

  it('that is parked comes back for its owner, and to nobody without the data key', () => {
    const parked = parkLock(ring, owner, lock)
    expect(unparkLock(ring, owner, parked)).toEqual(lock)
    expect(unparkLock(ring, { ...owner, id: 'other' }, parked)).toBe(null)
    expect(unparkLock(KeyRing.create(directoryId), owner, parked)).toBe(null)
  })
})

describe('the costs that a slot asks for', () => {
  const usual = { memory: 65_536, passes: 3 }

  it('are borne between what keeps a password safe and what a computer can stand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 22 }), fc.nat(20), (memory, passes) => {
        const expected = memory >= 19 * 1024 && memory <= 2 ** 20 && passes >= 2 && passes <= 10
        expect(isAcceptable({ ...kdf, memory, passes }, usual)).toBe(expected)
      }),
    )
  })

  it('may be those that this Roster uses itself, and need a salt', () => {
    expect(isAcceptable({ ...kdf, memory: 64, passes: 1 }, { memory: 64, passes: 1 })).toBe(true)
    expect(isAcceptable({ ...kdf, salt: '' }, usual)).toBe(false)
  })
})
