import { createHash } from 'node:crypto'
import { eachInSlices, inBackground } from '../slices.ts'
import { release } from './release.ts'
import type { StoreFs } from './store-fs.ts'

const piece = 2 ** 20

/** The SHA-256 in hex, without keeping others waiting while it is worked out. */
export async function hashInSlices(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  await eachInSlices(piecesOf(bytes), (part) => hash.update(part), inBackground)
  return hash.digest('hex')
}

/** The same of a file, whose bytes are given back at once. */
export async function hashOfFile(fs: Pick<StoreFs, 'readFile'>, path: string): Promise<string> {
  const bytes = await fs.readFile(path)
  const sha256 = await hashInSlices(bytes)
  release(bytes)
  return sha256
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}
