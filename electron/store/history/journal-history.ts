import type { Transaction } from '../../../shared/directory/transaction.ts'
import { AppError } from '../../../shared/errors.ts'
import type {
  ChangesAsked,
  FoundTransactions,
  History,
  HistoryQuery,
  TransactionPage,
  Window,
} from '../history.ts'
import { idHash } from './id-hash.ts'
import { conditionOf, type Place, type SegmentIndex } from './segment-index.ts'
import type { HistoryPlace } from './segment-reader.ts'
import { type SegmentReader, SegmentReaders } from './segment-reader.ts'
import { Segments } from './segments.ts'

/** The history as it lies in the journal's segments. */
export class JournalHistory implements History {
  readonly #place: HistoryPlace
  readonly #segments: Segments
  #last: number

  /** `last` is the sequence of the last transaction at the start. */
  constructor(place: HistoryPlace, last: number) {
    this.#place = place
    this.#segments = new Segments(place, last)
    this.#last = last
  }

  async add(transaction: Transaction, place: Place): Promise<void> {
    await this.#segments.add(transaction, place)
    this.#last = transaction.sequence
  }

  find(query: HistoryQuery, { offset, limit }: Window): Promise<FoundTransactions> {
    return this.#orDamaged(async () => {
      const last = this.#last
      if (Object.values(query).every((condition) => condition === undefined))
        return { total: last, sequences: downFrom(last - offset, limit) }
      await this.#segments.reach(1)
      const sequences: number[] = []
      let total = 0
      for (const sequence of this.#matching(query, last)) {
        if (total >= offset && sequences.length < limit) sequences.push(sequence)
        total += 1
      }
      return { total, sequences }
    })
  }

  read(sequences: readonly number[], asked: ChangesAsked): Promise<readonly TransactionPage[]> {
    return this.#orDamaged(async () => {
      const pages: TransactionPage[] = []
      const readers = new SegmentReaders(this.#place)
      try {
        for (const sequence of sequences) {
          const index = await this.#indexOf(sequence)
          pages.push(await pageOf(await readers.of(index.segment), index, sequence, asked))
        }
      } finally {
        await readers.close()
      }
      return pages
    })
  }

  actors(): Promise<readonly string[]> {
    return this.#orDamaged(async () => {
      await this.#segments.reach(1)
      return this.#segments.words.actors
    })
  }

  lastNameOf(id: string): Promise<string | null> {
    return this.#orDamaged(async () => {
      // What was done lately is at hand, and whoever is gone has mostly gone lately.
      const lately = await this.#lastNameAtHand(id)
      if (lately !== null) return lately
      await this.#segments.reach(1)
      return this.#lastNameAtHand(id)
    })
  }

  async #lastNameAtHand(id: string): Promise<string | null> {
    for (const sequence of this.#matching({ about: id }, this.#last)) {
      const [page] = await this.read([sequence], { about: id, offset: 0, limit: 1 })
      const { before, after } = page?.changes.find((change) => change.id === id) ?? {}
      const name = after?.displayName ?? before?.displayName
      if (typeof name === 'string') return name
    }
    return null
  }

  *#matching(query: HistoryQuery, before: number): Generator<number> {
    const condition = conditionOf(query, this.#segments.words)
    if (!condition) return
    for (const { index, last } of this.#segments.newestFirst(before))
      yield* index.matching(condition, last)
  }

  async #indexOf(sequence: number): Promise<SegmentIndex> {
    await this.#segments.reach(sequence)
    for (const { index } of this.#segments.newestFirst(sequence)) return index
    throw new RangeError(`There is no transaction ${sequence}.`)
  }

  async #orDamaged<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      if (cause instanceof AppError || cause instanceof RangeError) throw cause
      const values = { path: this.#place.folder }
      throw new AppError('damaged', 'historyDamaged', { values, cause })
    }
  }
}

async function pageOf(
  reader: SegmentReader,
  index: SegmentIndex,
  sequence: number,
  { about, offset, limit }: ChangesAsked,
): Promise<TransactionPage> {
  const all = index.changesOf(sequence)
  const asked = about === undefined ? null : index.changesAbout(sequence, idHash(about))
  const window = asked
    ? asked.slice(offset, offset + limit)
    : Array.from({ length: Math.max(0, Math.min(limit, all - offset)) }, (_, at) => offset + at)
  const { head, changes } = await reader.read(index.placeOf(sequence), window)
  return { ...head, total: asked?.length ?? all, changes, numbers: window }
}

const downFrom = (last: number, limit: number): number[] =>
  Array.from({ length: Math.max(0, Math.min(limit, last)) }, (_, at) => last - at)
