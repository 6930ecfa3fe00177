import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnChoices,
  moveColumn,
  toggleColumn,
} from '../../../../../renderer/users/columns/column-order.ts'
import { type Listed, listed } from '../../../../../shared/contract/query.ts'

const columns: readonly Listed[] = ['displayName', 'city', 'mail', 'jobTitle']

describe('columnChoices', () => {
  it('offers every property once, and the day of deletion only among deleted users', () => {
    const offered = (deleted: boolean) => columnChoices(deleted).flatMap((group) => group.columns)
    expect(new Set(offered(true))).toEqual(new Set(listed))
    expect(offered(true)).toHaveLength(listed.length)
    expect(offered(false)).toEqual(offered(true).filter((column) => column !== 'deletedDateTime'))
  })
})

describe('toggleColumn', () => {
  it('hides a shown column', () => {
    expect(toggleColumn(columns, 'mail')).toEqual(['displayName', 'city', 'jobTitle'])
  })

  it('shows a hidden column at the end', () => {
    expect(toggleColumn(columns, 'state')).toEqual([...columns, 'state'])
  })

  it('always keeps the display name', () => {
    expect(toggleColumn(columns, 'displayName')).toEqual(columns)
  })
})

describe('moveColumn', () => {
  it('moves a column to the left and to the right', () => {
    expect(moveColumn(columns, 3, 1)).toEqual(['displayName', 'jobTitle', 'city', 'mail'])
    expect(moveColumn(columns, 1, 3)).toEqual(['displayName', 'mail', 'jobTitle', 'city'])
  })

  it('never puts anything before the display name, nor moves that', () => {
    expect(moveColumn(columns, 2, 0)).toEqual(['displayName', 'mail', 'city', 'jobTitle'])
    expect(moveColumn(columns, 0, 2)).toEqual(columns)
  })

  it('keeps all columns and the order of the others', () => {
    const place = fc.integer({ min: -2, max: 6 })
    fc.assert(
      fc.property(place, place, (from, to) => {
        const moved = moveColumn(columns, from, to)
        expect(new Set(moved)).toEqual(new Set(columns))
        const others = (order: readonly Listed[]) =>
          order.filter((column) => column !== columns[from])
        expect(others(moved)).toEqual(others(columns))
      }),
    )
  })
})
