/** In bytes: less than this is not worth the call. */
const large = 2 ** 16

/**
 * Gives the memory of bytes back at once that nobody looks at any more. The bytes of a large file would otherwise stay
 * until the next collection of garbage, which a quiet program does not come to. Nothing happens to bytes that are part
 * of a larger buffer.
 */
export function release({ buffer, byteLength }: Uint8Array): void {
  if (byteLength < large || !(buffer instanceof ArrayBuffer)) return
  if (buffer.byteLength === byteLength && !buffer.detached) buffer.transfer(0)
}
