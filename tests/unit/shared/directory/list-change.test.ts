import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAfter, standsIn } from '../../../../shared/directory/list-change.ts'

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 16 })

/** A list in its order, and a change that fits it. */
const listAndChange = fc.tuple(ids, ids).map(([held, others]) => ({
  list: held.toSorted(),
  change: {
    added: others.filter((id) => !held.includes(id)),
    removed: others.filter((id) => held.includes(id)),
  },
}))

describe('a change of a list', () => {
  it('leaves the list in order, with what came and without what went', () => {
    fc.assert(
      fc.property(listAndChange, ({ list, change }) => {
        const kept = list.filter((id) => !change.removed.includes(id))
        const after = listAfter(list, change)
        expect(after).toEqual([...kept, ...change.added].sort())
        expect(standsIn(after, change)).toBe(true)
      }),
    )
  })

  it('is taken back by the change turned round, to the very list there was', () => {
    fc.assert(
      fc.property(listAndChange, ({ list, change: { added, removed } }) => {
        const after = listAfter(list, { added, removed })
        expect(listAfter(after, { added: removed, removed: added })).toEqual(list)
      }),
    )
  })

  it('stands no longer when something that came is gone, or something that went is back', () => {
    expect(standsIn(['a'], { added: ['a', 'b'], removed: [] })).toBe(false)
    expect(standsIn(['a', 'c'], { added: ['a'], removed: ['c'] })).toBe(false)
  })
})
