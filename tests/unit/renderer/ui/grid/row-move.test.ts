import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowMove } from '../../../../../renderer/ui/grid/row-move.ts'

describe('rowMove', () => {
  it('moves by a row, by a page and to the ends', () => {
    const from = (key: string) => rowMove(key, 50, 100, 12)
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map(from)).toEqual([
      51, 49, 62, 38, 0, 99,
    ])
  })

  it('stops at the ends', () => {
    expect(rowMove('PageDown', 95, 100, 12)).toBe(99)
    expect(rowMove('ArrowUp', 0, 100, 12)).toBe(0)
  })

  it('leaves other keys alone', () => {
    expect(rowMove('Enter', 3, 100, 12)).toBeNull()
    expect(rowMove('a', 3, 100, 12)).toBeNull()
  })

  it('leads nowhere in an empty list', () => {
    expect(rowMove('End', 0, 0, 12)).toBeNull()
  })

  it('always ends on a row, however small the page is', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End')
    fc.assert(
      fc.property(key, fc.nat(500), fc.integer({ min: 1, max: 500 }), fc.nat(40), (...given) => {
        const [pressed, from, count, page] = given
        const to = rowMove(pressed, Math.min(from, count - 1), count, page)
        expect(to).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThan(count)
      }),
    )
  })
})
