import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectImage } from '../../../../electron/photos/inspect-image.ts'
import { aJpeg, aPng, aWebp, foreignPictures } from '../../../support/images.ts'

const text = (value: string) => new TextEncoder().encode(value)

describe('inspectImage', () => {
  it('recognises JPEG, PNG and WebP', async () => {
    expect(inspectImage(await aJpeg())).toEqual({ is: 'accepted', kind: 'jpeg' })
    expect(inspectImage(await aPng())).toEqual({ is: 'accepted', kind: 'png' })
    expect(inspectImage(await aWebp())).toEqual({ is: 'accepted', kind: 'webp' })
  })

  it('names the kinds of picture that Roster does not take', async () => {
    const pictures = await foreignPictures()
    const named = Object.values(pictures).map((picture) => inspectImage(picture))
    const expected = Object.keys(pictures).map((format) => ({ is: 'unsupported', format }))
    expect(named).toEqual(expected)
  })

  it('tells an AVIF from a HEIC by any of its brands', () => {
    const avif = text('\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf')
    expect(inspectImage(avif)).toEqual({ is: 'unsupported', format: 'AVIF' })
  })

  it('recognises an SVG behind a byte order mark, a comment and blank lines', () => {
    const svg = text('\ufeff\n <!-- drawn by hand -->\n<svg width="1">')
    expect(inspectImage(svg)).toEqual({ is: 'unsupported', format: 'SVG' })
  })

  it.each([
    'BMW is the name of a firm and not of a bitmap.',
    'GIFT shop',
    '<html><svg></svg></html>',
    'RIFF....WAVEfmt ',
    'PK\u0003\u0004',
    'x',
  ])('does not take %j for a picture', (value) => {
    expect(inspectImage(text(value))).toEqual({ is: 'unknown' })
  })

  it('tells an empty file from an unknown one', () => {
    expect(inspectImage(new Uint8Array())).toEqual({ is: 'empty' })
  })

  it('answers for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['accepted', 'unsupported', 'unknown', 'empty']).toContain(inspectImage(bytes).is)
      }),
    )
  })
})
