/** Draws that are the same on every machine and in every run. */
export type Random = {
  /** A whole number from `first` to `last`, both included. */
  between(first: number, last: number): number
  /** Whether something of this probability happens. */
  chance(probability: number): boolean
  pick<T>(list: readonly [T, ...T[]]): T
}

const seed = 'Askerby Instruments'

/**
 * The draws that belong to these words. Each purpose of each person has its own, so that a person added
 * to the chart leaves everyone else as they were.
 */
export function randomFor(...words: readonly string[]): Random {
  const next = mulberry32(hash([seed, ...words].join('\n')))
  const between = (first: number, last: number) => first + Math.floor(next() * (last - first + 1))
  return {
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
  }
}

/** A GUID of version 4 in form, drawn for these words. */
export function guidFor(...words: readonly string[]): string {
  const random = randomFor('id', ...words)
  const hex = Array.from({ length: 32 }, () => random.between(0, 15).toString(16)).join('')
  const [, first, second, third, fourth, last] =
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/.exec(hex) ?? []
  return `${first}-${second}-4${third}-${random.pick(['8', '9', 'a', 'b'])}${fourth}-${last}`
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** Tommy Ettinger's generator: 32 bits of state, integers only, so no engine rounds it differently. */
function mulberry32(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
