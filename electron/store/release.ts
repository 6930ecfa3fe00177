/**
 * Gives the memory of bytes back at once that nobody looks at any more. The bytes of a large file would otherwise stay
 * until the next collection of garbage, which a quiet program does not come to. Nothing happens to bytes that are part
 * of a larger buffer.
 */
export function release({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !buffer.detached)
    buffer.transfer(0)
}
