import { SlotSet } from './slot-set.ts'

/** Less than 0 when the first slot comes first. Never 0 for two slots. */
export type CompareSlots = (one: number, other: number) => number

/** Slots kept in order. Users that change are put in their new place when the order is next read. */
export class SortOrder {
  #slots: Uint32Array
  readonly #compare: CompareSlots
  #touched = new SlotSet()

  constructor(sorted: Uint32Array, compare: CompareSlots) {
    this.#slots = sorted
    this.#compare = compare
  }

  touch(slot: number) {
    this.#touched.add(slot)
  }

  /** The order now; `exists` tells which of the touched slots still hold a user. */
  read(exists: (slot: number) => boolean): Uint32Array {
    const touched = this.#touched
    if (touched.empty) return this.#slots
    this.#touched = new SlotSet()
    const kept = this.#slots.filter((slot) => !touched.has(slot))
    const moved = [...touched.slots()].filter(exists).sort(this.#compare)
    this.#slots = merge(kept, moved, this.#compare)
    return this.#slots
  }
}

function merge(kept: Uint32Array, moved: readonly number[], compare: CompareSlots): Uint32Array {
  const merged = new Uint32Array(kept.length + moved.length)
  let from = 0
  moved.forEach((slot, before) => {
    const to = placeOf(slot, kept, from, compare)
    merged.set(kept.subarray(from, to), from + before)
    merged[to + before] = slot
    from = to
  })
  merged.set(kept.subarray(from), from + moved.length)
  return merged
}

function placeOf(slot: number, sorted: Uint32Array, from: number, compare: CompareSlots): number {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle] ?? 0, slot) < 0) low = middle + 1
    else high = middle
  }
  return low
}
