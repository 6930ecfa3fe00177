import fc from 'fast-check'
import { expect, it } from 'vitest'
import { twoPlaces } from '../../../../renderer/recovery/two-places.ts'

it('two places are always two, in order, and within the key', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), (count) => {
      const [first, second] = twoPlaces(count)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(first).toBeLessThan(second)
      expect(second).toBeLessThan(count)
    }),
  )
})
