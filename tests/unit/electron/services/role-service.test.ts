import { describe, expect, it } from 'vitest'
import { type RoleName, roles } from '../../../../shared/directory/roles.ts'
import {
  ada,
  addAdministrator,
  addUser,
  become,
  roleIdOf,
} from '../../../support/administrators.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

const globally = roleIdOf('Global Administrator')
const helpdesk = roleIdOf('Helpdesk Administrator')

describe('listRoles', () => {
  it('tells of each role what it is for, what it may do, to whom, and who holds it', async () => {
    const roster = await openNewDirectory()
    const listed = await roster.ask('listRoles', {})
    expect(listed.roles.map(({ name }) => name)).toEqual(roles.map(({ name }) => name))
    for (const role of listed.roles) {
      expect(role.description).toMatch(/^[A-Z].*\.$/)
      expect(role.may).not.toHaveLength(0)
      for (const words of [...role.may, ...(role.reach?.may ?? [])])
        expect(words).toMatch(/^[A-Z][\w ’]/)
    }
    const [global] = listed.roles
    expect(global).toMatchObject({ reach: null, members: [{ displayName: 'Ada Lovelace' }] })
    const desk = listed.roles.find(({ id }) => id === helpdesk)
    expect(desk?.reach?.whom).toContain('Password Administrator, Helpdesk Administrator')
    expect(desk?.reach?.may).toEqual(['Reset passwords'])
  })
})

describe('assignRole and unassignRole', () => {
  it('give a role and take it away, each as one transaction that can be undone', async () => {
    const roster = await openNewDirectory()
    const { id: userId } = await addUser(roster, 'grace')
    const { transactionId } = await roster.ask('assignRole', { userId, roleId: helpdesk })
    expect(await rolesOf(roster, userId)).toEqual(['Helpdesk Administrator'])
    await roster.ask('undo', { transactionId })
    expect(await rolesOf(roster, userId)).toEqual([])

    await roster.ask('assignRole', { userId, roleId: helpdesk })
    const taken = await roster.ask('unassignRole', { userId, roleId: helpdesk })
    expect(await rolesOf(roster, userId)).toEqual([])
    await roster.ask('undo', taken)
    expect(await rolesOf(await roster.reopen().then(signedIn), userId)).toEqual([
      'Helpdesk Administrator',
    ])
  })

  it('tell whether whoever now holds a role still needs a password', async () => {
    const roster = await openNewDirectory()
    const { id } = await addUser(roster, 'grace')
    const first = await roster.ask('assignRole', { userId: id, roleId: helpdesk })
    expect(first.needsPassword).toBe(true)
    const { roles: listed } = await roster.ask('listRoles', {})
    expect(listed.find((role) => role.id === helpdesk)?.members).toMatchObject([
      { id, hasPassword: false },
    ])
    const { id: other } = await addAdministrator(roster, 'joan', 'Directory Readers')
    const second = await roster.ask('assignRole', { userId: other, roleId: helpdesk })
    expect(second.needsPassword).toBe(false)
  })

  it('refuse a role that is held already, is not held, or that nobody knows', async () => {
    const roster = await openNewDirectory()
    const { id: userId } = await addUser(roster, 'grace')
    const absent = await roster.refusal('unassignRole', { userId, roleId: helpdesk })
    expect(absent).toMatchObject({ code: 'not-found' })
    expect(absent.message).toContain('grace does not hold the role Helpdesk Administrator')
    await roster.ask('assignRole', { userId, roleId: helpdesk })
    const again = await roster.refusal('assignRole', { userId, roleId: helpdesk })
    expect(again).toMatchObject({ code: 'conflict' })
    const unknown = await roster.refusal('assignRole', { userId, roleId: 'king' })
    expect(unknown).toMatchObject({ code: 'not-found' })
  })

  it('take guests and blocked users, as the portal does, but no deleted ones', async () => {
    const roster = await openNewDirectory()
    const { id: userId } = await addUser(roster, 'grace')
    const { revision } = await roster.ask('getUser', { id: userId })
    await roster.ask('updateUser', {
      id: userId,
      revision,
      changes: { userType: 'Guest', accountEnabled: false },
    })
    await roster.ask('assignRole', { userId, roleId: helpdesk })
    await roster.ask('deleteUsers', { ids: [userId] })
    const refused = await roster.refusal('assignRole', { userId, roleId: globally })
    expect(refused.message).toContain('grace has been deleted')
    const { roles: listed } = await roster.ask('listRoles', {})
    expect(listed.find(({ id }) => id === helpdesk)?.members).toMatchObject([{ deleted: true }])
    await roster.ask('unassignRole', { userId, roleId: helpdesk })
  })

  it('let nobody change their own roles', async () => {
    const roster = await openNewDirectory()
    const { userId } = await roster.ask('whoAmI', {})
    for (const request of ['assignRole', 'unassignRole'])
      expect((await roster.refusal(request, { userId, roleId: globally })).message).toContain(
        'Nobody changes their own roles',
      )
    const clerk = await addAdministrator(roster, 'grace', 'Privileged Role Administrator')
    await become(roster, clerk)
    const raised = { userId: clerk.id, roleId: globally }
    expect(await roster.refusal('assignRole', raised)).toMatchObject({ code: 'forbidden' })
  })

  it('are for Global and Privileged Role Administrators alone, undoing included', async () => {
    const roster = await openNewDirectory()
    const { id: userId } = await addUser(roster, 'joan')
    const { transactionId } = await roster.ask('assignRole', { userId, roleId: helpdesk })
    const clerk = await addAdministrator(roster, 'clerk', 'Privileged Role Administrator')
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    await become(roster, grace)
    for (const [request, input] of [
      ['assignRole', { userId, roleId: globally }],
      ['unassignRole', { userId, roleId: helpdesk }],
      ['undo', { transactionId }],
    ] as const) {
      const { code, message } = await roster.refusal(request, input)
      expect(code).toBe('forbidden')
      expect(message).toContain('do not include “Assign roles”')
      expect(message).toContain('Global Administrator, Privileged Role Administrator.')
    }
    await become(roster, clerk)
    await roster.ask('undo', { transactionId })
  })
})

describe('the last Global Administrator who can sign in', () => {
  it('can be neither demoted, blocked nor deleted by those who may do that to others', async () => {
    const roster = await openNewDirectory()
    const { userId: id } = await roster.ask('whoAmI', {})
    const second = await addAdministrator(roster, 'second', 'Global Administrator')
    const clerk = await addAdministrator(
      roster,
      'clerk',
      'Privileged Role Administrator',
      'Privileged Authentication Administrator',
    )
    await become(roster, clerk)
    await roster.ask('unassignRole', { userId: second.id, roleId: globally })
    await expectToStay(roster, id)
  })

  it('is so even when others hold the role but have no password', async () => {
    const roster = await openNewDirectory()
    const { userId: id } = await roster.ask('whoAmI', {})
    const { id: other } = await addUser(roster, 'grace')
    await roster.ask('assignRole', { userId: other, roleId: globally })
    const clerk = await addAdministrator(
      roster,
      'clerk',
      'Privileged Role Administrator',
      'Privileged Authentication Administrator',
    )
    await become(roster, clerk)
    await expectToStay(roster, id)
    await roster.ask('unassignRole', { userId: other, roleId: globally })
  })

  it('stays so against an undo and an import', async () => {
    const roster = await openNewDirectory()
    const { userId: id } = await roster.ask('whoAmI', {})
    const heir = await addAdministrator(roster, 'heir', 'Directory Readers')
    const given = { userId: heir.id, roleId: globally }
    const { transactionId } = await roster.ask('assignRole', given)
    const clerk = await addAdministrator(
      roster,
      'clerk',
      'User Administrator',
      'Privileged Role Administrator',
      'Privileged Authentication Administrator',
    )
    await become(roster, clerk)
    await roster.ask('unassignRole', { userId: id, roleId: globally })
    const { message } = await roster.refusal('undo', { transactionId })
    expect(message).toContain('heir is the last Global Administrator who can sign in')

    const row = `heir@contoso.example,heir,${heir.id},False`
    const bytes = new TextEncoder().encode(
      `userPrincipalName,displayName,objectId,accountEnabled\r\n${row}`,
    )
    const { importId } = await roster.ask('previewImport', { name: 'users.csv', bytes })
    const refused = await roster.refusal('applyImport', { importId })
    expect(refused.message).toContain('heir is the last Global Administrator')
  })
})

const lastOne = 'Ada Lovelace is the last Global Administrator who can sign in'

async function expectToStay(roster: Roster, id: string) {
  const { revision } = await roster.ask('getUser', { id })
  for (const [request, input] of [
    ['unassignRole', { userId: id, roleId: globally }],
    ['updateUser', { id, revision, changes: { accountEnabled: false } }],
    ['deleteUsers', { ids: [id] }],
  ] as const) {
    const { code, message } = await roster.refusal(request, input)
    expect(code).toBe('forbidden')
    expect(message).toContain(lastOne)
  }
}

const rolesOf = async (roster: Roster, id: string): Promise<readonly (RoleName | string)[]> =>
  (await roster.ask('getUser', { id })).roles

async function signedIn(roster: Roster): Promise<Roster> {
  await become(roster, ada)
  return roster
}
