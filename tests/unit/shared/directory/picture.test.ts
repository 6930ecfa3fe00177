import { describe, expect, it } from 'vitest'
import { excessOf, pictureKindOf, pictureLimits } from '../../../../shared/directory/picture.ts'

describe('excessOf', () => {
  it('finds nothing wrong with a file of exactly 20 MB', () => {
    expect(excessOf(pictureLimits.bytes)).toBeNull()
  })

  it('never gives the limit itself as the size of a file beyond it', () => {
    expect(excessOf(pictureLimits.bytes + 1)).toEqual({ size: 20.1, limit: 20 })
  })
})

describe('pictureKindOf', () => {
  it.each([
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['webp', [...Buffer.from('RIFF\0\0\0\0WEBPVP8 ')]],
  ])('knows a %s by its first bytes', (kind, bytes) => {
    expect(pictureKindOf(Uint8Array.from(bytes))).toBe(kind)
  })

  it.each([
    ['nothing', ''],
    ['a signature cut short', '\x89PNG'],
    ['a sound in the container of WebP', 'RIFF\0\0\0\0WAVEfmt '],
    ['text', 'A letter, not a picture'],
  ])('takes %s for no picture', (_name, text) => {
    expect(pictureKindOf(Buffer.from(text, 'latin1'))).toBeNull()
  })
})
