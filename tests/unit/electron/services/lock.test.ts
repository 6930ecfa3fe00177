import { describe, expect, it } from 'vitest'
import { ManualClock } from '../../../support/manual-clock.ts'
import {
  administrator,
  openNewDirectory,
  type Roster,
  signIn,
} from '../../../support/open-roster.ts'

const minute = 60_000

async function aRoster(lockAfterMinutes = 5) {
  const clock = new ManualClock()
  const roster = await openNewDirectory({ after: clock.after, monotonic: clock.monotonic })
  await roster.ask('setPreferences', { lockAfterMinutes })
  return { clock, roster }
}

const stateOf = async (roster: Roster) => (await roster.ask('directoryStatus', {})).state

describe('locking', () => {
  it('refuses everything until somebody signs in, and remembers who will probably be', async () => {
    const { roster } = await aRoster()
    await roster.ask('lock', {})
    expect(await roster.ask('directoryStatus', {})).toMatchObject({
      state: 'locked',
      lastSignedIn: administrator.userPrincipalName,
    })
    expect((await roster.refusal('listUsers', { offset: 0, limit: 1 })).code).toBe('locked')
    expect((await roster.refusal('lock', {})).code).toBe('locked')
    await signIn(roster)
    await roster.ask('signOut', {})
    expect(await roster.ask('directoryStatus', {})).not.toHaveProperty('lastSignedIn')
  })

  it('keeps drafts for the same person', async () => {
    const { roster } = await aRoster()
    const { userId } = await roster.ask('whoAmI', {})
    const changes = { jobTitle: 'Countess' }
    await roster.ask('saveDraft', { userId, revision: 1, changes })
    await roster.ask('lock', {})
    await signIn(roster)
    expect((await roster.ask('getDraft', { userId })).draft).toMatchObject({ changes })
  })

  it('is done by the host at once, also when nobody is signed in', async () => {
    const { roster } = await aRoster()
    await roster.application.lock()
    expect(await stateOf(roster)).toBe('locked')
    await roster.application.lock()
    await signIn(roster)
  })

  it('leaves the page a second to keep what is unsaved when the host asks for it', async () => {
    const { clock, roster } = await aRoster()
    const events: string[] = []
    roster.application.onEvent(({ type }) => events.push(type))
    roster.application.askToLock()
    expect(events).toEqual(['lock-asked'])
    expect(await stateOf(roster)).toBe('open')
    clock.pass(1000)
    await expect.poll(() => stateOf(roster)).toBe('locked')
    roster.application.askToLock()
    expect(events.filter((type) => type === 'lock-asked')).toHaveLength(1)
  })
})

describe('without a sign of anybody', () => {
  it('the directory is locked after the minutes that were chosen', async () => {
    const { clock, roster } = await aRoster(7)
    clock.pass(7 * minute - 1)
    expect(await stateOf(roster)).toBe('open')
    clock.pass(1)
    await expect.poll(() => stateOf(roster)).toBe('locked')
  })

  it('it stays open as long as there is one within the minutes', async () => {
    const { clock, roster } = await aRoster()
    for (let times = 0; times < 10; times++) {
      clock.pass(4 * minute)
      await roster.ask('reportActivity', {})
    }
    expect(await stateOf(roster)).toBe('open')
    clock.pass(5 * minute)
    await expect.poll(() => stateOf(roster)).toBe('locked')
  })

  it('requests that the page makes by itself put nothing off', async () => {
    const { clock, roster } = await aRoster()
    clock.pass(4 * minute)
    await roster.ask('listUsers', { offset: 0, limit: 1 })
    clock.pass(minute)
    await expect.poll(() => stateOf(roster)).toBe('locked')
  })

  it('it stays open for good where that was chosen', async () => {
    const { clock, roster } = await aRoster(0)
    clock.pass(24 * 60 * minute)
    expect(await stateOf(roster)).toBe('open')
  })

  it('who has just signed in has all the minutes', async () => {
    const { clock, roster } = await aRoster()
    clock.pass(4 * minute)
    await signIn(roster)
    clock.pass(4 * minute)
    expect(await stateOf(roster)).toBe('open')
  })
})

describe('the minutes', () => {
  it('are for who is signed in to choose, and looks for anybody', async () => {
    const { roster } = await aRoster()
    await roster.ask('lock', {})
    const refused = await roster.refusal('setPreferences', { lockAfterMinutes: 0 })
    expect(refused.code).toBe('locked')
    await roster.ask('setPreferences', { theme: 'dark' })
    expect(await roster.ask('getPreferences', {})).toMatchObject({
      theme: 'dark',
      lockAfterMinutes: 5,
    })
  })

  it.each([-1, 61, 1.5])('are not %s', async (lockAfterMinutes) => {
    const { roster } = await aRoster()
    const refused = await roster.refusal('setPreferences', { lockAfterMinutes })
    expect(refused.code).toBe('invalid-input')
  })
})
