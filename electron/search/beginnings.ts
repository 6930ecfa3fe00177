import { classes, classOf, firstShared, isPlain, pairOf } from './character-classes.ts'
import { isWordStart } from './word-starts.ts'

const ofName = 6
const ofAddresses = 2
const places = ofName + ofAddresses

/** Stands in the last place of a name in which more words begin. */
const more = 0xffff

/** Two characters, or all that begin with one. `exact` when they tell the word from all others. */
export type Beginning = { readonly from: number; readonly to: number; readonly exact: boolean }

/** Where a word begins: the name, another word of it, an address; or that only the texts tell. */
export type Place = 'nowhere' | 'name' | 'inName' | 'address' | 'unclear'

/**
 * The first two characters of each word of a user's name and of each address, all of them folded, in one
 * array: most of those who are found anywhere need no look at their texts to know how well they match.
 */
export class Beginnings {
  #codes = new Uint16Array(0)

  learn(slot: number, name: string, addresses: readonly string[]) {
    const from = slot * places
    if (from + places > this.#codes.length) this.#reserve(from + places)
    const codes = this.#codes
    codes.fill(0, from, from + places)
    let place = 0
    for (let at = 0; at < name.length; at++) {
      if (!isWordStart(name, at)) continue
      codes[from + Math.min(place, ofName - 1)] = place < ofName ? codeAt(name, at) : more
      place += 1
    }
    for (let at = 0; at < ofAddresses; at++) {
      const address = addresses[at] ?? ''
      if (address !== '') codes[from + ofName + at] = codeAt(address, 0)
    }
  }

  /** The first place at which a user has this beginning. */
  find(slot: number, { from: low, to: high, exact }: Beginning): Place {
    const codes = this.#codes
    const first = slot * places
    for (let at = 0; at < places; at++) {
      const code = codes[first + at] ?? 0
      if (code === more) return 'unclear'
      if (code < low || code > high) continue
      if (!exact) return 'unclear'
      return at === 0 ? 'name' : at < ofName ? 'inName' : 'address'
    }
    return 'nowhere'
  }

  #reserve(length: number) {
    const codes = new Uint16Array(length + (length >>> 2))
    codes.set(this.#codes)
    this.#codes = codes
  }
}

export function beginningOf(word: string): Beginning {
  const exact = isPlain(word)
  if (word.length > 1) return { from: codeAt(word, 0), to: codeAt(word, 0), exact }
  const from = pairOf(classOf(word.charCodeAt(0)), 0) + 1
  return { from, to: from + classes - 1, exact }
}

/** What ends after one character has a second one that no plain text has. 0 stands for nothing. */
const codeAt = (text: string, at: number) =>
  1 +
  pairOf(
    classOf(text.charCodeAt(at)),
    at + 1 < text.length ? classOf(text.charCodeAt(at + 1)) : firstShared,
  )
