import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowOf, windowSize, windowsFor } from '../../../../../renderer/ui/grid/windows.ts'

describe('windowsFor', () => {
  it('asks for one window where all rows are in it', () => {
    expect(windowsFor(10, 40, 20)).toEqual([0])
  })

  it('asks for both sides of a border', () => {
    expect(windowsFor(90, 130, 100)).toEqual([0, 1])
  })

  it('asks for the row with the focus as well, when it is scrolled away', () => {
    expect(windowsFor(5000, 5030, 3)).toEqual([50, 0])
  })

  it('asks for the beginning when the rows before it are overscanned', () => {
    expect(windowsFor(-6, 20, 0)).toEqual([0])
  })

  it('covers every row, and each window once', () => {
    const row = fc.nat(100_000)
    fc.assert(
      fc.property(row, fc.nat(400), row, (first, more, elsewhere) => {
        const windows = windowsFor(first, first + more, elsewhere)
        expect(new Set(windows).size).toBe(windows.length)
        for (const wanted of [first, first + more, first + Math.floor(more / 2), elsewhere])
          expect(windows).toContain(windowOf(wanted))
        expect(windows.length).toBeLessThanOrEqual(Math.ceil(more / windowSize) + 2)
      }),
    )
  })
})
