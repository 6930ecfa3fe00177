/** What Roster accepts as a photo, and how long it tries. */
export const photoLimits = {
  /** The size of the chosen file: 20 MB. */
  bytes: 20 * 2 ** 20,
  /** Width times height; the header says it before anything is decoded. */
  pixels: 50_000_000,
  /** Red, green, blue and transparency, or the four inks of CMYK. No JPEG, PNG or WebP has more. */
  channels: 4,
  /** The size of a stored master. */
  masterBytes: 500_000,
  /** How long one step inside the helper may take. */
  stepSeconds: 10,
} as const

/** A figure for a sentence, never rounded down to the limit that it exceeds. */
export function roundedUp(figure: number): number {
  return Math.ceil(figure * 10) / 10
}
