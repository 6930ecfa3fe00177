import type { ProcessedPhoto } from './photo-processor.ts'

/** The edge lengths in pixels that a photo is kept in. */
export const photoSizes = [648, 96] as const

export type PhotoSize = (typeof photoSizes)[number]

/** Keeps photos by their content: the same picture is stored once and never changes. */
export interface PhotoStore {
  /** On disk when it resolves. Answers the SHA-256 of the master in hex. */
  put(photo: ProcessedPhoto): Promise<string>

  /** The JPEG bytes, or null when there is no such photo. */
  read(hash: string, size: PhotoSize): Promise<Uint8Array | null>
}
