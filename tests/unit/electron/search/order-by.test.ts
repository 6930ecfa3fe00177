import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ordering } from '../../../../electron/search/order-by.ts'
import { compareByKey, compareTextsOf } from '../../../../electron/search/sort-text.ts'
import { atOnce } from '../../../../electron/slices.ts'

const texts = fc.array(
  fc.constantFrom('', 'ada', 'Ada', 'Äda', 'item 9', 'item 10', 'Zoe', 'é', 'e', '-', '李'),
)

describe('ordering', () => {
  it('agrees with a stable sort that compares every pair', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('asc', 'desc'), (values, direction) => {
        const slots = Uint32Array.from(values.keys())
        const textOf = (slot: number) => values[slot] ?? ''
        const compare = compareByKey({ property: 'displayName', direction })
        const sorted = [...slots].sort((one, other) => compare(textOf(one), textOf(other)))
        const ordered = atOnce(ordering(slots, textOf, compareTextsOf('displayName'), direction))
        expect([...ordered]).toEqual(sorted)
      }),
    )
  })

  it('counts numbers inside texts as numbers and puts nothing last', () => {
    const values = ['Room 10', '', 'room 9']
    const order = (direction: 'asc' | 'desc') => [
      ...atOnce(
        ordering(
          Uint32Array.of(0, 1, 2),
          (slot) => values[slot] ?? '',
          compareTextsOf('officeLocation'),
          direction,
        ),
      ),
    ]
    expect(order('asc')).toEqual([2, 0, 1])
    expect(order('desc')).toEqual([0, 2, 1])
  })
})
