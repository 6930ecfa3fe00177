import { describe, expect, it } from 'vitest'
import { addAdministrator, become } from '../../../support/administrators.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'
import { addGroup, groupsOf, membersOf } from '../../../support/some-people.ts'

const grace = { displayName: 'Grace Hopper', userPrincipalName: 'grace@contoso.example' }

async function withGrace() {
  const roster = await openNewDirectory()
  const user = await roster.ask('createUser', { values: grace })
  return { roster, user }
}

const myId = async (roster: Roster) => (await roster.ask('whoAmI', {})).userId

describe('createUser', () => {
  it('derives the mail nickname and the primary address, and enables the account', async () => {
    const roster = await openNewDirectory()
    const user = await roster.ask('createUser', {
      values: { ...grace, mail: 'grace.hopper@contoso.example' },
    })
    expect(user).toMatchObject({
      mailNickname: 'grace',
      accountEnabled: true,
      userType: 'Member',
      proxyAddresses: ['SMTP:grace.hopper@contoso.example'],
      mobilePhone: null,
      otherMails: [],
    })
  })

  it.each([
    ['no display name', { userPrincipalName: 'x@contoso.example' }, 'displayName'],
    ['no user name', { displayName: 'X' }, 'userPrincipalName'],
    [
      'a foreign domain',
      { ...grace, userPrincipalName: 'x@fabrikam.example' },
      'userPrincipalName',
    ],
    [
      'a user name that is taken, in other case',
      { ...grace, userPrincipalName: 'ADA@contoso.example' },
      'userPrincipalName',
    ],
    ['a property nobody knows', { ...grace, shoeSize: 42 }, 'shoeSize'],
    ['a value of another kind', { ...grace, accountEnabled: 'yes' }, 'accountEnabled'],
  ])('refuses %s and names the field', async (_case, values, field) => {
    const roster = await openNewDirectory()
    const failure = await roster.refusal('createUser', { values })
    expect(failure.code).toBe('invalid-input')
    expect(Object.keys(failure.fields ?? {})).toEqual([field])
    expect(await roster.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 1 })
  })

  it('counts the user names of deleted users as taken', async () => {
    const { roster, user } = await withGrace()
    await roster.ask('deleteUsers', { ids: [user.id] })
    const failure = await roster.refusal('createUser', { values: grace })
    expect(failure.fields?.userPrincipalName).toContain('deleted user')
  })

  it('lets only one of two at once have a name', async () => {
    const roster = await openNewDirectory()
    const both = [1, 2].map(() => roster.application.answer('createUser', { values: grace }))
    const answers = await Promise.all(both)
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true])
  })
})

describe('createUser into groups', () => {
  it('adds the user and puts them in, in one step that is undone and done again', async () => {
    const roster = await openNewDirectory()
    const groupIds = [await addGroup(roster, 'Sales'), await addGroup(roster, 'Press')]
    const { id, transactionId } = await roster.ask('createUser', { values: grace, groupIds })
    expect(await groupsOf(roster, id)).toEqual(['Press', 'Sales'])
    const undone = await roster.ask('undo', { transactionId })
    expect(await roster.refusal('getUser', { id })).toMatchObject({ code: 'not-found' })
    expect(await membersOf(roster, groupIds[0] ?? '')).toEqual([])
    await roster.ask('undo', { transactionId: undone.transactionId })
    expect(await groupsOf(roster, id)).toEqual(['Press', 'Sales'])
  })

  it('is not undone while somebody has put the user into another group since', async () => {
    const roster = await openNewDirectory()
    const groupIds = [await addGroup(roster, 'Sales')]
    const { id, transactionId } = await roster.ask('createUser', { values: grace, groupIds })
    await addGroup(roster, 'Press', [id])
    expect(await roster.refusal('undo', { transactionId })).toMatchObject({ code: 'conflict' })
  })

  it('adds nobody where a group is dynamic or deleted, and names the group', async () => {
    const roster = await openNewDirectory()
    const dynamic = await addGroup(roster, 'Guests', [], {
      membershipRule: 'user.userType -eq "Guest"',
    })
    const deleted = await addGroup(roster, 'Closed')
    await roster.ask('deleteGroups', { ids: [deleted] })
    for (const [id, name] of [
      [dynamic, 'Guests'],
      [deleted, 'Closed'],
    ])
      expect(
        (await roster.refusal('createUser', { values: grace, groupIds: [id] })).message,
      ).toContain(name)
    expect(await roster.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 1 })
  })

  it('is for those who may add users, whatever they may do to groups', async () => {
    const roster = await openNewDirectory()
    const groupIds = [await addGroup(roster, 'Sales')]
    const [able, unable] = [
      await addAdministrator(roster, 'joan', 'User Administrator'),
      await addAdministrator(roster, 'hedy', 'Groups Administrator'),
    ]
    await become(roster, unable)
    expect(await roster.refusal('createUser', { values: grace, groupIds })).toMatchObject({
      code: 'forbidden',
    })
    await become(roster, able)
    const { id } = await roster.ask('createUser', { values: grace, groupIds })
    expect(await groupsOf(roster, id)).toEqual(['Sales'])
  })
})

describe('updateUser', () => {
  it('saves, and finds the values after a restart', async () => {
    const { roster, user } = await withGrace()
    const changes = { surname: 'Hopper', jobTitle: 'Rear Admiral', usageLocation: 'us' }
    const saved = await roster.ask('updateUser', { id: user.id, revision: user.revision, changes })
    expect(saved).toMatchObject({ ...changes, usageLocation: 'US' })
    const reopened = await roster.reopen()
    await reopened.ask('signIn', {
      userPrincipalName: 'ada@contoso.example',
      password: 'Analytical-Engine-1843',
    })
    expect(await reopened.ask('getUser', { id: user.id })).toEqual(saved)
  })

  it('clears a property that is set to null', async () => {
    const { roster, user } = await withGrace()
    const { id } = user
    const titled = await roster.ask('updateUser', {
      id,
      revision: user.revision,
      changes: { jobTitle: 'Rear Admiral', businessPhones: ['+1 5550100'] },
    })
    const cleared = await roster.ask('updateUser', {
      id,
      revision: titled.revision,
      changes: { jobTitle: null, businessPhones: null },
    })
    expect(cleared).toMatchObject({ jobTitle: null, businessPhones: [] })
  })

  it('never clears a usage location', async () => {
    const { roster, user } = await withGrace()
    const placed = await roster.ask('updateUser', {
      id: user.id,
      revision: user.revision,
      changes: { usageLocation: 'US' },
    })
    const failure = await roster.refusal('updateUser', {
      id: user.id,
      revision: placed.revision,
      changes: { usageLocation: null },
    })
    expect(Object.keys(failure.fields ?? {})).toEqual(['usageLocation'])
  })

  it('saves nothing when one of several values is wrong', async () => {
    const { roster, user } = await withGrace()
    const failure = await roster.refusal('updateUser', {
      id: user.id,
      revision: user.revision,
      changes: { jobTitle: 'Rear Admiral', employeeId: '12345678901234567', mail: 'grace' },
    })
    expect(failure.message).toContain('2 values')
    expect(failure.fields?.employeeId).toBe('At most 16 characters; this has 17. Remove 1.')
    expect(await roster.ask('getUser', { id: user.id })).toEqual(user)
  })

  it('merges an edit of other properties that was begun earlier', async () => {
    const { roster, user } = await withGrace()
    const { id, revision } = user
    await roster.ask('updateUser', { id, revision, changes: { jobTitle: 'Rear Admiral' } })
    const merged = await roster.ask('updateUser', { id, revision, changes: { city: 'Arlington' } })
    expect(merged).toMatchObject({ jobTitle: 'Rear Admiral', city: 'Arlington' })
  })

  it('refuses an earlier edit of the same property and tells the value and who set it', async () => {
    const { roster, user } = await withGrace()
    const { id, revision } = user
    await roster.ask('updateUser', { id, revision, changes: { jobTitle: 'Rear Admiral' } })
    const failure = await roster.refusal('updateUser', {
      id,
      revision,
      changes: { jobTitle: 'Commodore', city: 'Arlington' },
    })
    expect(failure).toMatchObject({
      code: 'conflict',
      fields: { jobTitle: 'Changed meanwhile by Ada Lovelace, to Rear Admiral.' },
    })
    expect(await roster.ask('getUser', { id })).toMatchObject({ city: null })
  })

  it('refuses a revision that does not exist yet, and a user who does not', async () => {
    const { roster, user } = await withGrace()
    const changes = { city: 'Arlington' }
    expect(
      await roster.refusal('updateUser', { id: user.id, revision: 99, changes }),
    ).toMatchObject({ code: 'invalid-input' })
    expect(
      await roster.refusal('updateUser', { id: 'nobody', revision: 1, changes }),
    ).toMatchObject({
      code: 'not-found',
    })
  })

  it('keeps the email and the primary address in step, and the former one as another address', async () => {
    const { roster, user } = await withGrace()
    const { id } = user
    const first = await roster.ask('updateUser', {
      id,
      revision: user.revision,
      changes: { mail: 'grace.murray@contoso.example' },
    })
    const second = await roster.ask('updateUser', {
      id,
      revision: first.revision,
      changes: { mail: 'grace.hopper@contoso.example' },
    })
    expect(second.proxyAddresses).toEqual([
      'SMTP:grace.hopper@contoso.example',
      'smtp:grace.murray@contoso.example',
    ])
    const third = await roster.ask('updateUser', {
      id,
      revision: second.revision,
      changes: {
        proxyAddresses: ['smtp:grace.hopper@contoso.example', 'SMTP:grace.murray@contoso.example'],
      },
    })
    expect(third.mail).toBe('grace.murray@contoso.example')
  })

  it('refuses an address that is somebody else’s and names the owner', async () => {
    const { roster, user } = await withGrace()
    const me = await roster.ask('getUser', { id: await myId(roster) })
    await roster.ask('updateUser', {
      id: me.id,
      revision: me.revision,
      changes: { mail: 'lovelace@contoso.example' },
    })
    const failure = await roster.refusal('updateUser', {
      id: user.id,
      revision: user.revision,
      changes: { mail: 'Lovelace@contoso.example' },
    })
    expect(failure.fields?.mail).toContain('Ada Lovelace')
  })

  it('refuses a manager who reports to the user over any length', async () => {
    const { roster, user } = await withGrace()
    let above = user
    for (const name of ['one', 'two', 'three'])
      above = await roster.ask('createUser', {
        values: {
          displayName: name,
          userPrincipalName: `${name}@contoso.example`,
          managerId: above.id,
        },
      })
    const top = await roster.ask('getUser', { id: user.id })
    const edit = (managerId: string) =>
      roster.refusal('updateUser', { id: top.id, revision: top.revision, changes: { managerId } })
    expect((await edit(above.id)).fields?.managerId).toContain('three reports')
    expect((await edit(top.id)).fields?.managerId).toContain('own manager')
    expect((await edit('nobody')).fields?.managerId).toContain('not in the directory')
  })

  it('will not block the account that is signed in', async () => {
    const roster = await openNewDirectory()
    const me = await roster.ask('getUser', { id: await myId(roster) })
    const failure = await roster.refusal('updateUser', {
      id: me.id,
      revision: me.revision,
      changes: { accountEnabled: false },
    })
    expect(failure.code).toBe('forbidden')
  })

  it('makes no transaction of an edit that changes nothing', async () => {
    const { roster, user } = await withGrace()
    const saved = await roster.ask('updateUser', {
      id: user.id,
      revision: user.revision,
      changes: { displayName: ' Grace  Hopper '.replace('  ', ' ') },
    })
    expect(saved).toEqual(user)
  })
})

describe('verifyContact', () => {
  const phone = 'authenticationPhoneNumber'

  it('records who verified a value and when, until the value changes', async () => {
    const { roster, user } = await withGrace()
    const { id } = user
    const entered = await roster.ask('updateUser', {
      id,
      revision: user.revision,
      changes: { [phone]: '+1 5555550100', authenticationEmail: 'grace@mail.example' },
    })
    const verified = await roster.ask('verifyContact', {
      id,
      revision: entered.revision,
      property: phone,
      verified: true,
    })
    expect(verified.verifications[phone]?.verifiedBy.displayName).toBe('Ada Lovelace')
    const elsewhere = await roster.ask('updateUser', {
      id,
      revision: verified.revision,
      changes: { authenticationEmail: 'hopper@mail.example' },
    })
    expect(elsewhere.verifications[phone]).toEqual(verified.verifications[phone])
    const changed = await roster.ask('updateUser', {
      id,
      revision: elsewhere.revision,
      changes: { [phone]: '+1 5555550101' },
    })
    expect(changed.verifications).toEqual({})
  })

  it('refuses to verify what is not there', async () => {
    const { roster, user } = await withGrace()
    const failure = await roster.refusal('verifyContact', {
      id: user.id,
      revision: user.revision,
      property: phone,
      verified: true,
    })
    expect(Object.keys(failure.fields ?? {})).toEqual([phone])
  })
})

describe('deleteUsers and restoreUsers', () => {
  it('move a user to the deleted users and back, with everything they had', async () => {
    const { roster, user } = await withGrace()
    await roster.ask('deleteUsers', { ids: [user.id] })
    expect(await roster.ask('listUsers', { offset: 0, limit: 9 })).toMatchObject({ total: 1 })
    expect(await roster.ask('listUsers', { offset: 0, limit: 9, deleted: true })).toMatchObject({
      rows: [{ id: user.id }],
    })
    await roster.ask('restoreUsers', { ids: [user.id] })
    const restored = await roster.ask('getUser', { id: user.id })
    const stamps = ['revision', 'lastModifiedDateTime', 'transactionId'] as const
    expect(restored).toEqual({
      ...user,
      ...Object.fromEntries(stamps.map((s) => [s, restored[s]])),
    })
  })

  it('refuse as a whole when one of the ids is unknown', async () => {
    const { roster, user } = await withGrace()
    expect(await roster.refusal('deleteUsers', { ids: [user.id, 'nobody'] })).toMatchObject({
      code: 'not-found',
    })
    expect(await roster.ask('getUser', { id: user.id })).toMatchObject({ deletedDateTime: null })
  })

  it('never take the last Global Administrator, nor the one signed in', async () => {
    const roster = await openNewDirectory()
    const failure = await roster.refusal('deleteUsers', { ids: [await myId(roster)] })
    expect(failure.code).toBe('forbidden')
  })
})

describe('checkUser', () => {
  it('says what a save would refuse and saves nothing', async () => {
    const { roster, user } = await withGrace()
    const { fields } = await roster.ask('checkUser', {
      id: user.id,
      values: { userPrincipalName: 'ada@contoso.example', city: 'Arlington' },
    })
    expect(Object.keys(fields)).toEqual(['userPrincipalName'])
    expect(fields.userPrincipalName).toContain('Ada Lovelace')
    expect(await roster.ask('getUser', { id: user.id })).toEqual(user)
  })
})

describe('undo', () => {
  it('takes an edit back', async () => {
    const { roster, user } = await withGrace()
    const saved = await roster.ask('updateUser', {
      id: user.id,
      revision: user.revision,
      changes: { jobTitle: 'Rear Admiral', mail: 'grace@contoso.example' },
    })
    await roster.ask('undo', { transactionId: saved.transactionId })
    expect(await roster.ask('getUser', { id: user.id })).toMatchObject({
      jobTitle: null,
      mail: null,
      proxyAddresses: [],
    })
  })

  it('removes a user who was added, unless somebody reports to them', async () => {
    const { roster, user } = await withGrace()
    const report = await roster.ask('createUser', {
      values: { displayName: 'R', userPrincipalName: 'r@contoso.example', managerId: user.id },
    })
    const refused = await roster.refusal('undo', { transactionId: user.transactionId })
    expect(refused).toMatchObject({ code: 'conflict' })
    await roster.ask('undo', { transactionId: report.transactionId })
    await roster.ask('undo', { transactionId: user.transactionId })
    expect(await roster.refusal('getUser', { id: user.id })).toMatchObject({ code: 'not-found' })
  })

  it('refuses where a later change stands on it', async () => {
    const { roster, user } = await withGrace()
    const { id } = user
    const first = await roster.ask('updateUser', {
      id,
      revision: user.revision,
      changes: { jobTitle: 'Rear Admiral' },
    })
    await roster.ask('updateUser', {
      id,
      revision: first.revision,
      changes: { jobTitle: 'Commodore' },
    })
    expect(await roster.refusal('undo', { transactionId: first.transactionId })).toMatchObject({
      code: 'conflict',
    })
  })

  it('refuses when a value it brings back has been taken meanwhile', async () => {
    const { roster, user } = await withGrace()
    const renamed = await roster.ask('updateUser', {
      id: user.id,
      revision: user.revision,
      changes: { userPrincipalName: 'hopper@contoso.example', mailNickname: 'hopper' },
    })
    await roster.ask('createUser', { values: { ...grace, displayName: 'Another Grace' } })
    const failure = await roster.refusal('undo', { transactionId: renamed.transactionId })
    expect(failure.fields?.userPrincipalName).toContain('Another Grace')
  })
})
