import { createHash } from 'node:crypto'
import { inSlices } from '../slices.ts'
import { blocksOf, type Frozen, framesOf } from './format/checkpoint.ts'
import type { SealOf } from './journal.ts'

/** A hash of all records, as they are in a checkpoint. */
export const digestOfFrozen = (frozen: Frozen): Promise<string> => digestOf(blocksOf(frozen))

/** The digest of a checkpoint file, or null when anything in it is wrong. */
export async function digestOfCheckpoint(file: Buffer, sealOf: SealOf): Promise<string | null> {
  let end: unknown
  const contents = (function* () {
    const frames = framesOf(file, sealOf)
    let next = frames.next()
    for (; !next.done; next = frames.next()) yield next.value.content
    end = next.value
  })()
  const digest = await digestOf(contents)
  return typeof end === 'string' ? null : digest
}

async function digestOf(contents: Iterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const content of inSlices(contents)) hash.update(content)
  return hash.digest('hex')
}
