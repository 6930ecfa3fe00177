import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SortOrder } from '../../../../electron/search/sort-order.ts'

describe('SortOrder', () => {
  it('is sorted again after any changes that it was told of', () => {
    const keys = fc.array(fc.nat(9), { minLength: 1, maxLength: 40 })
    const change = fc.record({ slot: fc.nat(50), key: fc.option(fc.nat(9)) })
    fc.assert(
      fc.property(keys, fc.array(fc.array(change)), (start, rounds) => {
        const keyOf = new Map(start.map((key, slot) => [slot, key] as const))
        const compare = (one: number, other: number) =>
          (keyOf.get(one) ?? 0) - (keyOf.get(other) ?? 0) || one - other
        const sorted = () => [...keyOf.keys()].sort(compare)
        const order = new SortOrder(Uint32Array.from(sorted()), compare)
        for (const changes of rounds) {
          for (const { slot, key } of changes) {
            if (key === null) keyOf.delete(slot)
            else keyOf.set(slot, key)
            order.touch(slot)
          }
          expect([...order.read((slot) => keyOf.has(slot))]).toEqual(sorted())
        }
      }),
    )
  })
})
