import { createHash, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import type { Transaction } from '../../shared/directory/transaction.ts'
import type { Finding } from '../../shared/storage/damage-report.ts'
import { z } from '../../shared/zod.ts'
import { canonicalBytes } from '../keys/canonical.ts'
import { errorCode, replaceFile, syncFolder } from './durable-file.ts'
import { slotFileNames } from './file-names.ts'
import type { Head } from './journal.ts'
import type { StoreFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'

/** The anchor and its copy: one of them may be damaged without anything being lost. */
export const anchorNames = ['head.json', 'head.copy.json'] as const

const schema = z.strictObject({
  format: z.literal(1),
  directoryId: z.string(),
  sequence: z.int(),
  /** What tells that transaction from another of the same number; null where nobody had it at hand. */
  digest: z.string().nullable(),
  /** The generation of the slot file at that time. */
  generation: z.int(),
  keyNumber: z.int(),
  mac: z.string(),
})

/** A transaction that the journal is known to have had, so that a journal put back in time shows. */
export type Anchor = Pick<
  z.output<typeof schema>,
  'directoryId' | 'sequence' | 'digest' | 'generation'
>

/**
 * Tells one history from another that has as many transactions. Not the tag that chains them, which is another
 * one where a transaction is repeated.
 */
export const digestOf = ({ sequence, at, actor, activity }: Transaction): string =>
  createHash('sha256').update(canonicalBytes({ sequence, at, actor, activity })).digest('hex')

export function encodeAnchor(anchor: Anchor, keys: StoreKeys): Buffer {
  const content = { format: 1, ...anchor, keyNumber: keys.number }
  const mac = macOf(content, keys)
  if (mac === null) throw new Error(`There is no data key ${keys.number}.`)
  return Buffer.from(`${JSON.stringify({ ...content, mac })}\n`)
}

export async function writeAnchor(
  fs: StoreFs,
  folder: string,
  anchor: Anchor,
  keys: StoreKeys,
): Promise<void> {
  const bytes = encodeAnchor(anchor, keys)
  for (const name of anchorNames) await replaceFile(join(folder, name), bytes, fs)
  await syncFolder(folder, fs)
}

type Anchored = { readonly anchor: Anchor | null; readonly findings: readonly Finding[] }

/** The newest genuine anchor, or null when there is none; and what is wrong with the files. */
export async function readAnchor(fs: StoreFs, folder: string, keys: StoreKeys): Promise<Anchored> {
  const findings: Finding[] = []
  let anchor: Anchor | null = null
  for (const file of anchorNames) {
    const bytes = await bytesOf(fs, join(folder, file))
    const found = bytes && genuineIn(bytes, keys)
    if (!found) findings.push({ file, kind: 'damaged-anchor', offset: 0 })
    else if (!anchor || found.sequence > anchor.sequence) anchor = found
  }
  return { anchor, findings }
}

/** Whether what was recovered is at least what the anchor tells of. */
export function compareWithAnchor(
  { anchor, findings }: Anchored,
  recovered: {
    readonly head: Head
    /** The digest of the transaction that the anchor tells of, where it was read. */
    readonly digest: string | null
    readonly incomplete: boolean
  },
  generation: number,
): { readonly findings: readonly Finding[]; readonly incomplete: boolean } {
  const found = [...findings]
  const note = (file: string, kind: Finding['kind']) => found.push({ file, kind, offset: 0 })
  if (!anchor) return { findings: found, incomplete: true }
  const { head, digest } = recovered
  const short = head.sequence < anchor.sequence
  const other = digest !== null && anchor.digest !== null && digest !== anchor.digest
  // Where the journal itself told of damage, that is why it is short.
  if (short && !recovered.incomplete) note(anchorNames[0], 'missing-end')
  if (other) note(anchorNames[0], 'other-history')
  if (generation < anchor.generation) note(slotFileNames[0], 'old-keys')
  return { findings: found, incomplete: short || other }
}

/** The last transaction that an anchor tells of, genuine or not; null when there is no anchor. */
export async function sequenceToldBy(fs: StoreFs, folder: string): Promise<number | null> {
  const told: number[] = []
  for (const file of anchorNames) {
    const bytes = await bytesOf(fs, join(folder, file))
    const read = bytes && schema.safeParse(jsonIn(bytes))
    if (bytes) told.push(read?.success ? read.data.sequence : Number.POSITIVE_INFINITY)
  }
  return told.length === 0 ? null : Math.min(...told)
}

function genuineIn(bytes: Uint8Array, keys: StoreKeys): Anchor | null {
  const read = schema.safeParse(jsonIn(bytes))
  if (!read.success) return null
  const { mac, ...content } = read.data
  const expected = macOf(content, keys)
  // Compared as text: several texts stand for the same bytes, and one of them was written.
  if (expected === null || !isSame(mac, expected)) return null
  const { directoryId, sequence, digest, generation } = content
  return { directoryId, sequence, digest, generation }
}

const macOf = (content: { readonly keyNumber: number }, keys: StoreKeys): string | null => {
  const code = keys.codeOf(canonicalBytes(content), content.keyNumber)
  return code && Buffer.from(code).toString('hex')
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Null when it is not there or the disk does not give it: the copy may be. */
async function bytesOf(fs: StoreFs, path: string): Promise<Uint8Array | null> {
  return fs.readFile(path).catch((cause: unknown) => {
    if (errorCode(cause) === '') throw cause
    return null
  })
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}
