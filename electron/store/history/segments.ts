import { join } from 'node:path'
import type { Change, Transaction } from '../../../shared/directory/transaction.ts'
import { eachInSlices, inSteps } from '../../slices.ts'
import { bufferOver } from '../buffer-over.ts'
import { segmentName, sortFiles } from '../file-names.ts'
import { linesAbove } from '../format/audit-link.ts'
import { decodeHeader } from '../format/file-header.ts'
import { framesOfSegment, isVoid, type PlacedFrame } from '../format/read-segment.ts'
import { type Extent, linesOf, type TransactionHead } from '../format/transaction-lines.ts'
import { release } from '../release.ts'
import { type Place, SegmentIndex } from './segment-index.ts'
import type { HistoryPlace } from './segment-reader.ts'
import { Vocabulary } from './vocabulary.ts'

/** A segment is missing, or does not hold what the next one goes on from. */
export class MissingHistory extends Error {
  override readonly name = 'MissingHistory'
}

/**
 * The indexes of the journal's segments. Those that were closed before the start are read once they are
 * needed, the newest first; what is saved from then on is taken in as it comes.
 */
export class Segments {
  readonly words = new Vocabulary()
  readonly #place: HistoryPlace
  /** The oldest first. */
  readonly #indexes: SegmentIndex[] = []
  /** The numbers of those before, the oldest first; null before anybody has looked. */
  #before: number[] | null = null
  /** The last sequence that the segments before must hold. */
  #wanted: number
  #reading: Promise<void> = Promise.resolve()

  /** `last` is the sequence of the last transaction at the start. */
  constructor(place: HistoryPlace, last: number) {
    this.#place = place
    this.#wanted = last
  }

  /** Takes in what has just been saved. */
  async add(transaction: Transaction, { segment, ...frames }: Place): Promise<void> {
    let index = this.#indexes.at(-1)
    if (index?.segment !== segment) {
      index = new SegmentIndex(segment, transaction.sequence, this.words)
      this.#indexes.push(index)
    }
    const { changes, ...head } = transaction
    await eachInSlices(changes.entries(), ([number, change]) => index.touch(change, number))
    index.end(head, changes.length, frames)
  }

  /** Reads as many segments as are needed to know every transaction from `sequence` on. */
  reach(sequence: number): Promise<void> {
    const reached = this.#reading.then(async () => {
      while (this.#wanted >= sequence) await this.#readNext()
    })
    this.#reading = reached.catch(() => {})
    return reached
  }

  /** The indexes, the newest first, each with the last sequence that counts in it. */
  *newestFirst(last: number): Generator<{ readonly index: SegmentIndex; readonly last: number }> {
    for (const index of this.#indexes.toReversed()) {
      if (index.first > last) continue
      yield { index, last: Math.min(last, index.last) }
      last = index.first - 1
    }
  }

  async #listBefore(): Promise<number[]> {
    const { segments } = sortFiles(await this.#place.fs.readdir(this.#place.folder))
    const [own] = this.#indexes
    return segments.filter((number) => !own || number < own.segment)
  }

  async #readNext(): Promise<void> {
    const { fs, folder, keys } = this.#place
    this.#before ??= await this.#listBefore()
    const number = this.#before.at(-1)
    if (number === undefined) throw new MissingHistory()
    const bytes = bufferOver(await fs.readFile(join(folder, segmentName(number))))
    const header = decodeHeader(bytes, 'segment')
    if (
      typeof header !== 'string' &&
      !isVoid(bytes, header) &&
      header.baseSequence < this.#wanted
    ) {
      const index = new SegmentIndex(number, header.baseSequence + 1, this.words)
      const frames = framesOfSegment(bytes, keys)
      await inSteps(takingIn(index, frames, this.#wanted))
      if (index.last !== this.#wanted) throw new MissingHistory()
      this.#indexes.unshift(index)
      this.#wanted = header.baseSequence
    }
    release(bytes)
    this.#before.pop()
  }
}

/** Takes in the transactions of a segment up to `last`, a change at a time. */
function* takingIn(index: SegmentIndex, frames: Iterable<PlacedFrame>, last: number) {
  let head: TransactionHead | null = null
  let extents: Extent[] = []
  let changes = 0
  for (const { frame, offset, end, index: place, begins, ends } of frames) {
    if (frame.sequence > last) return
    const lines = linesOf(linesAbove(frame.content))
    if (begins) head = JSON.parse(lines.shift() ?? '') as TransactionHead
    extents.push({ offset, index: place, changes: lines.length })
    for (const line of lines) {
      index.touch(JSON.parse(line) as Change, changes)
      changes += 1
      yield
    }
    yield
    if (!ends || !head) continue
    index.end(head, changes, { extents, end })
    extents = []
    changes = 0
  }
}
