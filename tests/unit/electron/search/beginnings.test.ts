import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Beginnings, beginningOf } from '../../../../electron/search/beginnings.ts'
import { beginsAWord } from '../../../../electron/search/word-starts.ts'

const unit = fc.constantFrom(...'ab 1-李ж')
const text = fc.string({ unit, maxLength: 16 })
const addresses = fc.array(fc.string({ unit, minLength: 1, maxLength: 6 }), { maxLength: 2 })
const word = fc.string({ unit, minLength: 1, maxLength: 4 })

describe('Beginnings', () => {
  it('tell where a word begins, or that only the texts do', () => {
    const people = fc.array(fc.record({ name: text, addresses }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(people, word, (all, wanted) => {
        const beginnings = new Beginnings()
        // Each slot held somebody else before.
        for (const [slot, each] of all.toReversed().entries())
          beginnings.learn(slot, each.name, each.addresses)
        for (const [slot, each] of all.entries()) beginnings.learn(slot, each.name, each.addresses)
        for (const [slot, each] of all.entries()) {
          const found = beginnings.find(slot, beginningOf(wanted))
          const place = each.name.startsWith(wanted)
            ? 'name'
            : beginsAWord(each.name, wanted)
              ? 'inName'
              : each.addresses.some((address) => address.startsWith(wanted))
                ? 'address'
                : 'nowhere'
          if (found !== 'unclear') expect(found).toBe(place)
        }
      }),
    )
  })

  it('need no text for one or two plain characters in a name of a few words', () => {
    const beginnings = new Beginnings()
    beginnings.learn(0, 'ada king lovelace', ['countess@contoso.com'])
    const found = ['a', 'ad', 'k', 'lo', 'co', 'x', 'da'].map((each) =>
      beginnings.find(0, beginningOf(each)),
    )
    expect(found).toEqual(['name', 'name', 'inName', 'inName', 'address', 'nowhere', 'nowhere'])
    expect(beginnings.find(0, beginningOf('king'))).toBe('unclear')
  })
})
