import { SlotSet } from './slot-set.ts'

const classes = 48
const firstShared = 37
const pairs = classes * classes
const triples = 2048
const grams = pairs + triples

/** a to z, the digits and the space have a class of their own; all other characters share the rest. */
function classOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97
  if (code >= 48 && code <= 57) return code - 22
  if (code === 32) return 36
  return firstShared + (code % (classes - firstShared))
}

const pairOf = (one: number, two: number) => one * classes + two

/** Triples are too many to have a set each; those that meet in one only make it less sharp. */
const tripleOf = (one: number, two: number, three: number) =>
  pairs + ((one * 1297 + two * 389 + three * 61) % triples)

/** Visits the numbers of all two and three neighbouring characters of a text. */
function eachGram(text: string, visit: (gram: number) => void) {
  let one = -1
  let two = classOf(text.charCodeAt(0))
  for (let at = 1; at < text.length; at++) {
    const three = classOf(text.charCodeAt(at))
    visit(pairOf(two, three))
    if (one !== -1) visit(tripleOf(one, two, three))
    one = two
    two = three
  }
}

/** The grams that a text has and another had not, and the other way round. */
export type GramChange = { readonly on: readonly number[]; readonly off: readonly number[] }

const marks = new Uint8Array(grams)

export function gramChange(before: string, after: string): GramChange {
  const on: number[] = []
  const off: number[] = []
  if (before === after) return { on, off }
  eachGram(after, (gram) => {
    marks[gram] = 1
  })
  eachGram(before, (gram) => {
    if (marks[gram] === 0) off.push(gram)
    marks[gram] = 2
  })
  eachGram(after, (gram) => {
    if (marks[gram] === 1) on.push(gram)
    marks[gram] = 0
  })
  for (const gram of off) marks[gram] = 0
  return { on, off }
}

/**
 * For every two and three neighbouring characters the slots whose text holds them. Tells, within
 * microseconds, which texts are worth looking into for a term; an index of whole words would not find
 * parts of words.
 */
export class GramSets {
  // One table, a row of bits for each gram: a typed array each takes three times as long to fill.
  #bits = new Uint32Array(0)
  #rowLength = 0

  /** Makes room for so many slots. */
  reserve(slots: number) {
    const rowLength = Math.ceil(slots / 32)
    if (rowLength <= this.#rowLength) return
    const bits = new Uint32Array(grams * rowLength)
    for (let gram = 0; gram < grams; gram++) bits.set(this.#rowOf(gram), gram * rowLength)
    this.#bits = bits
    this.#rowLength = rowLength
  }

  add(slot: number, text: string) {
    if (slot >= this.#rowLength * 32) this.reserve(slot + (slot >>> 2) + 1)
    const bits = this.#bits
    const rowLength = this.#rowLength
    const word = slot >>> 5
    const bit = 1 << (slot & 31)
    eachGram(text, (gram) => {
      const at = gram * rowLength + word
      bits[at] = (bits[at] ?? 0) | bit
    })
  }

  change(slot: number, { on, off }: GramChange) {
    if (slot >= this.#rowLength * 32) this.reserve(slot + (slot >>> 2) + 1)
    const bits = this.#bits
    const rowLength = this.#rowLength
    const word = slot >>> 5
    const bit = 1 << (slot & 31)
    for (const gram of on) {
      const at = gram * rowLength + word
      bits[at] = (bits[at] ?? 0) | bit
    }
    for (const gram of off) {
      const at = gram * rowLength + word
      bits[at] = (bits[at] ?? 0) & ~bit
    }
  }

  /** Those of the slots whose text may hold the term: all that do, and more unless `isExact` says so. */
  within(slots: SlotSet, term: string): SlotSet {
    if (term.length === 1) return slots.and(this.#beginningWith(classOf(term.charCodeAt(0))))
    const found = slots.copy()
    eachGram(term, (gram) => found.keep(new SlotSet(this.#rowOf(gram))))
    return found
  }

  #beginningWith(first: number): SlotSet {
    const found = new SlotSet()
    for (let second = 0; second < classes; second++)
      found.addAll(new SlotSet(this.#rowOf(pairOf(first, second))))
    return found
  }

  #rowOf(gram: number): Uint32Array {
    return this.#bits.subarray(gram * this.#rowLength, (gram + 1) * this.#rowLength)
  }
}

/** Whether a term is so short and plain that `within` answers exactly the slots that hold it. */
export const isExact = (term: string) => /^[a-z0-9 ]{1,2}$/.test(term)
