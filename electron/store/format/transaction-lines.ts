import {
  type Change,
  changeSchema,
  type Transaction,
  transactionSchema,
} from '../../../shared/directory/transaction.ts'
import { asciiJson } from './ascii-json.ts'
import { type AuditLink, macLine } from './audit-link.ts'
import type { FrameType } from './frame.ts'

/** How much of a transaction one frame takes, in bytes, before the next is begun. */
const partSize = 512 * 1024

const head = transactionSchema.omit({ changes: true })

/** A frame of a transaction, without the sequence and the time that all of them share. */
export type TransactionPart = {
  readonly type: FrameType
  readonly content: Buffer
  /** How many changes are in it. */
  readonly changes: number
}

/** Where a frame of a transaction is in its segment, and how many changes are in it. */
export type Extent = {
  readonly offset: number
  /** Which frame of the segment it is, counted from 0. */
  readonly index: number
  readonly changes: number
}

/**
 * A transaction as lines of JSON: first what it is, then a change a line, and last what chains it to the one
 * before. A small one is one frame. A large one begins, goes on and commits, so that no step of writing or
 * reading it holds the whole.
 */
export function* partsOf(
  { changes, ...rest }: Transaction,
  link?: AuditLink,
): Generator<TransactionPart> {
  let lines = [asciiJson(rest)]
  let size = lines[0]?.length ?? 0
  let begun = false
  const part = (type: FrameType) => {
    const content = Buffer.from(lines.join('\n'), 'latin1')
    link?.add(content)
    return { type, content, changes: begun ? lines.length : lines.length - 1 }
  }
  for (const change of changes) {
    if (size > partSize) {
      yield part(begun ? 'part' : 'begin')
      begun = true
      lines = []
      size = 0
    }
    const line = asciiJson(change)
    lines.push(line)
    size += line.length
  }
  const last = part(begun ? 'commit' : 'transaction')
  if (!link) yield last
  else
    yield { ...last, content: Buffer.concat([last.content, Buffer.from(`\n${macLine(link.mac)}`)]) }
}

/** So many changes are measured at most; the others are taken to be like them. */
const measured = 1000

/** About how many bytes changes take in the journal. */
export function sizeOfChanges(changes: readonly Change[]): number {
  const step = Math.ceil(changes.length / measured)
  const sample = changes.filter((_, index) => index % step === 0)
  const bytes = sample.reduce((sum, change) => sum + asciiJson(change).length, 0)
  return sample.length === 0 ? 0 : Math.ceil((bytes * changes.length) / sample.length)
}

/** Puts the frames of a transaction together again. Throws when they are not one. */
export function transactionOf(contents: readonly Uint8Array[]): Transaction {
  const [first = '', ...others] = contents.flatMap(linesOf)
  return { ...headOf(first), changes: others.map(changeOf) }
}

export const linesOf = (content: Uint8Array): string[] =>
  Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1').split('\n')

/** What a transaction is, without its changes. */
export type TransactionHead = Omit<Transaction, 'changes'>

export const headOf = (line: string): TransactionHead => head.parse(JSON.parse(line))

export const changeOf = (line: string): Change => changeSchema.parse(JSON.parse(line))
