import { setImmediate as letOthersRun } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inBackground, inFront, inSteps, inStepsWhile } from '../../../electron/slices.ts'

function* counting(seen: number[]): Generator<void, string> {
  for (let step = 1; step <= 5; step += 1) {
    seen.push(step)
    yield
  }
  return 'done'
}

describe('work in steps', () => {
  it('comes to its result', async () => {
    const seen: number[] = []
    expect(await inSteps(counting(seen))).toBe('done')
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })

  it('ends as soon as nobody wants it any more', async () => {
    const seen: number[] = []
    await inStepsWhile(() => seen.length < 3, counting(seen))
    expect(seen).toEqual([1, 2, 3])
  })

  it('stands back in the background while somebody waits for other work', async () => {
    const order: string[] = []
    const { promise: done, resolve: end } = Promise.withResolvers<void>()
    const front = inFront(() => done).then(() => order.push('front'))
    const background = inBackground().then(() => order.push('background'))
    for (let turn = 0; turn < 20; turn += 1) await letOthersRun()
    expect(order).toEqual([])
    end()
    await Promise.all([front, background])
    expect(order).toEqual(['front', 'background'])
  })

  it('goes on in the background when what somebody waited for failed', async () => {
    await expect(inFront(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await inBackground()
  })
})
