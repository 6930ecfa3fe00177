import { createHash } from 'node:crypto'

/** Bytes of the tag that ends every frame. */
export const tagLength = 16

/**
 * Turns a frame's content into what is on disk and back. `bound` is what the frame stands on: its own
 * header and the tag before it, so that a frame taken out, moved or brought in from elsewhere does not open.
 */
export interface Seal {
  close(
    content: Uint8Array,
    bound: Uint8Array,
  ): { readonly body: Uint8Array; readonly tag: Uint8Array }
  /** The content, or null when body, bound and tag do not belong together. */
  open(body: Uint8Array, bound: Uint8Array, tag: Uint8Array): Uint8Array | null
}

/** Chains frames by hash and leaves their content readable. */
export const plainSeal: Seal = {
  close: (content, bound) => ({ body: content, tag: tagOf(content, bound) }),
  open: (body, bound, tag) => (Buffer.compare(tagOf(body, bound), tag) === 0 ? body : null),
}

const tagOf = (content: Uint8Array, bound: Uint8Array) =>
  createHash('sha256').update(bound).update(content).digest().subarray(0, tagLength)
