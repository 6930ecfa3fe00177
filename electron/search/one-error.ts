import { separator } from './searchable-text.ts'
import { isWordStart } from './word-starts.ts'

/** Shorter words are a typing error away from almost anything. */
export const shortestWithError = 4

/** From this length on a word is found with an error inside other words too, not only at their start. */
const shortestInside = 6

/** How far to either side of an error the parts reach; more would not sort out more texts. */
const reach = 8

/**
 * A text that holds the word with at most one error holds all of one of these lists of parts: the error
 * replaces a character (or leaves it out, or adds one beside it) or swaps two neighbours.
 */
export function partsAroundErrors(word: string): readonly (readonly string[])[] {
  const replaced = Array.from(word, (_, at) =>
    [word.slice(Math.max(at - reach, 0), at), word.slice(at + 1, at + 1 + reach)].filter(Boolean),
  )
  const swapped = Array.from({ length: word.length - 1 }, (_, at) => {
    const [before, after] = [word.slice(Math.max(at - reach, 0), at), word.slice(at + 2)]
    return [`${before}${word[at + 1]}${word[at]}${after.slice(0, reach)}`]
  })
  return [...replaced, ...swapped]
}

/**
 * Whether a searchable text holds a word with at most one typing error: a character too many, too few
 * or wrong, or two neighbours swapped.
 *
 * One half of the word is then whole, unless the error swaps the characters where the halves meet.
 */
export function holdsNearly(text: string, word: string): boolean {
  const half = word.length >> 1
  const head = word.slice(0, half)
  const tail = word.slice(half)
  const swapped = `${word.slice(0, half - 1)}${word[half]}${word[half - 1]}${word.slice(half + 1)}`
  const anywhere = word.length >= shortestInside
  const nearAt = (at: number) =>
    at >= 0 && (anywhere || isWordStart(text, at)) && startsNearly(text, at, word)

  for (const part of [head, swapped])
    for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1))
      if (nearAt(at)) return true
  for (let at = text.indexOf(tail); at !== -1; at = text.indexOf(tail, at + 1)) {
    const start = at - half
    if (nearAt(start - 1) || nearAt(start) || nearAt(start + 1)) return true
  }
  return false
}

/** Whether a word of the text begins with `word`, give or take one error. */
export function beginsAWordNearly(text: string, word: string): boolean {
  if (word.length < shortestWithError) return false
  for (let at = 0; at < text.length; at++)
    if (isWordStart(text, at) && startsNearly(text, at, word)) return true
  return false
}

/** Whether the text goes on at `start` with `word`, give or take one error. */
export function startsNearly(text: string, start: number, word: string): boolean {
  let at = 0
  while (at < word.length && text[start + at] === word[at]) at++
  if (at === word.length) return true

  const goesOn = (typed: number, found: number) => text.startsWith(word.slice(typed), found)
  const here = start + at
  if (goesOn(at + 1, here)) return true
  if (here >= text.length || text[here] === separator) return false
  const swapped = word[at] === text[here + 1] && word[at + 1] === text[here]
  return goesOn(at + 1, here + 1) || goesOn(at, here + 1) || (swapped && goesOn(at + 2, here + 2))
}
