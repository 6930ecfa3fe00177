import { deal } from './deal.ts'

export type CompareTexts = (one: string, other: string) => number

/**
 * Orders slots by a text of each; empty texts come last. Slots whose texts are equal stay as they were
 * among themselves, unless `sortTied` sorts them.
 *
 * Comparing is what costs, so only the distinct texts are compared; the slots are then dealt out by the
 * rank of their text.
 */
export function orderBy(
  slots: Uint32Array,
  textOf: (slot: number) => string,
  compare: CompareTexts,
  direction: 'asc' | 'desc',
  sortTied: (tied: Uint32Array) => void = () => {},
): Uint32Array {
  const texts = Array.from(slots, textOf)
  const ranks = rankTexts(texts, compare)
  const count = new Set(ranks.values()).size
  const pileAt = Uint32Array.from(texts, (text) => {
    const rank = ranks.get(text)
    if (rank === undefined) return count
    return direction === 'asc' ? rank : count - 1 - rank
  })
  const dealt = deal(slots, pileAt, count + 1)
  for (const [from, to] of pilesOfSeveral(pileAt, count + 1)) sortTied(dealt.subarray(from, to))
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

/** The place of each text among the distinct ones. Texts that compare as equal share a rank. */
function rankTexts(texts: readonly string[], compare: CompareTexts): ReadonlyMap<string, number> {
  const sorted = [...new Set(texts)].filter((text) => text !== '').sort(compare)
  const ranks = new Map<string, number>()
  let rank = -1
  sorted.forEach((text, index) => {
    const before = sorted[index - 1]
    if (before === undefined || compare(before, text) !== 0) rank++
    ranks.set(text, rank)
  })
  return ranks
}
