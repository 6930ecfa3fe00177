import { pictureLimits } from '../../shared/directory/picture.ts'

/** What Roster accepts as a photo, and how long it tries. */
export const photoLimits = {
  ...pictureLimits,
  /** Red, green, blue and transparency, or the four inks of CMYK. No JPEG, PNG or WebP has more. */
  channels: 4,
  /** The size of a stored master. */
  masterBytes: 500_000,
  /** How long one step inside the helper may take. */
  stepSeconds: 10,
} as const
