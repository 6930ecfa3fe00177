import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SlotSet } from '../../../../electron/search/slot-set.ts'

const slots = fc.uniqueArray(fc.nat(300))

function setOf(members: readonly number[]): SlotSet {
  const set = new SlotSet()
  for (const slot of members) set.add(slot)
  return set
}

const sorted = (members: Iterable<number>) => [...members].sort((one, other) => one - other)

describe('SlotSet', () => {
  it('holds what was added and not deleted since', () => {
    fc.assert(
      fc.property(slots, slots, (added, deleted) => {
        const set = setOf(added)
        for (const slot of deleted) set.delete(slot)
        const left = added.filter((slot) => !deleted.includes(slot))
        expect([...set.slots()]).toEqual(sorted(left))
        expect(set.size).toBe(left.length)
        expect(set.empty).toBe(left.length === 0)
        expect(deleted.some((slot) => set.has(slot))).toBe(false)
      }),
    )
  })

  it('joins, intersects and subtracts as sets do, and leaves both operands alone', () => {
    fc.assert(
      fc.property(slots, slots, (one, other) => {
        const [a, b] = [setOf(one), setOf(other)]
        expect([...a.or(b).slots()]).toEqual(sorted(new Set([...one, ...other])))
        expect([...a.and(b).slots()]).toEqual(sorted(one.filter((slot) => other.includes(slot))))
        expect([...a.without(b).slots()]).toEqual(
          sorted(one.filter((slot) => !other.includes(slot))),
        )
        expect([...a.slots(), ...b.slots()]).toEqual([...sorted(one), ...sorted(other)])
      }),
    )
  })

  it('answers its slots as they stand in an order', () => {
    expect([...setOf([1, 40, 3]).inOrder(Uint32Array.of(40, 2, 3, 1))]).toEqual([40, 3, 1])
  })

  it('answers its slots in piles, each as it stands in an order', () => {
    fc.assert(
      fc.property(slots, slots, (members, others) => {
        const order = [...new Set([...others, ...members])]
        const pileOf = (slot: number) => (slot * 7) % 4
        const piled = [0, 1, 2, 3].flatMap((pile) =>
          order.filter((slot) => members.includes(slot) && pileOf(slot) === pile),
        )
        const found = setOf(members).inPiles(Uint32Array.from(order), 4, pileOf)
        expect([...found]).toEqual(piled)
      }),
    )
  })
})
