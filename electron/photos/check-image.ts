import { assertNever } from '../../shared/assert-never.ts'
import { excessOf, pictureLimits } from '../../shared/directory/picture.ts'
import { inspectImage } from './inspect-image.ts'
import { photoFailure } from './photo-failure.ts'

/** Refuses what can be refused by looking at the size and the first bytes alone. */
export function checkImage(image: Uint8Array, limit: number = pictureLimits.bytes): void {
  const excess = excessOf(image.byteLength, limit)
  if (excess) throw photoFailure('photoTooLarge', { values: excess })
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
