import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

export type Colour = { readonly r: number; readonly g: number; readonly b: number }

/** Far enough apart that no compression mistakes one for another. */
export const colours = {
  red: { r: 220, g: 30, b: 30 },
  green: { r: 20, g: 160, b: 40 },
  blue: { r: 30, g: 50, b: 220 },
  yellow: { r: 235, g: 220, b: 30 },
  grey: { r: 128, g: 128, b: 128 },
  white: { r: 255, g: 255, b: 255 },
} as const satisfies Record<string, Colour>

export type ColourName = keyof typeof colours

/** What an upright picture shows in its corners: red and green above, blue and yellow below. */
export const corners = ['red', 'green', 'blue', 'yellow'] as const satisfies ColourName[]

/**
 * Which sides of the upright picture the first row and the first column of the file show, by EXIF
 * orientation: the standard's own table.
 */
const orientations = {
  1: ['top', 'left'],
  2: ['top', 'right'],
  3: ['bottom', 'right'],
  4: ['bottom', 'left'],
  5: ['left', 'top'],
  6: ['right', 'top'],
  7: ['right', 'bottom'],
  8: ['left', 'bottom'],
} as const

export type Orientation = keyof typeof orientations

/** A colour in each quarter, stored so that a reader who follows the orientation sees it upright. */
function quarters(width: number, height: number, orientation: Orientation = 1) {
  const [firstRow, firstColumn] = orientations[orientation]
  const turned = orientation >= 5
  const stored = turned ? { width: height, height: width } : { width, height }
  const pixels = Buffer.alloc(width * height * 3)
  for (let row = 0; row < stored.height; row++) {
    for (let column = 0; column < stored.width; column++) {
      const fromFirstRow = (row + 0.5) / stored.height < 0.5 ? firstRow : opposite[firstRow]
      const fromFirstColumn =
        (column + 0.5) / stored.width < 0.5 ? firstColumn : opposite[firstColumn]
      const sides = new Set([fromFirstRow, fromFirstColumn])
      const corner = (sides.has('top') ? 0 : 2) + (sides.has('left') ? 0 : 1)
      const { r, g, b } = colours[corners[corner] ?? 'grey']
      pixels.set([r, g, b], (row * stored.width + column) * 3)
    }
  }
  return sharp(pixels, { raw: { ...stored, channels: 3 } })
}

const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const

export function flat(colour: Colour, width = 200, height = 200) {
  return sharp({ create: { width, height, channels: 3, background: colour } })
}

export const aJpeg = (width = 320, height = 240) =>
  quarters(width, height).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()

export const aProgressiveJpeg = (width = 320, height = 240) =>
  quarters(width, height).jpeg({ progressive: true }).toBuffer()

export const aPng = (width = 320, height = 240) => quarters(width, height).png().toBuffer()

export const anInterlacedPng = (width = 320, height = 240) =>
  quarters(width, height).png({ progressive: true }).toBuffer()

export const aWebp = (width = 320, height = 240) =>
  quarters(width, height).webp({ quality: 95 }).toBuffer()

/** Looks like a photograph to an encoder: blurred noise. */
export async function aLargeJpeg(width = 4000, height = 3000): Promise<Buffer> {
  const noise = await sharp({
    create: {
      width: width / 8,
      height: height / 8,
      channels: 3,
      background: colours.grey,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .raw()
    .toBuffer()
  const raw = { width: width / 8, height: height / 8, channels: 3 } as const
  return sharp(noise, { raw }).resize(width, height).jpeg({ quality: 88 }).toBuffer()
}

/** Red, but half transparent: on white it is pink. */
export const aTransparentPng = () =>
  sharp({
    create: {
      width: 200,
      height: 200,
      channels: 4,
      background: { r: 255, g: 0, b: 0, alpha: 0.5 },
    },
  })
    .png()
    .toBuffer()

/** As a telephone writes it: Display P3, where it was taken, and a comment in XMP. */
export const aTelephoneJpeg = (orientation: Orientation, width = 320, height = 240) =>
  quarters(width, height, orientation)
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'Roster', Artist: 'Somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Somebody</secret></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer()

/** Upright for whoever follows its orientation, and wrong for whoever does not. */
export const anOrientedJpeg = (orientation: Orientation, width = 320, height = 240) =>
  quarters(width, height, orientation)
    .withMetadata({ orientation })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer()

export const aCmykJpeg = (colour: Colour) =>
  flat(colour).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()

export const aGreyJpeg = () => flat(colours.grey).toColourspace('b-w').jpeg().toBuffer()

export const aP3Jpeg = (colour: Colour) =>
  flat(colour).withIccProfile('p3').jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()

/** 16 bits a channel, with or without a profile. */
export const aDeepPng = (colour: Colour, profile?: 'srgb' | 'p3') => {
  const deep = flat(colour).toColourspace('rgb16')
  return (profile ? deep.withIccProfile(profile) : deep).png().toBuffer()
}

/** Every pixel black or white by chance: as hard to compress as a picture can be. */
export function aNoisyPng(edge = 648): Promise<Buffer> {
  let state = 1
  const pixels = Buffer.alloc(edge * edge * 3)
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    pixels[at] = state > 0x7fffffff ? 255 : 0
  }
  return sharp(pixels, { raw: { width: edge, height: edge, channels: 3 } })
    .png()
    .toBuffer()
}

/** Pictures of kinds that Roster does not take, by the name it calls them. */
export const foreignPictures = async (): Promise<Record<string, Uint8Array>> => ({
  GIF: await flat(colours.red).gif().toBuffer(),
  TIFF: await flat(colours.red).tiff().toBuffer(),
  AVIF: await flat(colours.red).avif({ effort: 0 }).toBuffer(),
  SVG: latin1('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
  HEIC: latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 2000),
  BMP: latin1('BM\x36\x0c\0\0\0\0\0\0\x36\0\0\0', 3126),
  PDF: latin1('%PDF-1.7\n'),
  Photoshop: latin1('8BPS\0\x01', 100),
  ICO: latin1('\0\0\x01\0\x01\0', 100),
  'JPEG XL': latin1('\0\0\0\x0cJXL \r\n\x87\n', 100),
  'JPEG 2000': latin1('\0\0\0\x0cjP  \r\n\x87\n', 100),
  'Canon raw': latin1('\0\0\0\x18ftypcrx \0\0\0\x01crx isom', 100),
  MP4: latin1('\0\0\0\x18ftypisom\0\0\0\x01isommp41', 100),
  QuickTime: latin1('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 100),
})

/** A small file that unpacks to a huge picture: one black row, over and over. */
export function aPngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // One bit a pixel, greyscale.
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))
  return Buffer.concat([
    latin1('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(8 + body.length)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), 4 + body.length)
  return chunk
}

function latin1(text: string, length = text.length): Uint8Array {
  const bytes = new Uint8Array(length)
  bytes.set(Buffer.from(text, 'latin1'))
  return bytes
}

/** The mean colour of a small patch around a place given in fractions of the edges. */
export async function colourAt(image: Uint8Array, x: number, y: number): Promise<Colour> {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true })
  const sum = { r: 0, g: 0, b: 0 }
  const reach = 2
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const row = Math.round(y * (info.height - 1)) + dy
      const at = (row * info.width + Math.round(x * (info.width - 1)) + dx) * info.channels
      sum.r += data[at] ?? 0
      sum.g += data[at + 1] ?? 0
      sum.b += data[at + 2] ?? 0
    }
  }
  const count = (2 * reach + 1) ** 2
  return {
    r: Math.round(sum.r / count),
    g: Math.round(sum.g / count),
    b: Math.round(sum.b / count),
  }
}

/** How far two colours are apart in their worst channel. */
export function distance(one: Colour, other: Colour): number {
  const apart = [one.r - other.r, one.g - other.g, one.b - other.b].map(Math.abs)
  return Math.max(...apart)
}

export function nearestColour(colour: Colour): ColourName {
  const names = Object.keys(colours) as ColourName[]
  return names.reduce((best, name) =>
    distance(colour, colours[name]) < distance(colour, colours[best]) ? name : best,
  )
}

/** The names of the colours a little inside the four corners, row by row. */
export async function cornersOf(image: Uint8Array): Promise<ColourName[]> {
  const places = [
    [0.1, 0.1],
    [0.9, 0.1],
    [0.1, 0.9],
    [0.9, 0.9],
  ] as const
  const found = await Promise.all(places.map(([x, y]) => colourAt(image, x, y)))
  return found.map(nearestColour)
}

/** The header of a picture, as sharp reads it. */
export const headerOf = (image: Uint8Array) => sharp(image).metadata()

/** The kinds of the marker segments of a JPEG before its pixels, such as 0xe0 for APP0. */
export function segmentsOf(jpeg: Uint8Array): number[] {
  const bytes = Buffer.from(jpeg)
  const kinds: number[] = []
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    kinds.push(bytes.readUInt8(at + 1))
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return kinds
}

/** How much two pictures of one size differ, in the mean over all channels. */
export async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [first, second] = await Promise.all(
    [one, other].map((each) => sharp(each).raw().toBuffer()),
  )
  if (!first || !second || first.length !== second.length) return Number.POSITIVE_INFINITY
  const sum = first.reduce((total, value, at) => total + Math.abs(value - (second[at] ?? 0)), 0)
  return sum / first.length
}
