/** The same bytes as a buffer, not a copy of them: that would take its time with a large file. */
export const bufferOver = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)
