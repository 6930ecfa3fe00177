/** The square to keep, in pixels of the upright picture. */
export type Crop = { readonly x: number; readonly y: number; readonly size: number }

/** A stored photo: JPEG, upright, sRGB, without metadata. */
export type ProcessedPhoto = {
  /** 648 × 648 pixels. */
  readonly master: Uint8Array
  /** 96 × 96 pixels, for lists. */
  readonly thumbnail: Uint8Array
}

/** Makes a stored photo of whatever file a person chose. */
export interface PhotoProcessor {
  /**
   * Without a crop the middle square is kept.
   * Throws `bad-image` or `too-large` with a sentence that says what is wrong with the file,
   * `invalid-input` for a crop outside the picture, `unexpected` when the helper failed.
   */
  process(image: Uint8Array, crop?: Crop): Promise<ProcessedPhoto>

  /** Ends the helper, if one runs. */
  close(): Promise<void>
}
