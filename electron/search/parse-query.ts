import { fold } from './fold.ts'
import { looksLikePhone, searchedDigits } from './phone-digits.ts'
import { type Condition, conditionFor } from './property-condition.ts'

/** A word, a phrase or a phone number that must be found somewhere in a user. */
export type Term = {
  /** Folded. All of these must be found … */
  readonly words: readonly string[]
  /** … or else, where this is given, these digits. */
  readonly digits: string | null
  /** Typed in quotes, and so meant letter for letter. */
  readonly quoted: boolean
}

export type ParsedQuery = {
  readonly terms: readonly Term[]
  readonly conditions: readonly Condition[]
}

const token = /(-?)(\p{L}+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+)/gu

/**
 * Takes a search apart: words, phrases in quotes, and `property:value` terms, which a minus turns round.
 * What stands before a colon but names no property is text like any other. Never refuses anything.
 */
export function parseQuery(search: string): ParsedQuery {
  const terms: Term[] = []
  const conditions: Condition[] = []
  let number: string[] = []
  const endNumber = () => {
    terms.push(...numberTerms(number))
    number = []
  }

  for (const match of search.replace(/[“”„]/g, '"').matchAll(token)) {
    const [whole, minus = '', name, inQuotes, bare = '', phrase, word] = match
    const known =
      name === undefined
        ? undefined
        : conditionFor(name, inQuotes ?? bare, inQuotes !== undefined, minus === '-')
    if (word !== undefined && looksLikePhone(word)) {
      number.push(fold(word))
      continue
    }
    endNumber()
    if (known) conditions.push(...known)
    else if (inQuotes !== undefined) terms.push(...plainTerm(`${minus}${name}:${inQuotes}`, true))
    else terms.push(...plainTerm(phrase ?? whole, phrase !== undefined))
  }
  endNumber()
  return { terms, conditions }
}

function plainTerm(text: string, quoted: boolean): Term[] {
  const folded = fold(text).trim()
  return folded === '' ? [] : [{ words: [folded], digits: null, quoted }]
}

/** Words that look like numbers and follow each other are, together, one phone number or so many words. */
function numberTerms(words: readonly string[]): Term[] {
  const digits = searchedDigits(words.join(' '))
  if (digits === null || (words.length === 1 && words[0] === digits))
    return words.map((word) => ({ words: [word], digits: null, quoted: false }))
  return [{ words, digits, quoted: false }]
}
