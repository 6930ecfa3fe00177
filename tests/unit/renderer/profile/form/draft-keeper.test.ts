import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftKeeper } from '../../../../../renderer/profile/form/draft-keeper.ts'

const draft = (city: string) => ({ revision: 1, changes: { city } })

function keeperWithLog() {
  const log: string[] = []
  const keeper = new DraftKeeper({
    save: async ({ changes }) => log.push(`save ${changes.city}`),
    discard: async () => log.push('discard'),
  })
  return { keeper, log }
}

describe('DraftKeeper', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('keeps the latest draft once typing pauses', async () => {
    const { keeper, log } = keeperWithLog()
    keeper.hold(draft('L'))
    await vi.advanceTimersByTimeAsync(900)
    keeper.hold(draft('Lo'))
    await vi.advanceTimersByTimeAsync(900)
    expect(log).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(log).toEqual(['save Lo'])
  })

  it('keeps at once when the page goes', async () => {
    const { keeper, log } = keeperWithLog()
    keeper.hold(draft('London'))
    keeper.flush()
    keeper.flush()
    await vi.runAllTimersAsync()
    expect(log).toEqual(['save London'])
  })

  it('keeps nothing of what is discarded meanwhile', async () => {
    const { keeper, log } = keeperWithLog()
    keeper.hold(draft('London'))
    await keeper.discard()
    await vi.runAllTimersAsync()
    expect(log).toEqual(['discard'])
  })

  it('sends one request after the other, also after one that failed', async () => {
    const log: string[] = []
    const keeper = new DraftKeeper({
      save: async ({ changes }) => {
        await new Promise((resolve) => setTimeout(resolve, 50))
        log.push(`save ${changes.city}`)
        throw new Error('not now')
      },
      discard: async () => log.push('discard'),
    })
    keeper.hold(draft('London'))
    keeper.flush()
    const gone = keeper.discard()
    await vi.runAllTimersAsync()
    await gone
    expect(log).toEqual(['save London', 'discard'])
  })
})
