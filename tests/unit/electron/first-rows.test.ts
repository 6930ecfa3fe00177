import { expect, it } from 'vitest'
import { afterFirstRows } from '../../../electron/first-rows.ts'

it('what waits for the first rows runs once they are answered, and never again', async () => {
  const ran = Promise.withResolvers<void>()
  let runs = 0
  let open = false
  const failure = { code: 'locked', message: 'Sign in first.' } as const
  const answer = afterFirstRows(
    async () => (open ? { ok: true, value: {} } : { ok: false, failure }),
    () => {
      runs += 1
      ran.resolve()
    },
  )
  expect(await answer('listUsers', {})).toEqual({ ok: false, failure })
  open = true
  await answer('directoryStatus', {})
  expect(runs).toBe(0)
  expect(await answer('listUsers', {})).toEqual({ ok: true, value: {} })
  await ran.promise
  await answer('listUsers', {})
  await new Promise(setImmediate)
  expect(runs).toBe(1)
})
