import { assertNever } from '../../shared/assert-never.ts'
import { inspectImage } from './inspect-image.ts'
import { photoFailure } from './photo-failure.ts'
import { photoLimits, roundedUp } from './photo-limits.ts'

/** Refuses what can be refused by looking at the size and the first bytes alone. */
export function checkImage(image: Uint8Array): void {
  if (image.byteLength > photoLimits.bytes) {
    const size = roundedUp(image.byteLength / 2 ** 20)
    const limit = photoLimits.bytes / 2 ** 20
    throw photoFailure('photoTooLarge', { values: { size, limit } })
  }
  const found = inspectImage(image)
  switch (found.is) {
    case 'accepted':
      return
    case 'empty':
      throw photoFailure('photoEmpty')
    case 'unknown':
      throw photoFailure('photoNotAPicture')
    case 'unsupported':
      throw photoFailure('photoUnsupported', { values: { format: found.format } })
    default:
      assertNever(found)
  }
}
