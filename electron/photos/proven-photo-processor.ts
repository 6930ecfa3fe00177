import { AppError } from '../../shared/errors.ts'
import type { Log } from '../log.ts'
import { photoFailure } from './photo-failure.ts'
import type { Crop, PhotoProcessor, ProcessedPhoto } from './photo-processor.ts'

/** A square of one colour, as PNG. */
const smallPicture =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAMAAAAoLQ9TAAAAA1BMVEUzVXeI+iudAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADklEQVQYlWNgGAUMSAAAARAAAVGhZwQAAAAASUVORK5CYII='

/** Whether the helper answers; `unknown` until it was tried. */
export type HelperStanding = 'unknown' | 'works' | 'broken'

/** Tells a helper that a picture took down from one that does not work here at all. */
export class ProvenPhotoProcessor implements PhotoProcessor {
  readonly #processor: PhotoProcessor
  readonly #log: Log
  #standing: HelperStanding = 'unknown'

  constructor(processor: PhotoProcessor, log: Log) {
    this.#processor = processor
    this.#log = log
  }

  get standing(): HelperStanding {
    return this.#standing
  }

  /** Has a picture processed that is known to be good. Never throws: without photos Roster works all the same. */
  async prove(): Promise<HelperStanding> {
    try {
      await this.process(Buffer.from(smallPicture, 'base64'))
    } catch (cause) {
      this.#standing = 'broken'
      this.#log.error('the photo helper does not work', cause)
    }
    return this.#standing
  }

  async process(image: Uint8Array, crop?: Crop): Promise<ProcessedPhoto> {
    try {
      const photo = await this.#processor.process(image, crop)
      this.#standing = 'works'
      return photo
    } catch (cause) {
      const stopped = cause instanceof AppError && cause.key === 'photoHelper'
      throw stopped && this.#standing === 'broken'
        ? photoFailure('photoHelperMissing', { cause })
        : cause
    }
  }

  close(): Promise<void> {
    return this.#processor.close()
  }
}
