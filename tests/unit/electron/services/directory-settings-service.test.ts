import { describe, expect, it } from 'vitest'
import { ada, addAdministrator, addUser, become } from '../../../support/administrators.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

const settingsOf = async (roster: Roster) => {
  const { domains, userNameRule, deletedUserRetentionDays } = await roster.ask('getDirectory', {})
  return { domains, userNameRule, deletedUserRetentionDays }
}

describe('updateDirectory', () => {
  it('keeps what it is told, over a restart, and is undone', async () => {
    const roster = await openNewDirectory()
    const usual = {
      domains: ['contoso.example'],
      userNameRule: 'first.last',
      deletedUserRetentionDays: 30,
    }
    expect(await settingsOf(roster)).toEqual(usual)
    await roster.ask('updateDirectory', { userNameRule: 'flast' })
    const last = await roster.ask('updateDirectory', { deletedUserRetentionDays: 90 })
    const again = await roster.reopen()
    await again.ask('signIn', ada)
    expect(await settingsOf(again)).toEqual({
      ...usual,
      userNameRule: 'flast',
      deletedUserRetentionDays: 90,
    })
    await again.ask('undo', last)
    expect(await settingsOf(again)).toEqual({ ...usual, userNameRule: 'flast' })
  })

  it('adds domains, and makes another the primary one', async () => {
    const roster = await openNewDirectory()
    await roster.ask('updateDirectory', { addDomain: ' fabrikam.example ' })
    await roster.ask('updateDirectory', { primaryDomain: 'fabrikam.example' })
    expect((await settingsOf(roster)).domains).toEqual(['fabrikam.example', 'contoso.example'])
    const malformed = await roster.refusal('updateDirectory', { addDomain: 'fabrikam' })
    expect(malformed.fields?.addDomain).toContain('not a domain name')
    const repeated = await roster.refusal('updateDirectory', { addDomain: 'Contoso.example' })
    expect(repeated.fields?.addDomain).toContain('already')
    const unknown = await roster.refusal('updateDirectory', { primaryDomain: 'nowhere.example' })
    expect(unknown.fields?.primaryDomain).toContain('not a domain of this directory')
  })

  it('keeps a domain that somebody’s user name ends in, whichever way it would go', async () => {
    const roster = await openNewDirectory()
    const added = await roster.ask('updateDirectory', { addDomain: 'fabrikam.example' })
    const { id } = await roster.ask('createUser', {
      values: { displayName: 'Grace', userPrincipalName: 'grace@Fabrikam.example' },
    })
    const removing = { removeDomain: 'fabrikam.example' }
    const refused = await roster.refusal('updateDirectory', removing)
    expect(refused.code).toBe('conflict')
    expect(refused.message).toContain('Grace')
    expect((await roster.refusal('undo', added)).message).toContain('fabrikam.example')
    await roster.ask('deleteUsers', { ids: [id] })
    expect((await roster.refusal('updateDirectory', removing)).message).toContain('Grace')
    await roster.ask('purgeUsers', { ids: [id] })
    await roster.ask('updateDirectory', removing)
    expect((await settingsOf(roster)).domains).toEqual(['contoso.example'])
    const last = await roster.refusal('updateDirectory', { removeDomain: 'contoso.example' })
    expect(last.fields?.removeDomain).toContain('contoso.example')
  })

  it('is for Global Administrators', async () => {
    const roster = await openNewDirectory()
    await become(roster, await addAdministrator(roster, 'joan', 'User Administrator'))
    const refused = await roster.refusal('updateDirectory', { deletedUserRetentionDays: 1 })
    expect(refused.code).toBe('forbidden')
    await addUser(roster, 'grace')
  })
})
