/** A set of slots, the small numbers that stand for users, as bits. */
export class SlotSet {
  #words: Uint32Array

  constructor(words: Uint32Array = new Uint32Array(0)) {
    this.#words = words
  }

  copy(): SlotSet {
    return new SlotSet(this.#words.slice())
  }

  add(slot: number) {
    const word = slot >>> 5
    if (word >= this.#words.length) this.#reserve(word)
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (slot & 31))
  }

  delete(slot: number) {
    const word = slot >>> 5
    if (word < this.#words.length)
      this.#words[word] = (this.#words[word] ?? 0) & ~(1 << (slot & 31))
  }

  has(slot: number): boolean {
    return (((this.#words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1
  }

  get size(): number {
    let size = 0
    for (let word = 0; word < this.#words.length; word++) size += ones(this.#words[word] ?? 0)
    return size
  }

  get empty(): boolean {
    return this.#words.every((bits) => bits === 0)
  }

  /** Adds all of another set to this one. */
  addAll(other: SlotSet) {
    if (other.#words.length > this.#words.length) this.#reserve(other.#words.length - 1)
    for (let word = 0; word < other.#words.length; word++)
      this.#words[word] = (this.#words[word] ?? 0) | (other.#words[word] ?? 0)
  }

  /** Leaves only what is in the other set too. */
  keep(other: SlotSet) {
    for (let word = 0; word < this.#words.length; word++)
      this.#words[word] = (this.#words[word] ?? 0) & (other.#words[word] ?? 0)
  }

  and(other: SlotSet): SlotSet {
    const both = this.copy()
    both.keep(other)
    return both
  }

  or(other: SlotSet): SlotSet {
    const either = this.copy()
    either.addAll(other)
    return either
  }

  without(other: SlotSet): SlotSet {
    return this.filter((slot) => !other.has(slot))
  }

  filter(keep: (slot: number) => boolean): SlotSet {
    const kept = this.copy()
    this.#each((slot) => {
      if (!keep(slot)) kept.delete(slot)
    })
    return kept
  }

  /** The slots themselves, lowest first. */
  slots(): Uint32Array {
    const slots = new Uint32Array(this.size)
    let next = 0
    this.#each((slot) => {
      slots[next++] = slot
    })
    return slots
  }

  /** The slots of this set as they stand in `order`, which holds all of them. */
  inOrder(order: Uint32Array): Uint32Array {
    const slots = new Uint32Array(this.size)
    let next = 0
    for (let index = 0; index < order.length; index++) {
      const slot = order[index] ?? 0
      if (this.has(slot)) slots[next++] = slot
    }
    return slots
  }

  /**
   * The slots of this set in as many piles, one behind the other, each as it stands in `order`. `pileOf` is
   * asked in the order of the slots, in which memory is quickest.
   */
  inPiles(order: Uint32Array, piles: number, pileOf: (slot: number) => number): Uint32Array {
    const pileAt = new Uint8Array(this.#words.length * 32)
    const sizes = new Array<number>(piles).fill(0)
    this.#each((slot) => {
      const pile = pileOf(slot)
      pileAt[slot] = pile + 1
      sizes[pile] = (sizes[pile] ?? 0) + 1
    })
    // The first place of each pile; 0 stands for slots that are in none.
    const next = [0, 0]
    for (const size of sizes) next.push((next.at(-1) ?? 0) + size)
    const slots = new Uint32Array(next.at(-1) ?? 0)
    for (let index = 0; index < order.length; index++) {
      const slot = order[index] ?? 0
      const pile = pileAt[slot] ?? 0
      if (pile === 0) continue
      const place = next[pile] ?? 0
      slots[place] = slot
      next[pile] = place + 1
    }
    return slots
  }

  #each(visit: (slot: number) => void) {
    for (let word = 0; word < this.#words.length; word++)
      for (let bits = this.#words[word] ?? 0; bits !== 0; bits &= bits - 1)
        visit((word << 5) + 31 - Math.clz32(bits & -bits))
  }

  /** A quarter more than asked for, so that adding one slot after another seldom copies. */
  #reserve(word: number) {
    const words = new Uint32Array(word + (word >>> 2) + 1)
    words.set(this.#words)
    this.#words = words
  }
}

/** How many bits are set. */
function ones(bits: number): number {
  const inPairs = bits - ((bits >>> 1) & 0x55555555)
  const inFours = (inPairs & 0x33333333) + ((inPairs >>> 2) & 0x33333333)
  return Math.imul((inFours + (inFours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
