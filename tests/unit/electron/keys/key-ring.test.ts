import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { KeyRing } from '../../../../electron/keys/key-ring.ts'
import type { FileHeader } from '../../../../electron/store/format/file-header.ts'
import { directoryId } from '../../../support/store-keys.ts'

const header = (changes: Partial<FileHeader> = {}): FileHeader => ({
  kind: 'segment',
  directoryId,
  segment: 1,
  baseSequence: 0,
  baseTag: Buffer.alloc(16),
  salt: randomBytes(32),
  createdAt: 0,
  repeats: false,
  keyNumber: 1,
  ...changes,
})
const content = Buffer.from('Ada Lovelace')
const bound = Buffer.from('in its place')

describe('a ring of keys', () => {
  it('gives each file a seal of its own, that opens each frame in its place', () => {
    const ring = KeyRing.create(directoryId)
    const [one, other] = [header(), header()]
    const { body, tag } = ring.sealOf(one)?.close(content, bound, 5) ?? {}
    if (!body || !tag) throw new Error('There is no seal.')
    expect(Buffer.from(body).includes(content)).toBe(false)
    expect(ring.sealOf(one)?.open(body, bound, tag, 5)).toEqual(content)
    expect(ring.sealOf(one)?.open(body, bound, tag, 6)).toBe(null)
    expect(ring.sealOf(other)?.open(body, bound, tag, 5)).toBe(null)
    expect(ring.sealOf({ ...one, kind: 'checkpoint' })?.open(body, bound, tag, 5)).toBe(null)
  })

  it('is good for no other directory, and for no file that is not sealed', () => {
    const ring = KeyRing.create(directoryId)
    expect(ring.sealOf(header({ directoryId: 'other' }))).toBe(null)
    expect(ring.sealOf(header({ keyNumber: 0 }))).toBe(null)
    expect(ring.sealOf(header({ keyNumber: 2 }))).toBe(null)
  })

  it('opens what a retired key sealed, and nothing that claims to come later', () => {
    const ring = KeyRing.create(directoryId)
    const early = header({ baseSequence: 4 })
    const { body, tag } = ring.sealOf(early)?.close(content, bound, 0) ?? {}
    const next = ring.next(7)
    expect(next.number).toBe(2)
    expect(body && tag && next.sealOf(early)?.open(body, bound, tag, 0)).toEqual(content)
    expect(next.sealOf(header({ baseSequence: 7 }))).toBe(null)
    expect(next.sealOf(header({ baseSequence: 8 }))).toBe(null)
    expect(next.sealOf(header({ kind: 'checkpoint', baseSequence: 7 }))).not.toBe(null)
    expect(next.sealOf(header({ kind: 'checkpoint', baseSequence: 8 }))).toBe(null)
    expect(next.sealOf(header({ baseSequence: 8, keyNumber: 2 }))).not.toBe(null)
  })

  it('has its retired keys sealed under the one after, and takes none that was tampered with', () => {
    const ring = KeyRing.create(directoryId).next(3).next(9)
    const kept = ring.wrappedRetired
    const dataKey = () => Buffer.from(ring.dataKey)
    expect(KeyRing.open(directoryId, 3, dataKey(), kept).numbers).toEqual([3, 2, 1])
    const later = kept.map((each) => ({ ...each, until: each.until + 1 }))
    expect(KeyRing.open(directoryId, 3, dataKey(), later).numbers).toEqual([3])
    const [one, two] = kept
    const swapped = [
      { ...one, wrapped: two?.wrapped ?? '' },
      { ...two, wrapped: one?.wrapped ?? '' },
    ] as typeof kept
    expect(KeyRing.open(directoryId, 3, dataKey(), swapped).numbers).toEqual([3])
  })

  it('is empty once it is wiped', () => {
    const ring = KeyRing.create(directoryId)
    const key = ring.dataKey
    expect(Buffer.from(key).some((byte) => byte !== 0)).toBe(true)
    ring.wipe()
    expect(Buffer.from(key).every((byte) => byte === 0)).toBe(true)
  })
})
