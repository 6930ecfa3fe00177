import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysLeft } from '../../../../shared/directory/retention.ts'

const day = 24 * 60 * 60 * 1000
const deleted = '2026-03-01T10:00:00.000Z'
const after = (milliseconds: number) => new Date(Date.parse(deleted) + milliseconds)

describe('daysLeft', () => {
  it('counts the day that has begun, and ends with the last moment of the last', () => {
    expect(daysLeft(deleted, 30, after(0))).toBe(30)
    expect(daysLeft(deleted, 30, after(1))).toBe(30)
    expect(daysLeft(deleted, 30, after(day))).toBe(29)
    expect(daysLeft(deleted, 30, after(30 * day - 1))).toBe(1)
    expect(daysLeft(deleted, 30, after(30 * day))).toBe(0)
    expect(daysLeft(deleted, 30, after(400 * day))).toBe(0)
  })

  it('never grows as time passes, nor with a shorter retention', () => {
    const time = fc.integer({ min: -day, max: 4000 * day })
    const days = fc.integer({ min: 1, max: 3650 })
    fc.assert(
      fc.property(time, time, days, days, (one, other, some, more) => {
        const left = (at: number, kept: number) => daysLeft(deleted, kept, after(at))
        expect(left(Math.max(one, other), some)).toBeLessThanOrEqual(
          left(Math.min(one, other), some),
        )
        expect(left(one, Math.min(some, more))).toBeLessThanOrEqual(left(one, Math.max(some, more)))
      }),
    )
  })
})
