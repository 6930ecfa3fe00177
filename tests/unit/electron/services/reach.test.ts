import { describe, expect, it } from 'vitest'
import type { RoleName } from '../../../../shared/directory/roles.ts'
import {
  type Account,
  ada,
  addAdministrator,
  addUser,
  become,
} from '../../../support/administrators.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

describe('an edit beyond one’s roles', () => {
  it('is refused with the permission, the person, who may, and each property', async () => {
    const roster = await openNewDirectory()
    const { id, revision } = await administratorNamed(roster, 'Grace', 'Global Administrator')
    await become(roster, await addAdministrator(roster, 'joan', 'User Administrator'))
    const changes = { jobTitle: 'Admiral', userPrincipalName: 'amazing@contoso.example' }
    const failure = await roster.refusal('updateUser', { id, revision, changes })
    expect(failure).toEqual({
      code: 'forbidden',
      message:
        'Your roles do not include “Edit user names, phones and other email addresses” for Grace, who is Global Administrator. Nothing was changed. Ask someone with one of these roles: Global Administrator, Privileged Authentication Administrator.',
      fields: {
        userPrincipalName:
          'Your roles do not let you change this for Grace, who is Global Administrator.',
      },
    })
    const { jobTitle } = changes
    await roster.ask('updateUser', { id, revision, changes: { jobTitle } })
  })

  it('lets a helpdesk mend phones of people, and nothing else of them', async () => {
    const roster = await openNewDirectory()
    const { id } = await addUser(roster, 'grace')
    await become(roster, await addAdministrator(roster, 'joan', 'Helpdesk Administrator'))
    const { revision } = await roster.ask('getUser', { id })
    const edit = { id, revision, changes: { mobilePhone: '+1 555', city: 'Arlington' } }
    const { message, fields } = await roster.refusal('updateUser', edit)
    expect(message).toContain('do not include “Edit users”')
    expect(Object.keys(fields ?? {})).toEqual(['city'])
    await roster.ask('updateUser', { ...edit, changes: { mobilePhone: '+1 555' } })
  })

  it('stops at one person of many, and then touches none', async () => {
    const roster = await openNewDirectory()
    const people = [await addUser(roster, 'grace'), await addUser(roster, 'hedy')]
    const chief = await addAdministrator(roster, 'chief', 'Helpdesk Administrator')
    await become(roster, await addAdministrator(roster, 'joan', 'Authentication Administrator'))
    const ids = [...people, chief].map((account) => account.id)
    const { message } = await roster.refusal('deleteUsers', { ids })
    expect(message).toContain('for chief, who is Helpdesk Administrator')
    expect(await roster.ask('listUsers', { offset: 0, limit: 9 })).toMatchObject({ total: 5 })
  })
})

describe('an undo', () => {
  it('needs what the change itself needed', async () => {
    const roster = await openNewDirectory()
    const { id } = await addUser(roster, 'grace')
    const { revision } = await roster.ask('getUser', { id })
    const changes = { city: 'Arlington' }
    const { transactionId } = await roster.ask('updateUser', { id, revision, changes })
    await become(roster, await addAdministrator(roster, 'photographer', 'People Administrator'))
    expect((await roster.refusal('undo', { transactionId })).message).toContain('“Edit users”')
    await become(roster, ada)
    await become(roster, await addAdministrator(roster, 'clerk', 'Authentication Administrator'))
    await roster.ask('undo', { transactionId })
  })
})

describe('an import', () => {
  const header = 'userPrincipalName,displayName,objectId,accountEnabled,city'
  const csv = (...lines: readonly string[]) =>
    new TextEncoder().encode([header, ...lines].join('\r\n'))

  it('leaves out the rows that are not for this person to change, and says which and why', async () => {
    const roster = await openNewDirectory()
    const grace = await addUser(roster, 'grace')
    const chief = await administratorNamed(roster, 'chief', 'Global Administrator')
    await become(roster, await addAdministrator(roster, 'joan', 'User Administrator'))
    const preview = await roster.ask('previewImport', {
      name: 'users.csv',
      bytes: csv(
        `grace@contoso.example,grace,${grace.id},False,Arlington`,
        `chief@contoso.example,chief,${chief.id},False,Paris`,
        'hedy@elsewhere.example,Hedy,,True,Vienna',
      ),
    })
    expect(preview).toMatchObject({ changed: 1, invalid: 2, newDomains: [] })
    expect(preview.problems).toMatchObject([
      {
        line: 3,
        property: 'accountEnabled',
        message: expect.stringContaining('for chief, who is Global Administrator'),
      },
      { line: 4, property: 'userPrincipalName' },
    ])
    const applied = await roster.ask('applyImport', { importId: preview.importId })
    expect(applied).toMatchObject({ updated: 1 })
    expect(await roster.ask('getUser', { id: chief.id })).toMatchObject({ city: null })
  })

  it('that one person previewed is nobody else’s to apply', async () => {
    const roster = await openNewDirectory()
    const chief = await addAdministrator(roster, 'chief', 'Global Administrator')
    const joan = await addAdministrator(roster, 'joan', 'User Administrator')
    const bytes = csv(`chief@contoso.example,chief,${chief.id},False,`)
    const { importId } = await roster.ask('previewImport', { name: 'users.csv', bytes })
    await become(roster, joan)
    expect(await roster.refusal('applyImport', { importId })).toMatchObject({ code: 'not-found' })
    expect(await roster.ask('getUser', { id: chief.id })).toMatchObject({ accountEnabled: true })
  })
})

async function administratorNamed(
  roster: Roster,
  name: string,
  role: RoleName,
): Promise<Account & { readonly revision: number }> {
  const account = await addAdministrator(roster, name, role)
  const { revision } = await roster.ask('getUser', { id: account.id })
  return { ...account, revision }
}
