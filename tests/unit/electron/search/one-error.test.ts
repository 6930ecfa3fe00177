import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginsAWordNearly,
  holdsNearly,
  partsAroundErrors,
  shortestWithError,
  startsNearly,
} from '../../../../electron/search/one-error.ts'
import { isWordStart } from '../../../../electron/search/word-starts.ts'

const letters = fc.constantFrom(...'abc')
const word = fc.string({ unit: letters, minLength: shortestWithError, maxLength: 8 })
const text = fc.string({ unit: fc.constantFrom(...'abc a'), maxLength: 14 })

/** Optimal string alignment: the fewest insertions, deletions, replacements and swaps of neighbours. */
function errorsBetween(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) => [row])
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 0; row <= one.length; row++)
    for (let column = 0; column <= other.length; column++) {
      if (row === 0 && column === 0) continue
      const replaced = at(row - 1, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1)
      const neighbours = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const swapped = row > 1 && column > 1 && neighbours ? at(row - 2, column - 2) + 1 : Infinity
      const fewest = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, replaced, swapped)
      rows[row]?.splice(column, 1, fewest)
    }
  return at(one.length, other.length)
}

const endsFrom = (whole: string, start: number) =>
  Array.from({ length: whole.length - start + 1 }, (_, length) => start + length)

const startsNearlySlowly = (whole: string, start: number, wanted: string) =>
  endsFrom(whole, start).some((end) => errorsBetween(whole.slice(start, end), wanted) <= 1)

describe('startsNearly', () => {
  it('agrees with the distance between the word and every beginning of the text', () => {
    fc.assert(
      fc.property(text, word, fc.nat(14), (whole, wanted, start) => {
        fc.pre(start <= whole.length)
        expect(startsNearly(whole, start, wanted)).toBe(startsNearlySlowly(whole, start, wanted))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('holdsNearly', () => {
  it('looks at word starts for short words and everywhere for longer ones', () => {
    fc.assert(
      fc.property(text, word, (whole, wanted) => {
        const starts = [...whole.split('').keys(), whole.length].filter(
          (start) => wanted.length >= 6 || isWordStart(whole, start),
        )
        const slowly = starts.some((start) => startsNearlySlowly(whole, start, wanted))
        expect(holdsNearly(whole, wanted)).toBe(slowly)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['a character too many', 'lovellace'],
    ['a character too few', 'lovlace'],
    ['a wrong character', 'lovekace'],
    ['two neighbours swapped', 'lovelcae'],
    ['the error at the start', 'kovelace'],
    ['the error at the end', 'lovelacw'],
    ['the swap in the middle', 'lovleace'],
  ])('forgives %s', (_, typed) => {
    expect(holdsNearly('ada lovelace', typed)).toBe(true)
  })

  it('does not forgive two errors', () => {
    expect(holdsNearly('ada lovelace', 'lvoelcae')).toBe(false)
  })

  it('does not take the end of one value and the start of the next for a word', () => {
    expect(holdsNearly('\x7fada\x7flovelace\x7f', 'adalovelace')).toBe(false)
  })
})

describe('partsAroundErrors', () => {
  it('names parts that every text has which holds the word nearly', () => {
    fc.assert(
      fc.property(text, word, (whole, wanted) => {
        const possible = partsAroundErrors(wanted).some((parts) =>
          parts.every((part) => whole.includes(part)),
        )
        if (holdsNearly(whole, wanted)) expect(possible).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('beginsAWordNearly', () => {
  it('finds a mistyped word at the start of a word only', () => {
    expect(beginsAWordNearly('ada lovelace', 'lovelcae')).toBe(true)
    expect(beginsAWordNearly('ada xxlovelace', 'lovelcae')).toBe(false)
  })

  it('takes the shortest words as they are typed', () => {
    expect(beginsAWordNearly('ada', 'ida')).toBe(false)
  })
})
