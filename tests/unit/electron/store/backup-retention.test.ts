import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surplusOf } from '../../../../electron/store/backup-retention.ts'

const hour = 3_600_000
const day = 24 * hour

const at = (takenAt: string) => ({ takenAt, revision: 1 })

/** What is left when a backup is made at each of these moments and the surplus is dropped each time. */
function keptAfter(moments: readonly Date[]): string[] {
  let kept: { takenAt: string; revision: number }[] = []
  for (const moment of moments) {
    const newest = at(moment.toISOString())
    kept = [newest, ...kept]
    const surplus = surplusOf(kept, newest, moment)
    kept = kept.filter((backup) => !surplus.includes(backup))
  }
  return kept.map(({ takenAt }) => takenAt)
}

const daily = (from: string, days: number) =>
  Array.from({ length: days }, (_, each) => new Date(Date.parse(from) + each * day))

describe('surplusOf', () => {
  it('keeps seven days, four weeks and twelve months of two years', () => {
    const kept = keptAfter(daily('2024-07-01T12:00:00Z', 731))
    expect(kept.map((each) => each.slice(0, 10))).toEqual([
      ...['2026-07-01', '2026-06-30', '2026-06-29', '2026-06-28', '2026-06-27', '2026-06-26'],
      ...['2026-06-25', '2026-06-21', '2026-06-14'],
      ...['2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
      ...['2025-11-30', '2025-10-31', '2025-09-30', '2025-08-31'],
    ])
  })

  it('keeps the seven last days on which there was a backup, however long ago they were', () => {
    const weekly = Array.from(
      { length: 30 },
      (_, each) => new Date(Date.parse('2025-01-06T12:00:00Z') + each * 7 * day),
    )
    const kept = keptAfter(weekly)
    expect(kept.slice(0, 7)).toEqual(
      weekly
        .toReversed()
        .slice(0, 7)
        .map((each) => each.toISOString()),
    )
  })

  it('keeps twenty of one day until the day is over', () => {
    const hours = Array.from(
      { length: 30 },
      (_, each) => new Date(Date.parse('2026-03-02T08:00:00Z') + each * 0.3 * hour),
    )
    expect(keptAfter(hours)).toHaveLength(20)
    const next = new Date('2026-03-04T12:00:00Z')
    expect(
      keptAfter([...hours, next]).filter((each) => each.startsWith('2026-03-02')),
    ).toHaveLength(1)
  })

  it('keeps what it has just made, whatever the clock says', () => {
    const moment = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2060-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 60 }), (moments) => {
        const kept = keptAfter(moments)
        expect(kept).toContain(moments.at(-1)?.toISOString())
        expect(kept.length).toBeLessThanOrEqual(1 + 20 + 7 + 4 + 12)
      }),
    )
  })
})
