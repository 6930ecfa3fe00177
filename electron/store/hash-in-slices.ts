import { createHash } from 'node:crypto'
import { inSlices } from '../slices.ts'

const piece = 2 ** 20

/** The SHA-256 in hex, without keeping others waiting while it is worked out. */
export async function hashInSlices(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of inSlices(piecesOf(bytes))) hash.update(part)
  return hash.digest('hex')
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}
