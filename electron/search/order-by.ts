import { deal } from './deal.ts'

export type CompareTexts = (one: string, other: string) => number

/**
 * Orders slots by a text of each; empty texts come last. Slots whose texts are equal stay as they were
 * among themselves.
 *
 * Comparing is what costs, so only the distinct texts are compared; the slots are then dealt out by the
 * rank of their text.
 */
export function orderBy(
  slots: Uint32Array,
  textOf: (slot: number) => string,
  compare: CompareTexts,
  direction: 'asc' | 'desc',
): Uint32Array {
  const texts = Array.from(slots, textOf)
  const ranks = rankTexts(texts, compare)
  const count = new Set(ranks.values()).size
  const pileAt = Uint32Array.from(texts, (text) => {
    const rank = ranks.get(text)
    if (rank === undefined) return count
    return direction === 'asc' ? rank : count - 1 - rank
  })
  return deal(slots, pileAt, count + 1)
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
