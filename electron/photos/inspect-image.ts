import { type PictureKind, pictureKindOf } from '../../shared/directory/picture.ts'

/** What a file is by its first bytes. `format` is the name a person knows it by. */
export type Inspection =
  | { readonly is: 'accepted'; readonly kind: PictureKind }
  | { readonly is: 'unsupported'; readonly format: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'empty' }

/** Where a format's name stands, and the bytes that it begins with. */
type Signature = { readonly format: string; readonly at?: number; readonly text: string }

const unsupported: readonly Signature[] = [
  { format: 'GIF', text: 'GIF87a' },
  { format: 'GIF', text: 'GIF89a' },
  { format: 'TIFF', text: 'II*\0' },
  { format: 'TIFF', text: 'MM\0*' },
  { format: 'TIFF', text: 'II+\0' },
  { format: 'TIFF', text: 'MM\0+' },
  { format: 'BMP', at: 6, text: '\0\0\0\0' },
  { format: 'ICO', text: '\0\0\x01\0' },
  { format: 'Photoshop', text: '8BPS' },
  { format: 'JPEG XL', text: '\xff\x0a' },
  { format: 'JPEG XL', at: 4, text: 'JXL \r\n\x87\n' },
  { format: 'JPEG 2000', at: 4, text: 'jP  \r\n\x87\n' },
  { format: 'JPEG 2000', text: '\xff\x4f\xff\x51' },
  { format: 'PDF', text: '%PDF-' },
]

/** Names what the bytes are. What the file is called never matters. */
export function inspectImage(bytes: Uint8Array): Inspection {
  if (bytes.byteLength === 0) return { is: 'empty' }
  const kind = pictureKindOf(bytes)
  if (kind !== null) return { is: 'accepted', kind }
  const format = unsupportedFormat(latin1(bytes.subarray(0, 4096)))
  return format === null ? { is: 'unknown' } : { is: 'unsupported', format }
}

function unsupportedFormat(start: string): string | null {
  const boxed = boxedFormat(start)
  if (boxed !== null) return boxed
  if (isSvg(start)) return 'SVG'
  const found = unsupported.find(({ format, at = 0, text }) => {
    // "BM" alone also begins many a word; in a bitmap the reserved bytes after it are zero.
    if (format === 'BMP' && !start.startsWith('BM')) return false
    return start.startsWith(text, at)
  })
  return found?.format ?? null
}

/** HEIC, AVIF and films share one container; its brands tell them apart. */
function boxedFormat(start: string): string | null {
  if (!start.startsWith('ftyp', 4)) return null
  const length = (start.charCodeAt(2) << 8) | start.charCodeAt(3)
  const brands = start.slice(8, Math.max(12, length)).match(/.{4}/gs) ?? []
  const has = (pattern: RegExp) => brands.some((brand) => pattern.test(brand))
  if (has(/^avi[fs]$/)) return 'AVIF'
  if (has(/^(he[iv][cxms]|mif1|msf1)$/)) return 'HEIC'
  if (has(/^crx $/)) return 'Canon raw'
  return has(/^qt {2}$/) ? 'QuickTime' : 'MP4'
}

function isSvg(start: string): boolean {
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  return /^<(\?xml|!--|!doctype svg|svg)/i.test(text) && /<svg[\s>]/i.test(text)
}

/** One character a byte, so that a signature can be written as text. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
