import type { Token } from './lex.ts'
import { type Operator, operators } from './rule.ts'

const operatorOf = new Map<string, Operator>(operators.map((name) => [name.toLowerCase(), name]))

/** The comparison that a word names; hyphen and capitals may be left out. */
export const operatorNamed = (token: Token): Operator | undefined =>
  token.type === 'word' ? operatorOf.get(token.text.toLowerCase()) : undefined

/** Whether a token is this word, whatever its capitals. */
export const isWord = (token: Token, word: string): boolean =>
  token.type === 'word' && token.text.toLowerCase() === word

/** The name of an operator as rules are written. */
export const dashed = (operator: string) => `-${operator}`
