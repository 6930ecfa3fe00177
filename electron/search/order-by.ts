import { sorting } from '../sorting.ts'
import { deal } from './deal.ts'

export type CompareTexts = (one: string, other: string) => number

/** How many values are looked at in one step. */
const step = 256

/**
 * Orders slots, in steps, by a text of each; empty texts come last. Slots whose texts are equal stay as they
 * were among themselves, unless `sortTied` sorts them.
 *
 * Comparing is what costs, so only the distinct texts are compared; the slots are then dealt out by the
 * rank of their text.
 */
export function* ordering(
  slots: Uint32Array,
  textOf: (slot: number) => string,
  compare: CompareTexts,
  direction: 'asc' | 'desc',
  sortTied: (tied: Uint32Array) => void = () => {},
): Generator<void, Uint32Array> {
  const texts: string[] = []
  const distinct = new Set<string>()
  yield* eachUpTo(slots.length, (index) => {
    const text = textOf(slots[index] ?? 0)
    texts.push(text)
    if (text !== '') distinct.add(text)
  })
  const { ranks, count } = yield* ranking([...distinct], compare)
  const pileAt = new Uint32Array(slots.length)
  yield* eachUpTo(slots.length, (index) => {
    const rank = ranks.get(texts[index] ?? '')
    if (rank === undefined) pileAt[index] = count
    else pileAt[index] = direction === 'asc' ? rank : count - 1 - rank
  })
  const dealt = deal(slots, pileAt, count + 1)
  for (const [from, to] of pilesOfSeveral(pileAt, count + 1)) {
    sortTied(dealt.subarray(from, to))
    yield
  }
  return dealt
}

/** Where those piles begin and end that more than one slot was dealt to. */
function* pilesOfSeveral(pileAt: Uint32Array, piles: number): Generator<[number, number]> {
  const sizes = new Uint32Array(piles)
  for (const pile of pileAt) sizes[pile] = (sizes[pile] ?? 0) + 1
  let from = 0
  for (const size of sizes) {
    if (size > 1) yield [from, from + size]
    from += size
  }
}

/** The place of each of the distinct texts. Texts that compare as equal share a rank. */
function* ranking(
  distinct: readonly string[],
  compare: CompareTexts,
): Generator<void, { ranks: ReadonlyMap<string, number>; count: number }> {
  const sorted = yield* sorting(distinct, compare)
  const ranks = new Map<string, number>()
  let count = 0
  yield* eachUpTo(sorted.length, (index) => {
    const text = sorted[index] ?? ''
    const before = sorted[index - 1]
    if (before === undefined || compare(before, text) !== 0) count += 1
    ranks.set(text, count - 1)
  })
  return { ranks, count }
}

function* eachUpTo(count: number, visit: (index: number) => void): Generator<void, void> {
  for (let index = 0; index < count; index += 1) {
    visit(index)
    if (index % step === 0) yield
  }
}
