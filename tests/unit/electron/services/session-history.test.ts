import { describe, expect, it } from 'vitest'
import { aFolder } from '../../../support/a-store.ts'
import {
  administrator,
  cheapCosts,
  openNewDirectory,
  type Roster,
  signIn,
} from '../../../support/open-roster.ts'
import { unlockedKeys } from '../../../support/unlocked-keys.ts'

/** What the history says after the directory's first transaction, once nobody has it open. */
async function historyOf(roster: Roster) {
  await roster.application.close()
  const keys = await unlockedKeys(roster.dataDir, administrator, cheapCosts)
  const store = await aFolder(roster.dataDir, { keys }).open()
  const told = []
  for await (const { actor, activity, details } of store?.transactionsAfter(1) ?? [])
    told.push({ by: actor.displayName, activity, ...details })
  return told
}

describe('the history of sign-ins', () => {
  it('tells who signed in and out', async () => {
    const roster = await openNewDirectory()
    await roster.ask('signOut', {})
    await signIn(roster)
    expect(await historyOf(roster)).toEqual([
      { by: 'Ada Lovelace', activity: 'signOut' },
      { by: 'Ada Lovelace', activity: 'signIn' },
    ])
  })

  it('tells of a refused sign-in whose account it was and why, and never what was typed', async () => {
    const roster = await openNewDirectory()
    const { userId } = await roster.ask('whoAmI', {})
    await roster.ask('signOut', {})
    const { userPrincipalName } = administrator
    await roster.refusal('signIn', { userPrincipalName, password: 'wrong' })
    await roster.refusal('signIn', { userPrincipalName: 'a password', password: 'wrong' })
    await signIn(roster)
    const refused = { by: 'Roster', activity: 'signInFailed', at: expect.any(String) }
    expect((await historyOf(roster)).slice(1)).toEqual([
      { ...refused, userId, reason: 'wrongPassword' },
      { ...refused, userId: null, reason: 'unknownUser' },
      { by: 'Ada Lovelace', activity: 'signIn' },
    ])
  })

  it('does not make the page read the directory again', async () => {
    const roster = await openNewDirectory()
    const events: string[] = []
    roster.application.onEvent(({ type }) => events.push(type))
    await roster.ask('signOut', {})
    await signIn(roster)
    expect(events).toEqual([
      'history-changed',
      'status-changed',
      'status-changed',
      'history-changed',
    ])
  })

  it('does not make a prepared import stale', async () => {
    const roster = await openNewDirectory()
    const bytes = Buffer.from('userPrincipalName,displayName\ngrace@contoso.example,Grace\n')
    const { importId } = await roster.ask('previewImport', { name: 'people.csv', bytes })
    await roster.ask('backUpNow', {})
    expect(await roster.ask('applyImport', { importId })).toMatchObject({ created: 1 })
    expect((await historyOf(roster)).map(({ activity }) => activity)).toEqual([
      'backUp',
      'importUsers',
    ])
  })
})
