import type { User } from '../../shared/directory/user.ts'
import { atOnce } from '../slices.ts'
import { Beginnings, beginningOf } from './beginnings.ts'
import { fold } from './fold.ts'
import { type GramChange, GramSets } from './gram-sets.ts'
import {
  beginsAWordNearly,
  holdsNearly,
  partsAroundErrors,
  shortestWithError,
} from './one-error.ts'
import type { Term } from './parse-query.ts'
import { rankBy, rankOfPlace, ranks } from './rank.ts'
import { searchableText } from './searchable-text.ts'
import type { SlotSet } from './slot-set.ts'
import type { UserSlots } from './user-slots.ts'
import { beginsAWord } from './word-starts.ts'

const objectIdStart = /^[\da-f-]{4,36}$/

/** What becomes of the index when one user changes. */
export type TextChange = {
  readonly text: string
  readonly name: string
  readonly addresses: readonly string[]
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
  readonly #beginnings = new Beginnings()

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
    const addresses = user ? addressesOf(user) : []
    return { text, name, addresses, grams: this.#grams.changeOf(before, text) }
  }

  /** Takes a change over for the slot in which its user is by now. */
  change(slot: number, { text, name, addresses, grams }: TextChange) {
    this.#texts[slot] = text
    this.#names[slot] = name
    this.#beginnings.learn(slot, name, addresses)
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
    if (this.#grams.isExact(word)) return found
    return found.filter((slot) => this.#textOf(slot).includes(word))
  }

  /** The slots found, best match first; those that match equally well stay as they are in `order`. */
  byRank(
    terms: readonly Term[],
    found: SlotSet,
    order: Uint32Array,
    approximate: boolean,
  ): Uint32Array {
    const words = terms.flatMap((term) => term.words)
    const rank = approximate ? this.#looking(words, beginsAWordNearly) : this.#ranking(words)
    return found.inPiles(order, ranks, rank)
  }

  /** Ranks by a look at the texts. */
  #looking(words: readonly string[], begins: (text: string, word: string) => boolean) {
    const rank = rankBy(words, begins)
    return (slot: number) => rank(this.#names[slot] ?? '', () => this.#addressesOf(slot))
  }

  /** Looks at the texts only where the beginnings do not tell. */
  #ranking(words: readonly string[]): (slot: number) => number {
    const look = this.#looking(words, beginsAWord)
    const beginnings = words.map(beginningOf)
    const [only] = beginnings
    if (only && words.length === 1)
      return (slot) => {
        const place = this.#beginnings.find(slot, only)
        return place === 'unclear' ? look(slot) : rankOfPlace[place]
      }
    const nowhere = (slot: number) =>
      beginnings.every((each) => this.#beginnings.find(slot, each) === 'nowhere')
    return (slot) => (nowhere(slot) ? ranks - 1 : look(slot))
  }

  #learn(slot: number) {
    const user = this.#slots.glimpse(slot)
    if (!user) return
    const text = searchableText(user, this.#slots.managerNameOf(user))
    const name = fold(user.displayName)
    this.#texts[slot] = text
    this.#names[slot] = name
    this.#beginnings.learn(slot, name, addressesOf(user))
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
    return within.filter((slot) => this.#slots.idOf(slot).startsWith(start))
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
