import { describe, expect, it } from 'vitest'
import { inSteps, inStepsWhile } from '../../../electron/slices.ts'

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
})
