import { classes, classOf, isPlain, letters, pairOf } from './character-classes.ts'
import { SlotSet } from './slot-set.ts'

const pairs = classes * classes
/** Three letters have a row of their own while there are rows: those that are frequent come early. */
const ownRows = 1536
const sharedRows = 1024
const firstOwn = pairs + sharedRows
const grams = firstOwn + ownRows

const tripleOf = (one: number, two: number, three: number) =>
  (one * letters + two) * letters + three

/** The triples of a text that are letters alone. */
const letterTriplesIn = (text: string): number[] =>
  Array.from(text.slice(2), (_, at) => text.slice(at, at + 3))
    .filter((each) => /^[a-z]{3}$/.test(each))
    .map((each) => {
      const [one = 0, two = 0, three = 0] = Array.from(each, (letter) => letter.charCodeAt(0) - 97)
      return tripleOf(one, two, three)
    })

/** All triples are too many to have a row each; those that meet in one only make it less sharp. */
const sharedRowOf = (one: number, two: number, three: number) =>
  pairs + ((one * 1297 + two * 389 + three * 61) % sharedRows)

/** The grams that a text has and another had not, and the other way round. */
export type GramChange = { readonly on: readonly number[]; readonly off: readonly number[] }

const marks = new Uint8Array(grams)
const coming = 1
const leaving = 2
const staying = 3

/** How many characters two texts begin with alike. */
function alikeFromStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let alike = 0
  while (alike < most && one.charCodeAt(alike) === other.charCodeAt(alike)) alike += 1
  return alike
}

/** How many they end with alike, apart from so many at their beginning. */
function alikeFromEnd(one: string, other: string, apart: number): number {
  const most = Math.min(one.length, other.length) - apart
  let alike = 0
  while (
    alike < most &&
    one.charCodeAt(one.length - 1 - alike) === other.charCodeAt(other.length - 1 - alike)
  )
    alike += 1
  return alike
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
  /** The row of each three letters; 0 for those that no text has had. */
  readonly #rowsOfLetters = new Uint16Array(letters ** 3)
  #nextOwn = firstOwn

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
    this.#eachGram(text, (gram) => {
      const at = gram * rowLength + word
      bits[at] = (bits[at] ?? 0) | bit
    })
  }

  /** What becomes of a slot whose text was `before` and is `after`. */
  changeOf(before: string, after: string): GramChange {
    const on: number[] = []
    const off: number[] = []
    if (before === after) return { on, off }
    const start = alikeFromStart(before, after)
    const end = alikeFromEnd(before, after, start)
    // Grams reach up to two characters into what stays.
    const from = Math.max(0, start - 2)
    const beyond = Math.max(0, end - 2)
    const left = before.slice(from, before.length - beyond)
    const come = after.slice(from, after.length - beyond)
    this.#eachGram(come, (gram) => {
      marks[gram] = coming
    })
    this.#eachGram(left, (gram) => {
      marks[gram] = marks[gram] === 0 || marks[gram] === leaving ? leaving : staying
    })
    const stay = (gram: number) => {
      if (marks[gram] !== 0) marks[gram] = staying
    }
    this.#eachGram(after.slice(0, start), stay)
    this.#eachGram(after.slice(after.length - end), stay)
    this.#eachGram(come, (gram) => {
      if (marks[gram] === coming) on.push(gram)
      marks[gram] = 0
    })
    this.#eachGram(left, (gram) => {
      if (marks[gram] === leaving) off.push(gram)
      marks[gram] = 0
    })
    return { on, off }
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
    if (letterTriplesIn(term).some((triple) => this.#rowsOfLetters[triple] === 0))
      return new SlotSet()
    const found = slots.copy()
    this.#eachGram(term, (gram) => found.keep(new SlotSet(this.#rowOf(gram))))
    return found
  }

  /** Whether a term is so short and plain that `within` answers exactly the slots that hold it. */
  isExact(term: string): boolean {
    if (term.length < 3) return isPlain(term)
    const [triple] = letterTriplesIn(term)
    if (triple === undefined || term.length > 3) return false
    const row = this.#rowsOfLetters[triple] ?? 0
    return row === 0 || row >= firstOwn
  }

  /** Visits the numbers of all two and three neighbouring characters of a text. */
  #eachGram(text: string, visit: (gram: number) => void) {
    let one = -1
    let two = classOf(text.charCodeAt(0))
    for (let at = 1; at < text.length; at++) {
      const three = classOf(text.charCodeAt(at))
      visit(pairOf(two, three))
      if (one !== -1) visit(this.#rowOfTriple(one, two, three))
      one = two
      two = three
    }
  }

  #rowOfTriple(one: number, two: number, three: number): number {
    if (one >= letters || two >= letters || three >= letters) return sharedRowOf(one, two, three)
    const triple = tripleOf(one, two, three)
    const known = this.#rowsOfLetters[triple] ?? 0
    if (known !== 0) return known
    const row = this.#nextOwn < grams ? this.#nextOwn++ : sharedRowOf(one, two, three)
    this.#rowsOfLetters[triple] = row
    return row
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
