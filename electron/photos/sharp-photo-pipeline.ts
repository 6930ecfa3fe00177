import type { Metadata, SharpConstructor, SharpOptions } from 'sharp'
import { roundedUp } from '../../shared/directory/picture.ts'
import { checkImage } from './check-image.ts'
import { photoFailure } from './photo-failure.ts'
import { photoLimits } from './photo-limits.ts'
import type { Crop, ProcessedPhoto } from './photo-processor.ts'
import { photoSizes } from './photo-store.ts'
import { type Square, squareToKeep } from './square-to-keep.ts'
import { withoutNativeSharp } from './without-native-sharp.ts'

/** Which build of sharp runs. `preferred` is the native one where it is installed. */
export type SharpBuild = 'preferred' | 'web-assembly'

const [masterEdge, thumbnailEdge] = photoSizes

/** From best to smallest; only a picture of pure noise needs more than the first. */
const masterQualities = [
  { quality: 90, chromaSubsampling: '4:4:4' },
  { quality: 90, chromaSubsampling: '4:2:0' },
  { quality: 60, chromaSubsampling: '4:2:0' },
] as const

const readOptions = {
  limitInputPixels: photoLimits.pixels,
  limitInputChannels: photoLimits.channels,
  failOn: 'warning',
  autoOrient: true,
  animated: false,
  unlimited: false,
} as const satisfies SharpOptions

/** Makes a stored photo of untrusted bytes. It runs in the photo helper, never in the application. */
export class SharpPhotoPipeline {
  readonly #sharp: SharpConstructor

  private constructor(sharp: SharpConstructor) {
    this.#sharp = sharp
  }

  /** Loads sharp with every reader switched off but those of JPEG, PNG and WebP bytes. */
  static async load(build: SharpBuild = 'preferred'): Promise<SharpPhotoPipeline> {
    // libvips reads this as it starts. Hence no import at the top: a bundler moves that before this line.
    process.env.VIPS_BLOCK_UNTRUSTED = '1'
    const load = () => import('sharp')
    const { default: sharp } = await (build === 'web-assembly' ? withoutNativeSharp(load) : load())
    const readers = ['Jpeg', 'Png', 'Webp'].map((kind) => `VipsForeignLoad${kind}Buffer`)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: readers })
    sharp.cache(false)
    sharp.concurrency(1)
    return new SharpPhotoPipeline(sharp)
  }

  /** Refuses a picture of more than `most` pixels. */
  async process(
    image: Uint8Array,
    crop?: Crop,
    most: number = photoLimits.pixels,
  ): Promise<ProcessedPhoto> {
    checkImage(image)
    const header = await this.#readHeader(image, most)
    const square = squareToKeep(header.autoOrient, crop)
    const pixels = await refusingDamage(async () => {
      await this.#decodeWhole(image)
      return this.#decodeSquare(image, header, square)
    })
    const master = await this.#encodeMaster(pixels)
    const thumbnail = await this.#encodeThumbnail(pixels)
    await this.#assertStorable(master, masterEdge)
    await this.#assertStorable(thumbnail, thumbnailEdge)
    // Copies: a Buffer may be a view of more bytes than its own, and all of those would be sent.
    return { master: new Uint8Array(master), thumbnail: new Uint8Array(thumbnail) }
  }

  async #readHeader(image: Uint8Array, most: number): Promise<Metadata> {
    const header = await refusingDamage(() =>
      this.#sharp(image, { ...readOptions, limitInputPixels: false }).metadata(),
    )
    const pixels = header.width * header.height
    if (pixels > most) {
      const values = {
        megapixels: roundedUp(pixels / 1_000_000),
        limit: most / 1_000_000,
      }
      throw photoFailure('photoTooManyPixels', { values })
    }
    return header
  }

  /** Meets damage outside the square too: the decoder stops reading below the last row it needs. */
  async #decodeWhole(image: Uint8Array): Promise<void> {
    await this.#sharp(image, readOptions)
      .resize(16, 16, { fit: 'fill' })
      .timeout({ seconds: photoLimits.stepSeconds })
      .raw()
      .toBuffer()
  }

  /** Answers the pixels of the master in sRGB, three bytes each. */
  #decodeSquare(image: Uint8Array, header: Metadata, square: Square): Promise<Buffer> {
    const { left, top, size } = square
    const picture = this.#sharp(image, readOptions)
      .extract({ left, top, width: size, height: size })
      .flatten({ background: '#ffffff' })
      .resize(masterEdge, masterEdge, { fit: 'fill' })
      .toColourspace('srgb')
    // sharp works on 16-bit pictures in Display P3 when they carry a profile, and leaves them there.
    if (header.space === 'rgb16' && header.hasProfile) {
      picture.withIccProfile('srgb', { attach: false })
    }
    return picture.timeout({ seconds: photoLimits.stepSeconds }).raw({ depth: 'uchar' }).toBuffer()
  }

  async #encodeMaster(pixels: Buffer): Promise<Buffer> {
    for (const options of masterQualities) {
      const master = await this.#open(pixels).jpeg(options).toBuffer()
      if (master.byteLength <= photoLimits.masterBytes) return master
    }
    throw new Error('no quality makes the master small enough')
  }

  #encodeThumbnail(pixels: Buffer): Promise<Buffer> {
    return this.#open(pixels).resize(thumbnailEdge, thumbnailEdge).jpeg({ quality: 85 }).toBuffer()
  }

  #open(pixels: Buffer) {
    return this.#sharp(pixels, { raw: { width: masterEdge, height: masterEdge, channels: 3 } })
  }

  async #assertStorable(jpeg: Buffer, edge: number): Promise<void> {
    const found = await this.#sharp(jpeg, readOptions).metadata()
    const clean = !(found.exif || found.icc || found.xmp || found.iptc || found.comments?.length)
    const plain = found.format === 'jpeg' && found.space === 'srgb' && found.channels === 3
    if (clean && plain && found.width === edge && found.height === edge) return
    throw new Error('the photo did not come out as it is stored')
  }
}

/** sharp says what is wrong in prose only; a step that took all its time was given up for that. */
async function refusingDamage<T>(step: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    return await step()
  } catch (cause) {
    const seconds = (performance.now() - start) / 1000
    throw photoFailure(seconds < photoLimits.stepSeconds ? 'photoDamaged' : 'photoTimeout', {
      cause,
    })
  }
}
