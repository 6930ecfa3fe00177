/** Bytes of the tag that ends every frame. */
export const tagLength = 16

/**
 * Turns a frame's content into what is on disk and back. `bound` is what the frame stands on: its own
 * header and the tag before it, so that a frame taken out, moved or brought in from elsewhere does not open.
 */
export interface Seal {
  /** `index` is the frame's place in the file, counted from 0: never seal two frames with the same one. */
  close(
    content: Uint8Array,
    bound: Uint8Array,
    index: number,
  ): { readonly body: Uint8Array; readonly tag: Uint8Array }
  /** The content, or null when body, bound, tag and place do not belong together. */
  open(body: Uint8Array, bound: Uint8Array, tag: Uint8Array, index: number): Uint8Array | null
}
