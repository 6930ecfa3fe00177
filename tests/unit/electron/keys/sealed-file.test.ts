import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyRing } from '../../../../electron/keys/key-ring.ts'
import { keyNumberOf, openSealedFile, sealFile } from '../../../../electron/keys/sealed-file.ts'
import { directoryId } from '../../../support/store-keys.ts'

const ring = KeyRing.create(directoryId)
const place = { purpose: 'photo', name: 'ada' } as const
const contents = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))

describe('a sealed file', () => {
  it('gives back what was sealed, and is never the same twice', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const file = sealFile(ring, place, content)
        expect(openSealedFile(ring, place, file)).toEqual(content)
        expect(sealFile(ring, place, content)).not.toEqual(file)
      }),
    )
  })

  it('opens with no bit changed, and at no other length', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.nat(7), (content, at, bit) => {
        const file = sealFile(ring, place, content)
        const changed = Buffer.from(file)
        const offset = at % file.length
        changed.writeUInt8(changed.readUInt8(offset) ^ (1 << bit), offset)
        expect(openSealedFile(ring, place, changed)).toBe(null)
        expect(openSealedFile(ring, place, file.subarray(0, offset))).toBe(null)
        expect(openSealedFile(ring, place, Buffer.concat([file, Buffer.alloc(1)]))).toBe(null)
      }),
      { numRuns: 300 },
    )
  })

  it('opens in its own place alone', () => {
    const file = sealFile(ring, place, Buffer.from('a picture'))
    expect(openSealedFile(ring, { purpose: 'photo', name: 'grace' }, file)).toBe(null)
    expect(openSealedFile(ring, { purpose: 'desk', name: 'ada' }, file)).toBe(null)
    expect(openSealedFile(KeyRing.create(directoryId), place, file)).toBe(null)
  })

  it('opens with a retired key, whose number it tells', () => {
    const file = sealFile(ring, place, Buffer.from('a picture'))
    const next = ring.next(7)
    expect(keyNumberOf(file)).toBe(1)
    expect(openSealedFile(next, place, file)?.toString()).toBe('a picture')
    expect(keyNumberOf(sealFile(next, place, Buffer.from('another')))).toBe(2)
  })
})
