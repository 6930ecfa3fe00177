import { describe, expect, it } from 'vitest'
import { addAdministrator, become, roleIdOf } from '../../../support/administrators.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'
import { addGroup, groupsOf } from '../../../support/some-people.ts'

const add = (roster: Roster, name: string, values: Record<string, unknown> = {}) =>
  roster.ask('createUser', {
    values: { displayName: name, userPrincipalName: `${name}@contoso.example`, ...values },
  })

const change = async (roster: Roster, id: string, changes: Record<string, unknown>) => {
  const { revision } = await roster.ask('getUser', { id })
  return (await roster.ask('updateUser', { id, revision, changes })).transactionId
}

describe('getUserAsOf', () => {
  it('tells what a user was after each entry', async () => {
    const roster = await openNewDirectory()
    const boss = await add(roster, 'Boss')
    const user = await add(roster, 'Grace', { city: 'One' })
    const moved = await change(roster, user.id, { city: 'Two', managerId: boss.id })
    const left = await change(roster, user.id, { city: null, managerId: null })
    const asOf = (transactionId: string) =>
      roster.ask('getUserAsOf', { id: user.id, transactionId })
    expect((await asOf('1')).user).toBeNull()
    expect((await asOf(user.transactionId)).user).toMatchObject({
      displayName: 'Grace',
      values: { city: 'One', managerId: null },
      manager: null,
    })
    expect((await asOf(moved)).user).toMatchObject({ values: { city: 'Two' }, manager: 'Boss' })
    expect((await asOf(left)).user).toMatchObject({ values: { city: null }, manager: null })
  })

  it('refuses what is no entry', async () => {
    const roster = await openNewDirectory()
    expect(await roster.refusal('getUserAsOf', { id: 'x', transactionId: '9' })).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('mergeUsers', () => {
  async function withTwo() {
    const roster = await openNewDirectory()
    const one = await add(roster, 'Grace', { city: 'One' })
    const other = await add(roster, 'Gracie', { city: 'Two', jobTitle: 'Admiral' })
    const report = await add(roster, 'Kurt', { managerId: other.id })
    const merge = (take: string[]) => ({
      kept: { id: one.id, revision: one.revision },
      other: { id: other.id, revision: other.revision },
      take,
      groups: true,
    })
    return { roster, one, other, report, merge }
  }

  it('takes values over, moves direct reports and deletes the other, in one entry', async () => {
    const { roster, one, other, report, merge } = await withTwo()
    const { transactionId } = await roster.ask('mergeUsers', merge(['jobTitle']))
    const profileOf = (id: string) => roster.ask('getUser', { id })
    expect(await profileOf(one.id)).toMatchObject({ city: 'One', jobTitle: 'Admiral' })
    expect((await profileOf(report.id)).managerId).toBe(one.id)
    expect((await profileOf(other.id)).deletedDateTime).not.toBeNull()
    await roster.ask('undo', { transactionId })
    expect(await profileOf(one.id)).toMatchObject({ city: 'One', jobTitle: null })
    expect((await profileOf(report.id)).managerId).toBe(other.id)
    expect((await profileOf(other.id)).deletedDateTime).toBeNull()
  })

  it('puts the one who stays under the manager of the one who goes', async () => {
    const { roster, one, other, merge } = await withTwo()
    const boss = await add(roster, 'Boss')
    await change(roster, one.id, { managerId: other.id })
    await change(roster, other.id, { managerId: boss.id })
    const [kept, going] = await Promise.all(
      [one, other].map(({ id }) => roster.ask('getUser', { id })),
    )
    const asked = merge([])
    await roster.ask('mergeUsers', {
      ...asked,
      kept: { ...asked.kept, revision: kept?.revision ?? 0 },
      other: { ...asked.other, revision: going?.revision ?? 0 },
    })
    expect((await roster.ask('getUser', { id: one.id })).managerId).toBe(boss.id)
  })

  it('refuses what was chosen by an older state, and values that belong to one account', async () => {
    const { roster, other, merge } = await withTwo()
    for (const name of ['userPrincipalName', 'mail', 'photo'])
      expect(await roster.refusal('mergeUsers', merge([name]))).toMatchObject({
        code: 'invalid-input',
      })
    await change(roster, other.id, { city: 'Three' })
    const stale = await roster.refusal('mergeUsers', merge(['city']))
    expect(stale).toMatchObject({ code: 'conflict' })
    expect(stale.message).toContain('Gracie was changed meanwhile')
    expect((await roster.ask('getUser', { id: other.id })).deletedDateTime).toBeNull()
  })

  async function withGroups() {
    const two = await withTwo()
    const { roster, one, other } = two
    await addGroup(roster, 'Both', [one.id, other.id])
    await addGroup(roster, 'Sales', [other.id])
    await addGroup(roster, 'Guests', [], { membershipRule: 'user.jobTitle -eq "Admiral"' })
    const owned = await addGroup(roster, 'Owned', [], {
      membershipRule: 'user.city -eq "Nowhere"',
    })
    await roster.ask('addOwners', { id: owned, ownerIds: [other.id] })
    const gone = await addGroup(roster, 'Gone', [other.id])
    await roster.ask('deleteGroups', { ids: [gone] })
    const ownersOf = async (id: string) =>
      (await roster.ask('getGroup', { id })).owners.map((each) => each.displayName)
    return { ...two, owned, ownersOf }
  }

  it('takes over the places in groups, which the preview tells, and gives them back', async () => {
    const { roster, one, other, merge, owned, ownersOf } = await withGroups()
    const preview = await roster.ask('previewMerge', { keptId: one.id, otherId: other.id })
    expect(preview.joined.map((each) => each.displayName)).toEqual(['Sales'])
    expect(preview.owned.map((each) => each.displayName)).toEqual(['Owned'])

    const { transactionId } = await roster.ask('mergeUsers', merge([]))
    expect(await groupsOf(roster, one.id)).toEqual(['Both', 'Sales'])
    expect(await ownersOf(owned)).toEqual(['Grace'])
    await roster.ask('undo', { transactionId })
    expect(await groupsOf(roster, one.id)).toEqual(['Both'])
    expect(await groupsOf(roster, other.id)).toEqual(['Both', 'Guests', 'Sales'])
    expect(await ownersOf(owned)).toEqual(['Gracie'])
  })

  it('leaves groups to those who may change them', async () => {
    const { roster, one, other, merge } = await withGroups()
    const joan = await addAdministrator(roster, 'joan', 'Authentication Administrator')
    await become(roster, joan)
    expect(await roster.refusal('mergeUsers', merge([]))).toMatchObject({ code: 'forbidden' })
    expect((await roster.ask('getUser', { id: other.id })).deletedDateTime).toBeNull()
    await roster.ask('mergeUsers', { ...merge([]), groups: false })
    expect(await groupsOf(roster, one.id)).toEqual(['Both'])
  })

  it('takes over no roles', async () => {
    const { roster, one, other, merge } = await withTwo()
    const helpdesk = roleIdOf('Helpdesk Administrator')
    await roster.ask('assignRole', { userId: other.id, roleId: helpdesk })
    await roster.ask('mergeUsers', merge([]))
    expect((await roster.ask('getUser', { id: one.id })).roles).toEqual([])
  })
})
