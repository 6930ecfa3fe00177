import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { headerLength } from '../../electron/store/format/file-header.ts'

/** The paths of a directory's journal, the oldest first. */
export async function segmentsIn(dataDir: string): Promise<readonly string[]> {
  const store = join(dataDir, 'store')
  const names = (await readdir(store)).filter((name) => name.endsWith('.rjrn'))
  return names.sort().map((name) => join(store, name))
}

/** Turns a bit in the middle of each frame of a transaction, as a disk does. What stands around it is as it was. */
export async function spoilTransaction(dataDir: string, sequence: number): Promise<void> {
  for (const path of await segmentsIn(dataDir)) {
    const bytes = await readFile(path)
    for (const { at, length, number } of framesIn(bytes))
      if (number === sequence) flip(bytes, at + 28 + Math.floor(length / 2))
    await writeFile(path, bytes)
  }
}

/** Where the frames of a segment begin, how long what they hold is, and of which transaction they are. */
export function* framesIn(segment: Buffer) {
  for (let at = headerLength; at + 52 <= segment.length; ) {
    const length = segment.readUInt32LE(at + 8)
    yield { at, length, number: Number(segment.readBigUInt64LE(at + 12)) }
    at += length + 52
  }
}

const flip = (bytes: Buffer, at: number) => bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
