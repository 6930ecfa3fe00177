import type { User } from '../../shared/directory/user.ts'
import { atOnce } from '../slices.ts'
import { deal } from './deal.ts'
import { fold } from './fold.ts'
import { type GramChange, GramSets, gramChange, isExact } from './gram-sets.ts'
import {
  beginsAWordNearly,
  holdsNearly,
  partsAroundErrors,
  shortestWithError,
} from './one-error.ts'
import type { Term } from './parse-query.ts'
import { rankBy, ranks } from './rank.ts'
import { searchableText } from './searchable-text.ts'
import type { SlotSet } from './slot-set.ts'
import type { UserSlots } from './user-slots.ts'
import { beginsAWord, isWordStart } from './word-starts.ts'

const objectIdStart = /^[\da-f-]{4,36}$/

/** What becomes of the index when one user changes. */
export type TextChange = {
  readonly text: string
  readonly name: string
  readonly initials: number
  readonly grams: GramChange
}

/** The searchable text of every user, and what finds a word in all of them quickly. */
export class TextIndex {
  readonly #slots: UserSlots
  readonly #texts: string[] = []
  /** The folded display names. */
  readonly #names: string[] = []
  readonly #grams = new GramSets()
  /** Slots whose text was never asked for. */
  readonly #unread: number[]
  /** The first letters of each user's names and addresses, as bits: few matches need a closer look. */
  readonly #initials: number[] = []

  constructor(slots: UserSlots) {
    this.#slots = slots
    this.#unread = [...slots.everyone().slots()]
  }

  /**
   * Reads the users that were not read yet, one a step: a list is shown before anything is searched.
   * Whoever searches earlier waits for the rest.
   */
  *read(): Generator<void, void> {
    this.#grams.reserve(this.#slots.size)
    for (let slot = this.#unread.pop(); slot !== undefined; slot = this.#unread.pop()) {
      // Who changed meanwhile has been read.
      if (this.#texts[slot] === undefined) this.#learn(slot)
      yield
    }
  }

  /** What it takes to know a user as they will be; undefined stands for nobody. Changes nothing yet. */
  changeTo(slot: number | undefined, user: User | undefined, managerName: string): TextChange {
    const before = slot === undefined ? '' : this.#textOf(slot)
    const text = user ? searchableText(user, managerName) : ''
    const name = user ? fold(user.displayName) : ''
    const initials = user ? initialsOf(name, user) : 0
    return { text, name, initials, grams: gramChange(before, text) }
  }

  /** Takes a change over for the slot in which its user is by now. */
  change(slot: number, { text, name, initials, grams }: TextChange) {
    this.#texts[slot] = text
    this.#names[slot] = name
    this.#initials[slot] = initials
    this.#grams.change(slot, grams)
  }

  /** The users among `within` in whom every term is found. */
  find(terms: readonly Term[], within: SlotSet): SlotSet {
    return terms.reduce((found, term) => this.#withTerm(term, found), within)
  }

  /** As `find`, but each word may have one typing error. */
  findNearly(terms: readonly Term[], within: SlotSet): SlotSet {
    return terms.reduce((found, term) => this.#nearlyWithTerm(term, found), within)
  }

  /** The users among `within` in whose text a folded word is found. */
  holding(word: string, within: SlotSet): SlotSet {
    this.#readOn()
    const found = this.#grams.within(within, word)
    if (isExact(word)) return found
    return found.filter((slot) => this.#textOf(slot).includes(word))
  }

  /** The slots found, best match first; those that match equally well stay in their order. */
  byRank(terms: readonly Term[], found: Uint32Array, approximate: boolean): Uint32Array {
    const words = terms.flatMap((term) => term.words)
    const initials = words.reduce((bits, word) => bits | bitOf(word, 0), 0)
    const rank = rankBy(words, approximate ? beginsAWordNearly : beginsAWord)
    const ranked = found.map((slot) => {
      const worthALook = approximate || ((this.#initials[slot] ?? 0) & initials) !== 0
      return worthALook ? rank(this.#names[slot] ?? '', () => this.#addressesOf(slot)) : ranks - 1
    })
    return deal(found, ranked, ranks)
  }

  #learn(slot: number) {
    const user = this.#slots.at(slot)
    if (!user) return
    const text = searchableText(user, this.#slots.managerNameOf(user))
    const name = fold(user.displayName)
    this.#texts[slot] = text
    this.#names[slot] = name
    this.#initials[slot] = initialsOf(name, user)
    this.#grams.add(slot, text)
  }

  #withTerm({ words, digits }: Term, within: SlotSet): SlotSet {
    const found = words.reduce((left, word) => this.holding(word, left), within)
    const [word = ''] = words
    const alsoById = words.length === 1 && objectIdStart.test(word)
    const withDigits = digits === null ? found : found.or(this.holding(digits, within))
    return alsoById ? withDigits.or(this.#withId(word, within)) : withDigits
  }

  #nearlyWithTerm({ words, digits, quoted }: Term, within: SlotSet): SlotSet {
    const holding = (word: string, among: SlotSet) =>
      quoted ? this.holding(word, among) : this.#nearlyHolding(word, among)
    const found = words.reduce((left, word) => holding(word, left), within)
    return digits === null ? found : found.or(holding(digits, within))
  }

  #nearlyHolding(word: string, within: SlotSet): SlotSet {
    this.#readOn()
    if (word.length < shortestWithError) return this.holding(word, within)
    return partsAroundErrors(word)
      .map((parts) => parts.reduce((left, part) => this.#grams.within(left, part), within))
      .reduce((found, more) => found.or(more))
      .filter((slot) => holdsNearly(this.#textOf(slot), word))
  }

  #withId(start: string, within: SlotSet): SlotSet {
    return within.filter((slot) => this.#slots.at(slot)?.id.startsWith(start) ?? false)
  }

  #readOn() {
    if (this.#unread.length > 0) atOnce(this.read())
  }

  #textOf(slot: number): string {
    return this.#texts[slot] ?? ''
  }

  #addressesOf(slot: number): readonly string[] {
    const user = this.#slots.at(slot)
    return user ? addressesOf(user) : []
  }
}

const addressesOf = ({ userPrincipalName, mail }: User) =>
  mail === null || mail === userPrincipalName
    ? [fold(userPrincipalName)]
    : [fold(userPrincipalName), fold(mail)]

const bitOf = (text: string, at: number) => 1 << (text.charCodeAt(at) % 30)

function initialsOf(name: string, user: User): number {
  let bits = 0
  for (const address of addressesOf(user)) bits |= bitOf(address, 0)
  for (let at = 0; at < name.length; at++) if (isWordStart(name, at)) bits |= bitOf(name, at)
  return bits
}
