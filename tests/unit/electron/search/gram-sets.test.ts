import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GramSets } from '../../../../electron/search/gram-sets.ts'
import { SlotSet } from '../../../../electron/search/slot-set.ts'

const text = fc.string({ unit: fc.constantFrom(...'abc 12@.é李'), maxLength: 12 })
const term = fc.string({ unit: fc.constantFrom(...'abc 12@.é李'), minLength: 1, maxLength: 4 })

const alphabet = [...'zyxwvutsrqponmlkjihgfedcba']
const everyThreeLetters = alphabet
  .flatMap((one) => alphabet.flatMap((two) => alphabet.map((three) => one + two + three)))
  .join(' ')

function indexed(texts: readonly string[]) {
  const sets = new GramSets()
  const all = new SlotSet()
  texts.forEach((each, slot) => {
    sets.add(slot, `|${each}|`)
    all.add(slot)
  })
  return { sets, all }
}

describe('GramSets', () => {
  it('never loses a text that holds the term, and for short plain terms answers no other', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 70 }), term, (texts, wanted) => {
        const { sets, all } = indexed(texts)
        const found = [...sets.within(all, wanted).slots()]
        const holding = [...texts.keys()].filter((slot) => texts[slot]?.includes(wanted))
        expect(found).toEqual(expect.arrayContaining(holding))
        if (sets.isExact(wanted)) expect(found).toEqual(holding)
      }),
    )
  })

  it('knows a text that changed as if it had always been so', () => {
    fc.assert(
      fc.property(text, text, fc.array(term), (before, after, terms) => {
        const { sets, all } = indexed([before])
        sets.change(0, sets.changeOf(`|${before}|`, `|${after}|`))
        const fresh = indexed([after])
        for (const each of [...terms, before, after].filter((wanted) => wanted !== ''))
          expect(sets.within(all, each).slots()).toEqual(fresh.sets.within(all, each).slots())
      }),
    )
  })

  it('answers no other for three letters either, as long as these have a row of their own', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 12 })
    const three = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 3, maxLength: 3 })
    const every = fc.constantFrom('', everyThreeLetters)
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 70 }), three, every, (texts, wanted, first) => {
        const { sets, all } = indexed([first, ...texts])
        const found = [...sets.within(all, wanted).slots()]
        const holding = [first, ...texts].flatMap((each, slot) =>
          each.includes(wanted) ? slot : [],
        )
        expect(found).toEqual(expect.arrayContaining(holding))
        if (first === '') expect(sets.isExact(wanted)).toBe(true)
        if (sets.isExact(wanted)) expect(found).toEqual(holding)
      }),
    )
  })

  it('keeps what it knows when it makes room for more', () => {
    const { sets, all } = indexed(['ada'])
    sets.reserve(10_000)
    all.add(9_999)
    sets.add(9_999, '|ada|')
    expect([...sets.within(all, 'da').slots()]).toEqual([0, 9_999])
  })
})
