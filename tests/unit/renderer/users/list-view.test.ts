import { describe, expect, it } from 'vitest'
import {
  leftListFrom,
  leftListOf,
  narrows,
  stateOf,
  usualDeletedView,
  usualView,
} from '../../../../renderer/users/list-view.ts'
import { contract } from '../../../../shared/contract/contract.ts'

describe('how a list was left', () => {
  it('starts as usual when nothing was kept', () => {
    expect(leftListFrom(null)).toEqual(leftListOf(usualView))
  })

  it('comes back as it was kept, without the focus', () => {
    const left = {
      view: {
        ...usualView,
        search: 'sales',
        sort: [{ property: 'city' as const, direction: 'desc' as const }],
        widths: { city: 200 },
      },
      selected: ['ada', 'grace'],
      firstRow: 340,
      activeRow: 342,
    }
    expect(leftListFrom(stateOf(left))).toEqual({ ...left, activeRow: null })
  })

  it('is kept in the form that the application takes', () => {
    const state = stateOf(leftListOf(usualDeletedView))
    expect(contract.setListState.input.safeParse({ state }).success).toBe(true)
  })

  it('puts the display name first, wherever it was', () => {
    const state = { ...stateOf(leftListOf(usualView)), columns: ['city' as const] }
    expect(leftListFrom(state).view.columns).toEqual(['displayName', 'city'])
  })

  it('forgets a selection too large to keep', () => {
    const selected = Array.from({ length: 10_001 }, (_, index) => String(index))
    expect(stateOf({ ...leftListOf(usualView), selected }).selected).toEqual([])
  })

  it('brings widths that nobody could drag back into bounds', () => {
    const state = { ...stateOf(leftListOf(usualView)), widths: { city: 5, mail: 9000 } }
    expect(leftListFrom(state).view.widths).toEqual({ city: 72, mail: 800 })
  })
})

describe('narrows', () => {
  it('does not count blanks as a search', () => {
    expect(narrows({ ...usualView, search: '  ' })).toBe(false)
  })

  it('counts a search and a filter', () => {
    expect(narrows({ ...usualView, search: 'ada' })).toBe(true)
    const filters = [{ property: 'city' as const, operator: 'isEmpty' as const }]
    expect(narrows({ ...usualView, filters })).toBe(true)
  })
})
