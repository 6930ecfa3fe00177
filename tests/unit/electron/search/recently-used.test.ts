import { expect, it } from 'vitest'
import { RecentlyUsed } from '../../../../electron/search/recently-used.ts'

it('forgets what was not used for longest', () => {
  const kept = new RecentlyUsed<string>(2)
  for (const key of ['a', 'b', 'a', 'c']) kept.get(key, () => key)
  expect([...kept.values()]).toEqual(['a', 'c'])
})

it('makes a value once', () => {
  const kept = new RecentlyUsed<number>(2)
  kept.get('a', () => 1)
  expect(kept.get('a', () => 2)).toBe(1)
})
