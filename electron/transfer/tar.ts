const block = 512

const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`

/** One file of a tar archive (POSIX.1-1988): a header, what it holds, and zeros up to a whole block. */
export function* tarEntry(path: string, bytes: Uint8Array, modified: Date): Generator<Uint8Array> {
  const name = Buffer.from(path)
  if (name.length > 100) throw new RangeError(`The path ${path} is too long for an archive.`)
  const header = Buffer.alloc(block)
  header.set(name, 0)
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(bytes.length, 12), 124)
  header.write(octal(Math.floor(modified.getTime() / 1000), 12), 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, each) => total + each, 0)
  header.write(`${octal(sum, 7)} `, 148)
  yield header
  yield bytes
  yield new Uint8Array((block - (bytes.length % block)) % block)
}

/** What ends an archive. */
export const tarEnd = (): Uint8Array => new Uint8Array(2 * block)
