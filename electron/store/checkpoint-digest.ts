import { createHash } from 'node:crypto'
import { z } from '../../shared/zod.ts'
import { inSlices } from '../slices.ts'
import { parseAscii } from './format/ascii-json.ts'
import { blocksOf, type Frozen, framesOf } from './format/checkpoint.ts'
import type { SealOf } from './journal.ts'

/** What a checkpoint comes to: how many records of each kind, and a hash of all of them. */
export type Digest = {
  readonly counts: Readonly<Record<string, number>>
  readonly hash: string
}

const block = z.object({ kind: z.string(), rows: z.array(z.unknown()) })

export const digestOfFrozen = (frozen: Frozen): Promise<Digest> => digestOf(blocksOf(frozen))

/** The digest of a checkpoint file, or null when anything in it is wrong. */
export async function digestOfCheckpoint(file: Buffer, sealOf: SealOf): Promise<Digest | null> {
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

async function digestOf(contents: Iterable<Uint8Array>): Promise<Digest> {
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  for await (const content of inSlices(contents)) {
    const { kind, rows } = block.parse(parseAscii(content))
    counts[kind] = (counts[kind] ?? 0) + rows.length
    hash.update(content)
  }
  return { counts, hash: hash.digest('hex') }
}
