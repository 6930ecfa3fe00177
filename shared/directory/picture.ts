/** How large a file may be to become a photo. The page looks first; the application decides. */
export const pictureLimits = {
  /** The size of the chosen file: 20 MB. */
  bytes: 20 * 2 ** 20,
  /** Width times height; the header says it before anything is decoded. */
  pixels: 50_000_000,
} as const

/** The kinds of picture that become photos. */
export type PictureKind = 'jpeg' | 'png' | 'webp'

/** The limits that hold: those above, or lower ones that an organisation sets. */
export type PictureLimits = { readonly [Name in keyof typeof pictureLimits]: number }

const megabyte = 2 ** 20

/** For a sentence; never more than is really allowed. */
export const inMegabytes = (bytes: number) => Math.floor((bytes / megabyte) * 10) / 10

/** The figures of the sentence that refuses a file of so many bytes; null when it is small enough. */
export function excessOf(
  bytes: number,
  limit: number = pictureLimits.bytes,
): { readonly size: number; readonly limit: number } | null {
  if (bytes <= limit) return null
  return { size: roundedUp(bytes / megabyte), limit: inMegabytes(limit) }
}

/** A figure for a sentence, never rounded down to the limit that it exceeds. */
export const roundedUp = (figure: number): number => Math.ceil(figure * 10) / 10

/** The kind of a picture by its first bytes; null for any other file. */
export function pictureKindOf(bytes: Uint8Array): PictureKind | null {
  const has = (signature: string, at = 0) =>
    [...signature].every((character, index) => bytes[at + index] === character.charCodeAt(0))
  if (has('\xff\xd8\xff')) return 'jpeg'
  if (has('\x89PNG\r\n\x1a\n')) return 'png'
  return has('RIFF') && has('WEBP', 8) ? 'webp' : null
}
