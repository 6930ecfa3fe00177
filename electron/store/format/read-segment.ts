import type { Transaction } from '../../../shared/directory/transaction.ts'
import type { StoreKeys } from '../store-keys.ts'
import { linesAndMac } from './audit-link.ts'
import {
  decodeHeader,
  type FileHeader,
  type HeaderFault,
  headerHash,
  headerLength,
} from './file-header.ts'
import { decodeFrame, type Frame, hasLaterFrame } from './frame.ts'
import { transactionOf } from './transaction-lines.ts'

/**
 * How a segment ends: as it was written, cut short by a crash, or with something wrong before its end.
 * `foreign` is one that no key of the directory is good for.
 */
export type SegmentEnd = 'whole' | 'torn' | 'damaged' | 'foreign'

/** A transaction with its tag, what the next one is chained to, and where its last frame ends. */
export type Placed = {
  readonly transaction: Transaction
  readonly tag: Uint8Array
  readonly mac: string
  readonly end: number
}

export type SegmentReading = {
  readonly header: FileHeader
  readonly end: SegmentEnd
  /** Where the intact part ends, in bytes from the beginning. */
  readonly offset: number
  /** How many frames it has. */
  readonly frames: number
}

/**
 * Whether nothing in a segment counts, because it was being created in a crash: its header, or the
 * repetition with which it begins, never reached the disk.
 */
export function isVoid(file: Buffer, header: FileHeader | null): boolean {
  if (header === null) return !hasLaterFrame(file, 0, 0)
  return header.repeats && !hasLaterFrame(file, 0, header.baseSequence)
}

/**
 * Up to which sequence each of the segments counts, the oldest first: what it holds beyond the base of a
 * later one was never acknowledged, or is repeated there.
 */
export function limitsOf(headers: readonly (FileHeader | null)[]): number[] {
  let limit = Number.POSITIVE_INFINITY
  const limits: number[] = []
  for (const header of headers.toReversed()) {
    limits.push(limit)
    limit = Math.min(limit, header?.baseSequence ?? limit)
  }
  return limits.reverse()
}

/** A frame of a segment that is intact and in its place. */
export type PlacedFrame = {
  readonly frame: Frame
  readonly tag: Uint8Array
  readonly offset: number
  readonly end: number
  /** Counted from 0 in the segment. */
  readonly index: number
  /** Whether it is the first one of its transaction, and whether it is the last. */
  readonly begins: boolean
  readonly ends: boolean
}

/** Whose frames were read; `foreign` when no key of the directory is good for it. */
type FramesRead = { readonly header: FileHeader; readonly foreign: boolean }

/** The frames of a segment in order, up to the first that is not whole or not in its place. */
export function* framesOfSegment(
  file: Buffer,
  keys: StoreKeys,
): Generator<PlacedFrame, FramesRead | HeaderFault> {
  const header = decodeHeader(file, 'segment')
  if (typeof header === 'string') return header
  const seal = keys.sealOf(header)
  if (!seal) return { header, foreign: true }
  const bound = headerHash(file)
  let lastTag = header.baseTag
  let sequence = header.baseSequence
  let begins = true
  let index = 0
  for (let offset = headerLength; offset < file.length; index += 1) {
    const read = decodeFrame(file, offset, seal, { header: bound, lastTag, index })
    if (!read || read.frame.sequence !== sequence + 1) break
    const { frame, tag, end } = read
    const ends = frame.type === 'transaction' || frame.type === 'commit'
    yield { frame, tag, offset, end, index, begins, ends }
    if (ends) sequence += 1
    begins = ends
    lastTag = tag
    offset = end
  }
  return { header, foreign: false }
}

/**
 * Reads a segment's transactions in order, each only when it is whole. Stops at the first frame that is
 * not: that is a torn tail, or damage when an intact later frame stands behind it.
 */
export function* readSegment(
  file: Buffer,
  keys: StoreKeys,
): Generator<Placed, SegmentReading | HeaderFault> {
  const frames = framesOfSegment(file, keys)
  let parts: Uint8Array[] = []
  let offset = headerLength
  let committed = { offset: headerLength, frames: 0 }
  let last = 0
  let next = frames.next()
  for (; !next.done; next = frames.next()) {
    const { frame, tag, end, ends, index } = next.value
    const { lines, mac } = linesAndMac(frame.content)
    parts.push(lines)
    offset = end
    if (!ends) continue
    yield { transaction: transactionOf(parts), tag, mac: mac ?? '', end }
    parts = []
    committed = { offset: end, frames: index + 1 }
    last = frame.sequence
  }
  if (typeof next.value === 'string') return next.value
  const { header, foreign } = next.value
  if (foreign) return { header, end: 'foreign', offset: headerLength, frames: 0 }
  if (offset === file.length && parts.length === 0) return { header, end: 'whole', ...committed }
  const sequence = Math.max(header.baseSequence, last)
  const end = hasLaterFrame(file, offset, sequence) ? 'damaged' : 'torn'
  return { header, end, ...committed }
}
