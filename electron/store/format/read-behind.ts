import type { Transaction } from '../../../shared/directory/transaction.ts'
import type { StoreKeys } from '../store-keys.ts'
import { linesAndMac } from './audit-link.ts'
import { headerHash } from './file-header.ts'
import { decodeFrame, type ReadFrame, tagBefore } from './frame.ts'
import type { SegmentReading } from './read-segment.ts'
import type { Seal } from './seal.ts'
import { transactionOf } from './transaction-lines.ts'

/** A frame takes at least so many bytes: that is how many the damage can have hit. */
const shortestFrame = 52

/** In how many places one frame is tried. */
const mostPlaces = 1000

/**
 * The whole transactions of a segment behind where its intact part ends. A frame is bound to the one before by that
 * one's tag alone: where the tag is left, a frame whose other bytes are gone still vouches for the next. Which
 * number that one has in the file is found by trying.
 */
export function* readBehind(
  file: Buffer,
  keys: StoreKeys,
  { header, offset, frames }: SegmentReading,
): Generator<Transaction> {
  const seal = keys.sealOf(header)
  if (!seal) return
  const behind = new FramesBehind(file, seal, { offset, frames })
  let parts: Uint8Array[] = []
  for (let read = behind.next(); read; read = behind.next()) {
    const { type, content } = read.frame
    // What is carried over gets a place of its own in the chain of entries.
    const { lines } = linesAndMac(content)
    if (type === 'transaction') yield transactionOf([lines])
    // A transaction whose beginning is lost is lost.
    if (type === 'begin') parts = [lines]
    else if (behind.inStep && parts.length > 0) parts.push(lines)
    else parts = []
    if (type !== 'commit' || parts.length === 0) continue
    yield transactionOf(parts)
    parts = []
  }
}

/** Walks from one frame that is genuine to the next, over what is not. */
class FramesBehind {
  /** Whether the last frame follows the one before it. */
  inStep = false
  readonly #file: Buffer
  readonly #seal: Seal
  readonly #bound: Uint8Array
  /** Where the last genuine frame ends, and how many there are up to there. */
  #known: { readonly offset: number; readonly frames: number }

  constructor(file: Buffer, seal: Seal, known: { offset: number; frames: number }) {
    this.#file = file
    this.#seal = seal
    this.#bound = headerHash(file)
    this.#known = known
  }

  next(): ReadFrame | null {
    const { offset } = this.#known
    for (let at = offset; at >= 0; at = this.#file.indexOf('RJ', at + 1, 'latin1')) {
      const read = this.#frameAt(at)
      if (!read) continue
      this.inStep = at === offset
      return read
    }
    return null
  }

  #frameAt(at: number): ReadFrame | null {
    const { offset, frames } = this.#known
    const places = Math.min(mostPlaces, Math.ceil((at - offset) / shortestFrame))
    const chain = { header: this.#bound, lastTag: tagBefore(this.#file, at) }
    for (let index = frames; index <= frames + places; index += 1) {
      const read = decodeFrame(this.#file, at, this.#seal, { ...chain, index })
      if (!read) continue
      this.#known = { offset: read.end, frames: index + 1 }
      return read
    }
    return null
  }
}
