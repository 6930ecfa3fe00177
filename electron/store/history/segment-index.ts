import { allActivities } from '../../../shared/directory/activities.ts'
import { toldOf, touchesOfChange } from '../../../shared/directory/touches.ts'
import type { Change } from '../../../shared/directory/transaction.ts'
import type { Extent, TransactionHead } from '../format/transaction-lines.ts'
import type { HistoryQuery } from '../history.ts'
import { type IdHash, idHash } from './id-hash.ts'
import { largeNumbers, wholeNumbers } from './number-column.ts'
import { maskWords, type Vocabulary } from './vocabulary.ts'

/** The number of a change that is none. */
const noChange = 0xffffffff

/** Where a transaction is in its segment. */
export type Place = {
  readonly segment: number
  readonly extents: readonly Extent[]
  readonly end: number
}

/** A query in the numbers of a segment's columns. */
export type Condition = {
  readonly about: IdHash | null
  readonly bit: number | null
  readonly actor: number | null
  readonly activity: number | null
  readonly from: number
  readonly to: number
}

/** The query as a condition, or null when by its words alone nothing can match. */
export function conditionOf(query: HistoryQuery, words: Vocabulary): Condition | null {
  const bit = query.property === undefined ? null : words.knownBitOf(query.property)
  const actor = query.by === undefined ? null : words.knownActor(query.by)
  if (bit === undefined || actor === undefined) return null
  return {
    about: query.about === undefined ? null : idHash(query.about),
    bit,
    actor,
    activity: query.activity === undefined ? null : allActivities.indexOf(query.activity),
    from: query.from ?? Number.NEGATIVE_INFINITY,
    to: query.to ?? Number.POSITIVE_INFINITY,
  }
}

/**
 * What is needed to find the transactions of one segment: some thirty bytes for each, and as many for each
 * record it touches. What they say stays on disk.
 */
export class SegmentIndex {
  readonly segment: number
  /** The sequence of the first transaction in it. */
  readonly first: number
  readonly #words: Vocabulary
  readonly #at = largeNumbers()
  readonly #activity = wholeNumbers()
  readonly #actor = wholeNumbers()
  readonly #changes = wholeNumbers()
  /** Where each transaction's touches and frames end in the columns below. */
  readonly #touchEnd = wholeNumbers()
  readonly #frameEnd = wholeNumbers()
  readonly #end = largeNumbers()
  readonly #frameOffset = largeNumbers()
  readonly #frameIndex = wholeNumbers()
  readonly #frameChanges = wholeNumbers()
  readonly #high = wholeNumbers()
  readonly #low = wholeNumbers()
  readonly #touchedChange = wholeNumbers()
  readonly #mask = new Uint32Array(maskWords)
  readonly #masks = Array.from({ length: maskWords }, wholeNumbers)

  constructor(segment: number, first: number, words: Vocabulary) {
    this.segment = segment
    this.first = first
    this.#words = words
  }

  /** The sequence of the last transaction in it; one before the first when there is none. */
  get last(): number {
    return this.first + this.#at.length - 1
  }

  /** Takes in a change of the next transaction, whose number in it this is. */
  touch(change: Change, number: number): void {
    for (const { id, properties } of touchesOfChange(change)) this.#touch(id, properties, number)
  }

  /** Takes in the next transaction, whose changes have been taken in. */
  end(head: TransactionHead, changes: number, { extents, end }: Omit<Place, 'segment'>): void {
    for (const id of toldOf(head)) this.#touch(id, [], noChange)
    for (const extent of extents) {
      this.#frameOffset.push(extent.offset)
      this.#frameIndex.push(extent.index)
      this.#frameChanges.push(extent.changes)
    }
    this.#touchEnd.push(this.#high.length)
    this.#frameEnd.push(this.#frameOffset.length)
    this.#end.push(end)
    this.#activity.push(allActivities.indexOf(head.activity))
    this.#actor.push(this.#words.actor(head.actor.id))
    this.#changes.push(changes)
    this.#at.push(Date.parse(head.at))
  }

  /** The sequences up to `last` that match, the newest first. */
  *matching(condition: Condition, last: number): Generator<number> {
    for (let row = Math.min(last, this.last) - this.first; row >= 0; row -= 1)
      if (this.#matches(row, condition)) yield this.first + row
  }

  placeOf(sequence: number): Place {
    const row = sequence - this.first
    const extents: Extent[] = []
    for (let at = startOf(this.#frameEnd, row); at < this.#frameEnd.at(row); at += 1)
      extents.push({
        offset: this.#frameOffset.at(at),
        index: this.#frameIndex.at(at),
        changes: this.#frameChanges.at(at),
      })
    return { segment: this.segment, extents, end: this.#end.at(row) }
  }

  changesOf(sequence: number): number {
    return this.#changes.at(sequence - this.first)
  }

  /** Which changes of a transaction are about a record, in order. */
  changesAbout(sequence: number, about: IdHash): number[] {
    const row = sequence - this.first
    const found = new Set<number>()
    for (let touch = startOf(this.#touchEnd, row); touch < this.#touchEnd.at(row); touch += 1)
      if (this.#touches(touch, about, null)) found.add(this.#touchedChange.at(touch))
    found.delete(noChange)
    return [...found]
  }

  #touch(id: string, properties: readonly string[], change: number) {
    const { high, low } = idHash(id)
    this.#high.push(high)
    this.#low.push(low)
    this.#touchedChange.push(change)
    this.#mask.fill(0)
    for (const name of properties) set(this.#mask, this.#words.bitOf(name))
    for (const [word, column] of this.#masks.entries()) column.push(this.#mask[word] ?? 0)
  }

  #matches(row: number, { about, bit, actor, activity, from, to }: Condition): boolean {
    if (actor !== null && this.#actor.at(row) !== actor) return false
    if (activity !== null && this.#activity.at(row) !== activity) return false
    const at = this.#at.at(row)
    if (at < from || at >= to) return false
    if (about === null && bit === null) return true
    for (let touch = startOf(this.#touchEnd, row); touch < this.#touchEnd.at(row); touch += 1)
      if (this.#touches(touch, about, bit)) return true
    return false
  }

  #touches(touch: number, about: IdHash | null, bit: number | null): boolean {
    if (about && (this.#low.at(touch) !== about.low || this.#high.at(touch) !== about.high))
      return false
    if (bit === null) return true
    return ((this.#masks[bit >>> 5]?.at(touch) ?? 0) & (1 << (bit & 31))) !== 0
  }
}

const startOf = (ends: { at(row: number): number }, row: number) =>
  row === 0 ? 0 : ends.at(row - 1)

function set(mask: Uint32Array, bit: number) {
  const word = bit >>> 5
  mask[word] = (mask[word] ?? 0) | (1 << (bit & 31))
}
