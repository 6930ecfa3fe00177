import { describe, expect, it } from 'vitest'
import { mayDo, whyNot } from '../../../../shared/directory/authority.ts'
import { roles } from '../../../../shared/directory/roles.ts'
import { letters } from '../../../support/every-request.ts'
import { matrix } from '../../../support/role-matrix.ts'

const everyRole = roles.map(({ name }) => name)

const named = (some: string) =>
  Object.entries(letters).flatMap(([letter, name]) => (some.includes(letter) ? name : []))

const holder = (...names: readonly string[]) => ({ id: names.join() || 'nobody', roles: names })

const target = (role: string) => ({ id: 'target', roles: role === '' ? [] : [role] })

const who = (may: (role: string) => boolean) => everyRole.filter(may).sort()

describe('whyNot', () => {
  it.each(matrix)('somebody who holds “$held” is reached by $reset, and by $edit', (row) => {
    const { held, reset, edit } = row
    const users = [target(held)]
    expect(who((name) => mayDo(holder(name), 'users.resetPassword', { users }))).toEqual(
      named(reset).sort(),
    )
    for (const property of ['accountEnabled', 'userPrincipalName', 'onPremisesImmutableId'])
      expect(
        who((name) => mayDo(holder(name), 'users.update', { users, properties: [property] })),
      ).toEqual(named(edit).sort())
    for (const property of ['businessPhones', 'mobilePhone', 'otherMails'])
      expect(
        who((name) => mayDo(holder(name), 'users.update', { users, properties: [property] })),
      ).toEqual(named(reset).sort())
    expect(who((name) => mayDo(holder(name), 'users.delete', { users }))).toEqual(
      named(edit).sort(),
    )
  })

  it('counts the strictest of the roles somebody holds', () => {
    const users = [{ id: 'target', roles: ['Directory Readers', 'Global Administrator'] }]
    expect(whyNot(holder('Helpdesk Administrator'), 'users.resetPassword', { users })).toEqual({
      reason: 'reach',
      permission: 'users.resetPassword',
      user: users[0],
      properties: [],
      roles: ['Global Administrator', 'Privileged Authentication Administrator'],
    })
  })

  it('lets ordinary properties and photos of everybody be changed by those who change any', () => {
    const users = [target('Global Administrator')]
    const jobTitle = { users, properties: ['jobTitle'] }
    expect(who((name) => mayDo(holder(name), 'users.update', jobTitle))).toEqual(
      named('AUVG').sort(),
    )
    expect(who((name) => mayDo(holder(name), 'photos.update', { users }))).toEqual(
      ['Global Administrator', 'People Administrator', 'User Administrator'].sort(),
    )
  })

  it('names the refused properties, and only those', () => {
    const refusal = whyNot(holder('Helpdesk Administrator'), 'users.update', {
      users: [target('')],
      properties: ['mobilePhone', 'jobTitle', 'userPrincipalName'],
    })
    expect(refusal).toMatchObject({ reason: 'role', permission: 'users.update' })
    expect(refusal?.properties).toEqual(['jobTitle', 'userPrincipalName'])
  })

  it('finds the one among many who is out of reach', () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({ id: `u${at}`, roles: [] }))
    const users = [...many, target('User Administrator')]
    expect(whyNot(holder('Authentication Administrator'), 'users.delete', { users })).toMatchObject(
      {
        reason: 'reach',
        user: { id: 'target' },
      },
    )
    expect(mayDo(holder('User Administrator'), 'users.delete', { users })).toBe(true)
  })

  it('lets nobody block, delete, reset or assign roles to themselves', () => {
    const self = { id: 'self', roles: ['Global Administrator'] }
    for (const permission of [
      'users.delete',
      'users.purge',
      'users.resetPassword',
      'roles.assign',
    ] as const)
      expect(whyNot(self, permission, { users: [self] })).toMatchObject({ reason: 'self' })
    const properties = ['accountEnabled']
    expect(whyNot(self, 'users.update', { users: [self], properties })).toMatchObject({
      reason: 'self',
    })
    for (const property of ['mobilePhone', 'userPrincipalName', 'authenticationEmail', 'city'])
      expect(mayDo(self, 'users.update', { users: [self], properties: [property] })).toBe(true)
  })

  it('grants “edit users” to whoever may edit at least one property of them', () => {
    const users = [target('')]
    expect(who((name) => mayDo(holder(name), 'users.update', { users }))).toEqual(
      named('PHAUVG').sort(),
    )
  })

  it('grants nothing to somebody without a role, or with one nobody knows', () => {
    for (const actor of [holder(), holder('a role of a later Roster')])
      expect(whyNot(actor, 'users.read')).toMatchObject({ reason: 'role' })
  })
})
