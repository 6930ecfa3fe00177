import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findByName, moveBy } from '../../../../renderer/chart/chart-keys.ts'
import { cardsIn, linesIn } from '../../../../renderer/chart/chart-lines.ts'
import { pagesOf } from '../../../../renderer/chart/chart-sheet.tsx'
import { card, layOut, openTo } from '../../../../renderer/chart/chart-tree.ts'
import type { PlacedPerson } from '../../../../shared/contract/chart-requests.ts'

const aPerson = (id: string, managerId: string | null): PlacedPerson => ({
  id,
  displayName: `Person ${id}`,
  jobTitle: null,
  photo: null,
  accountEnabled: true,
  deleted: false,
  managerId,
  below: 0,
})

/** Anybody's manager is somebody who comes earlier. */
const people = fc
  .array(fc.nat(), { maxLength: 60 })
  .map((choices) => [
    aPerson('0', null),
    ...choices.map((choice, index) => aPerson(String(index + 1), String(choice % (index + 1)))),
  ])

const opened = (of: readonly PlacedPerson[]) => layOut(of, openTo(of, Number.POSITIVE_INFINITY))
const everything = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 }

describe('the chart', () => {
  it('shows everybody once, and no card upon another', () => {
    fc.assert(
      fc.property(people, (of) => {
        const { cards, width, height } = opened(of)
        expect(cards.map(({ person }) => person.id).sort()).toEqual(of.map(({ id }) => id).sort())
        for (const [index, one] of cards.entries()) {
          expect([one.x >= 0, one.y >= 0]).toEqual([true, true])
          expect(one.x + card.width).toBeLessThanOrEqual(width)
          expect(one.y + card.height).toBeLessThanOrEqual(height)
          for (const other of cards.slice(index + 1))
            expect(one.x !== other.x || Math.abs(one.y - other.y) >= card.height).toBe(true)
        }
      }),
    )
  })

  it('hides who is below somebody closed, and only those', () => {
    const of = [aPerson('0', null), aPerson('1', '0'), aPerson('2', '1'), aPerson('3', '0')]
    const { cards } = layOut(of, new Set(['0']))
    expect(cards.map(({ person, open }) => [person.id, open])).toEqual([
      ['0', true],
      ['1', false],
      ['3', null],
    ])
  })

  it('opens as many levels as asked', () => {
    const of = [aPerson('0', null), aPerson('1', '0'), aPerson('2', '1'), aPerson('3', '2')]
    expect([...openTo(of, 2)]).toEqual(['0', '1'])
  })

  it('draws what an area shows, and a line to each who is not the top', () => {
    fc.assert(
      fc.property(people, (of) => {
        const chart = opened(of)
        expect(cardsIn(chart, everything)).toEqual(chart.cards)
        expect(linesIn(chart, everything).split('M').length).toBe(of.length)
      }),
    )
  })

  it('is on one printed page or another, nobody left out', () => {
    fc.assert(
      fc.property(people, (of) => {
        const chart = opened(of)
        const printed = new Set(pagesOf(chart).flatMap((area) => cardsIn(chart, area)))
        expect(printed.size).toBe(of.length)
      }),
    )
  })
})

describe('the keyboard in the chart', () => {
  const of = [aPerson('0', null), aPerson('1', '0'), aPerson('2', '1'), aPerson('3', '0')]

  it('goes through everybody by arrow down, and back by arrow up', () => {
    fc.assert(
      fc.property(people, (any) => {
        const chart = opened(any)
        const walk = (key: string, from: string) => {
          const passed = [from]
          for (let move = moveBy(key, chart, from); move; ) {
            const next: string | null = 'to' in move ? move.to : null
            if (next === null) break
            passed.push(next)
            move = moveBy(key, chart, next)
          }
          return passed
        }
        const down = walk('ArrowDown', '0')
        expect(down).toEqual(chart.cards.map(({ person }) => person.id))
        expect(walk('ArrowUp', down.at(-1) ?? '')).toEqual(down.toReversed())
      }),
    )
  })

  it('opens and enters to the right, closes and leaves to the left', () => {
    const closed = layOut(of, new Set(['0']))
    expect(moveBy('ArrowRight', closed, '1')).toEqual({ open: '1' })
    expect(moveBy('ArrowLeft', closed, '1')).toEqual({ to: '0' })
    const open = layOut(of, new Set(['0', '1']))
    expect(moveBy('ArrowRight', open, '1')).toEqual({ to: '2' })
    expect(moveBy('ArrowLeft', open, '1')).toEqual({ close: '1' })
    expect(moveBy('ArrowLeft', open, '0')).toEqual({ close: '0' })
    expect(moveBy('ArrowRight', open, '3')).toBeNull()
  })

  it('jumps to a name that begins as typed, from one to the next', () => {
    const chart = layOut(
      of.map((person) => ({
        ...person,
        displayName: person.id === '0' ? 'Zed' : person.displayName,
      })),
      new Set(['0', '1']),
    )
    expect(findByName('p', chart, '0')).toBe('1')
    expect(findByName('p', chart, '3')).toBe('1')
    expect(findByName('z', chart, '3')).toBe('0')
    expect(findByName('q', chart, '0')).toBeNull()
  })
})
