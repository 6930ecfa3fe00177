import { beforeAll, describe, expect, it } from 'vitest'
import { SharpPhotoPipeline } from '../../../../electron/photos/sharp-photo-pipeline.ts'
import {
  aCmykJpeg,
  aDeepPng,
  aGreyJpeg,
  aJpeg,
  aLargeJpeg,
  aNoisyPng,
  anInterlacedPng,
  anOrientedJpeg,
  aP3Jpeg,
  aPng,
  aPngBomb,
  aProgressiveJpeg,
  aTelephoneJpeg,
  aTransparentPng,
  aWebp,
  type Colour,
  colourAt,
  colours,
  corners,
  cornersOf,
  distance,
  foreignPictures,
  headerOf,
  segmentsOf,
} from '../../../support/images.ts'

let pipeline: SharpPhotoPipeline
// Made before the pipeline switches the readers off, which it does for the whole process.
let foreign: Record<string, Uint8Array>

beforeAll(async () => {
  foreign = await foreignPictures()
  pipeline = await SharpPhotoPipeline.load()
})

const centreOf = async (image: Uint8Array) => {
  const { master } = await pipeline.process(image)
  return colourAt(master, 0.5, 0.5)
}

const pink: Colour = { r: 255, g: 128, b: 128 }

describe('SharpPhotoPipeline', () => {
  it.each([
    ['JPEG', aJpeg],
    ['progressive JPEG', aProgressiveJpeg],
    ['PNG', aPng],
    ['interlaced PNG', anInterlacedPng],
    ['WebP', aWebp],
  ])('makes a master and a thumbnail of a %s', async (_, image) => {
    const { master, thumbnail } = await pipeline.process(await image())
    const jpeg = { format: 'jpeg', space: 'srgb', channels: 3 }
    expect(await headerOf(master)).toMatchObject({ ...jpeg, width: 648, height: 648 })
    expect(await headerOf(thumbnail)).toMatchObject({ ...jpeg, width: 96, height: 96 })
    expect(await cornersOf(master)).toEqual(corners)
    expect(await cornersOf(thumbnail)).toEqual(corners)
  })

  it('makes a small master of a 12 megapixel photograph', async () => {
    const { master } = await pipeline.process(await aLargeJpeg())
    expect(master.byteLength).toBeLessThanOrEqual(500_000)
  })

  it('keeps the master below 500 KB however hard the picture is to compress', async () => {
    const { master } = await pipeline.process(await aNoisyPng())
    expect(master.byteLength).toBeLessThanOrEqual(500_000)
  })

  it('enlarges a picture of one pixel', async () => {
    const { master } = await pipeline.process(await aPng(1, 1))
    expect(await headerOf(master)).toMatchObject({ width: 648, height: 648 })
  })

  it('takes a picture that is one pixel high', async () => {
    const { master } = await pipeline.process(await aPng(3000, 1))
    expect(await headerOf(master)).toMatchObject({ width: 648, height: 648 })
  })

  it('answers bytes of their own, not a view of more', async () => {
    const { master, thumbnail } = await pipeline.process(await aJpeg())
    expect(master.buffer.byteLength).toBe(master.byteLength)
    expect(thumbnail.buffer.byteLength).toBe(thumbnail.byteLength)
  })

  describe('crop', () => {
    it.each([
      ['red', { x: 0, y: 0, size: 100 }],
      ['green', { x: 220, y: 0, size: 100 }],
      ['blue', { x: 0, y: 140, size: 100 }],
      ['yellow', { x: 220, y: 140, size: 100 }],
    ] as const)('keeps only the %s corner', async (name, crop) => {
      const { master, thumbnail } = await pipeline.process(await aJpeg(), crop)
      expect(await cornersOf(master)).toEqual([name, name, name, name])
      expect(await cornersOf(thumbnail)).toEqual([name, name, name, name])
    })

    it('counts in pixels of the upright picture', async () => {
      const crop = { x: 0, y: 140, size: 100 }
      const { master } = await pipeline.process(await anOrientedJpeg(6), crop)
      expect(await cornersOf(master)).toEqual(['blue', 'blue', 'blue', 'blue'])
    })

    it('may reach the edges of the upright picture and no further', async () => {
      const image = await anOrientedJpeg(6)
      await expect(pipeline.process(image, { x: 220, y: 140, size: 100 })).resolves.toBeDefined()
      await expect(pipeline.process(image, { x: 140, y: 220, size: 100 })).rejects.toMatchObject({
        code: 'invalid-input',
        key: 'photoCrop',
      })
    })
  })

  describe('orientation', () => {
    it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
      'shows EXIF orientation %i upright',
      async (orientation) => {
        const { master } = await pipeline.process(await anOrientedJpeg(orientation))
        expect(await cornersOf(master)).toEqual(corners)
      },
    )
  })

  describe('metadata', () => {
    it('keeps nothing of what a telephone writes', async () => {
      const image = await aTelephoneJpeg(6)
      const { exif, icc, xmp } = await headerOf(image)
      expect([exif, icc, xmp].map(Boolean)).toEqual([true, true, true])
      const { master, thumbnail } = await pipeline.process(image)
      for (const jpeg of [master, thumbnail]) {
        const found = await headerOf(jpeg)
        expect(found).not.toHaveProperty('exif')
        expect(found).not.toHaveProperty('icc')
        expect(found).not.toHaveProperty('xmp')
        expect(found).not.toHaveProperty('iptc')
        expect(found).not.toHaveProperty('orientation')
        expect(Buffer.from(jpeg).includes('Somebody')).toBe(false)
      }
    })

    it('writes no segment but the plain header and the tables', async () => {
      const { master, thumbnail } = await pipeline.process(await aTelephoneJpeg(1))
      const plain = new Set([0xe0, 0xdb, 0xc0, 0xc4])
      const others = [...segmentsOf(master), ...segmentsOf(thumbnail)].filter((s) => !plain.has(s))
      expect(others).toEqual([])
    })
  })

  describe('colours', () => {
    it('lays transparency on white', async () => {
      expect(distance(await centreOf(await aTransparentPng()), pink)).toBeLessThan(6)
    })

    it('converts a profile to sRGB', async () => {
      expect(distance(await centreOf(await aP3Jpeg(colours.red)), colours.red)).toBeLessThan(6)
    })

    it('converts CMYK', async () => {
      // A printer's inks do not reach every colour of a screen.
      expect(distance(await centreOf(await aCmykJpeg(colours.red)), colours.red)).toBeLessThan(40)
    })

    it('takes shades of grey', async () => {
      expect(distance(await centreOf(await aGreyJpeg()), colours.grey)).toBeLessThan(6)
    })

    it.each([undefined, 'srgb', 'p3'] as const)(
      'converts 16 bits a channel with the profile %s',
      async (profile) => {
        const centre = await centreOf(await aDeepPng(colours.red, profile))
        expect(distance(centre, colours.red)).toBeLessThan(6)
      },
    )
  })

  describe('refusals', () => {
    it.each([
      ['JPEG', aJpeg],
      ['progressive JPEG', aProgressiveJpeg],
      ['PNG', aPng],
      ['interlaced PNG', anInterlacedPng],
      ['WebP', aWebp],
    ])('refuses a %s that is cut short, even outside the crop', async (_, image) => {
      const whole = await image(800, 600)
      for (const part of [0.99, 0.7, 0.4, 0.1]) {
        const cut = whole.subarray(0, Math.floor(whole.length * part))
        await expect(pipeline.process(cut, { x: 0, y: 0, size: 40 })).rejects.toMatchObject({
          code: 'bad-image',
          key: 'photoDamaged',
        })
      }
    })

    it('refuses a file that only begins like a JPEG', async () => {
      const image = Uint8Array.from({ length: 5000 }, (_, at) => [0xff, 0xd8, 0xff][at] ?? at % 256)
      await expect(pipeline.process(image)).rejects.toMatchObject({ key: 'photoDamaged' })
    })

    it('refuses every other kind of picture by name', async () => {
      for (const [format, image] of Object.entries(foreign)) {
        const refusal = { code: 'bad-image', key: 'photoUnsupported', values: { format } }
        await expect(pipeline.process(image)).rejects.toMatchObject(refusal)
      }
    })

    it('refuses a small file that unpacks to 256 megapixels', async () => {
      const bomb = aPngBomb(16_000, 16_000)
      expect(bomb.byteLength).toBeLessThan(1_000_000)
      await expect(pipeline.process(bomb)).rejects.toMatchObject({
        code: 'too-large',
        key: 'photoTooManyPixels',
        values: { megapixels: 256, limit: 50 },
      })
    })

    it('takes 50 megapixels and names a single row more as too many', async () => {
      await expect(pipeline.process(aPngBomb(10_000, 5000))).resolves.toBeDefined()
      await expect(pipeline.process(aPngBomb(10_000, 5001))).rejects.toMatchObject({
        key: 'photoTooManyPixels',
        values: { megapixels: 50.1, limit: 50 },
      })
    })

    it('refuses 21 MB, an empty file and a text', async () => {
      const large = new Uint8Array(21 * 2 ** 20)
      await expect(pipeline.process(large)).rejects.toMatchObject({ key: 'photoTooLarge' })
      await expect(pipeline.process(new Uint8Array())).rejects.toMatchObject({ key: 'photoEmpty' })
      const text = new TextEncoder().encode('portrait.jpg')
      await expect(pipeline.process(text)).rejects.toMatchObject({ key: 'photoNotAPicture' })
    })
  })
})
