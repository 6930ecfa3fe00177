import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../../electron/slices.ts'
import { sorting } from '../../../electron/sorting.ts'

type Keyed = { readonly key: number; readonly number: number }
const byKey = (one: Keyed, other: Keyed) => one.key - other.key

describe('sorting', () => {
  it('agrees with sorting at once, equal values included', () => {
    const shape = fc.record({
      sorted: fc.nat(2000),
      loose: fc.array(fc.nat(50), { maxLength: 2000, size: 'max' }),
      more: fc.nat(700),
    })
    fc.assert(
      fc.property(shape, ({ sorted, loose, more }) => {
        const keys = [...Array(sorted).keys(), ...loose, ...Array(more).keys()]
        const values = keys.map((key, number) => ({ key, number }))
        expect(atOnce(sorting(values, byKey))).toEqual(values.toSorted(byKey))
      }),
    )
  })

  it('looks once at each value where all are in order', () => {
    const values = [...Array(20_000).keys()]
    let looks = 0
    const compare = (one: number, other: number) => {
      looks += 1
      return one - other
    }
    expect(atOnce(sorting(values, compare))).toEqual(values)
    expect(looks).toBe(values.length - 1)
  })

  it('takes no more than a few thousand looks in one step', () => {
    const values = Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 20_011)
    let looks = 0
    let most = 0
    const steps = sorting(values, (one, other) => {
      looks += 1
      return one - other
    })
    for (const _step of steps) {
      most = Math.max(most, looks)
      looks = 0
    }
    expect(most).toBeLessThan(6000)
  })
})
