import { describe, expect, it } from 'vitest'
import {
  type Account,
  ada,
  addAdministrator,
  addUser,
  become,
  roleIdOf,
} from '../../../support/administrators.ts'
import { administrator, openNewDirectory, signIn } from '../../../support/open-roster.ts'

const { userPrincipalName, password: current } = administrator
const next = 'Difference-Engine-1822'

describe('changePassword', () => {
  it('lets in with the new password and no longer with the old one', async () => {
    const roster = await openNewDirectory()
    await roster.ask('changePassword', { current, next })
    const reopened = await roster.reopen()
    const refused = await reopened.refusal('signIn', { userPrincipalName, password: current })
    expect(refused.code).toBe('wrong-password')
    await reopened.ask('signIn', { userPrincipalName, password: next })
  })

  it('changes nothing for whoever does not know the present password', async () => {
    const roster = await openNewDirectory()
    const refused = await roster.refusal('changePassword', { current: 'Wrong-1234', next })
    expect(refused.code).toBe('wrong-password')
    await signIn(await roster.reopen())
  })

  it('refuses a password that breaks the policy and names the rule', async () => {
    const roster = await openNewDirectory()
    const refused = await roster.refusal('changePassword', { current, next: 'short' })
    expect(refused).toMatchObject({ code: 'invalid-input', fields: { next: expect.any(String) } })
    await signIn(await roster.reopen())
  })
})

describe('a password that was given', () => {
  it('opens nothing but the way to one of their own', async () => {
    const roster = await openNewDirectory()
    const { id, userPrincipalName: name } = await addUser(roster, 'grace')
    await roster.ask('assignRole', { userId: id, roleId: roleIdOf('User Administrator') })
    const { password } = await roster.ask('resetPassword', { id })
    const me = await roster.ask('signIn', { userPrincipalName: name, password })
    expect(me.mustChangePassword).toBe(true)
    const refused = await roster.refusal('listUsers', { offset: 0, limit: 1 })
    expect(refused.code).toBe('must-change')
    await roster.ask('changePassword', { current: password, next })
    expect((await roster.ask('whoAmI', {})).mustChangePassword).toBe(false)
    expect(await roster.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 2 })
  })
})

describe('an administrator', () => {
  it('who is blocked cannot sign in, is told so, and can with the same password once they are not', async () => {
    const roster = await openNewDirectory()
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    const switchTo = async (accountEnabled: boolean) => {
      const { revision } = await roster.ask('getUser', { id: grace.id })
      const changes = { accountEnabled }
      await roster.ask('updateUser', { id: grace.id, revision, changes })
    }
    await switchTo(false)
    await roster.ask('signOut', {})
    expect((await roster.ask('directoryStatus', {})).administrators).toHaveLength(1)
    const refused = await roster.refusal('signIn', accountOf(grace))
    expect(refused.message).toContain('The account of grace is blocked')
    await signIn(roster)
    await switchTo(true)
    await become(roster, grace)
  })

  it('who is deleted is nobody to the sign-in page, and is back with the same password', async () => {
    const roster = await openNewDirectory()
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    await roster.ask('deleteUsers', { ids: [grace.id] })
    await roster.ask('signOut', {})
    expect((await roster.refusal('signIn', accountOf(grace))).code).toBe('wrong-password')
    await signIn(roster)
    await roster.ask('restoreUsers', { ids: [grace.id] })
    await become(roster, grace)
  })

  it('whose last role is taken away has no password any more', async () => {
    const roster = await openNewDirectory()
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    const role = { userId: grace.id, roleId: roleIdOf('User Administrator') }
    await roster.ask('unassignRole', role)
    expect((await roster.refusal('signIn', accountOf(grace))).code).toBe('wrong-password')
    expect(await roster.ask('assignRole', role)).toMatchObject({ needsPassword: true })
  })

  it('signs in with a new user name, and not with the old one', async () => {
    const roster = await openNewDirectory()
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    const { revision } = await roster.ask('getUser', { id: grace.id })
    const renamed = 'hopper@contoso.example'
    const changes = { userPrincipalName: renamed }
    await roster.ask('updateUser', { id: grace.id, revision, changes })
    const reopened = await roster.reopen()
    expect((await reopened.refusal('signIn', accountOf(grace))).code).toBe('wrong-password')
    await reopened.ask('signIn', { userPrincipalName: renamed, password: grace.password })
    await become(reopened, ada)
  })
})

const accountOf = ({ userPrincipalName: name, password }: Account) => ({
  userPrincipalName: name,
  password,
})
