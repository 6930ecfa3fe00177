import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Activity } from '../../../../renderer/lock/activity.ts'

const pause = 15_000

describe('Activity', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is told at once, at most once a pause, and never later than a pause', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40_000), { maxLength: 50 }), (gaps) => {
        const told: number[] = []
        const noted: number[] = []
        const activity = new Activity(() => told.push(Date.now()), pause)
        for (const gap of gaps) {
          vi.advanceTimersByTime(gap)
          noted.push(Date.now())
          activity.note()
        }
        vi.advanceTimersByTime(2 * pause)
        for (const [at, time] of told.entries())
          if (at > 0) expect(time - (told[at - 1] ?? 0)).toBeGreaterThanOrEqual(pause)
        for (const time of noted)
          expect(told.some((each) => each >= time && each <= time + pause)).toBe(true)
        activity.stop()
      }),
    )
  })

  it('is told no more once it is stopped', () => {
    const told: string[] = []
    const activity = new Activity(() => told.push('there'), pause)
    activity.note()
    activity.note()
    activity.stop()
    vi.advanceTimersByTime(2 * pause)
    expect(told).toEqual(['there'])
  })
})
