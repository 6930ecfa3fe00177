import { describe, expect, it } from 'vitest'
import { openNewDirectory } from '../../../support/open-roster.ts'
import { addGroup, addPeople, groupsOf, membersOf } from '../../../support/some-people.ts'

describe('addMembers', () => {
  it('adds people and groups, and passes over those who are members already', async () => {
    const roster = await openNewDirectory()
    const [anna = '', ben = ''] = await addPeople(roster, ['Anna', 'Ben'])
    const inner = await addGroup(roster, 'Inner')
    const id = await addGroup(roster, 'Sales', [anna])
    const answer = await roster.ask('addMembers', { id, memberIds: [anna, ben, inner] })
    expect(answer).toMatchObject({ changed: 2, unchanged: 1 })
    expect(await membersOf(roster, id)).toEqual(['Inner', 'Anna', 'Ben'])
    expect(await roster.ask('addMembers', { id, memberIds: [anna] })).toEqual({
      transactionId: '',
      changed: 0,
      unchanged: 1,
    })
  })

  it('writes who came and no one else, however many there are', async () => {
    const roster = await openNewDirectory()
    const people = await addPeople(roster, ['Anna', 'Ben', 'Cleo'])
    const id = await addGroup(roster, 'Sales', people.slice(0, 2))
    const { transactionId } = await roster.ask('addMembers', { id, memberIds: people.slice(2) })
    await roster.ask('undo', { transactionId })
    expect(await membersOf(roster, id)).toEqual(['Anna', 'Ben'])
  })

  it('is in the history of the group, and in that of whoever came', async () => {
    const roster = await openNewDirectory()
    const [anna = '', ben = ''] = await addPeople(roster, ['Anna', 'Ben'])
    const id = await addGroup(roster, 'Sales', [anna])
    await roster.ask('addMembers', { id, memberIds: [ben] })
    const [of, by] = await Promise.all([
      roster.ask('listHistory', { groupId: id, property: 'memberIds', offset: 0, limit: 1 }),
      roster.ask('listHistory', { userId: ben, property: 'memberOf', offset: 0, limit: 1 }),
    ])
    expect(of.entries[0]?.changes[0]?.properties).toMatchObject([
      { name: 'memberIds', from: [], to: ['Ben'] },
    ])
    expect(by).toMatchObject({ total: 1, entries: [{ activity: 'addMembers' }] })
  })

  it('refuses anybody by hand in a dynamic group, and says what to do instead', async () => {
    const roster = await openNewDirectory()
    const [anna = ''] = await addPeople(roster, ['Anna'])
    const id = await addGroup(roster, 'Guests', [], { membershipRule: 'user.userType -eq "Guest"' })
    const sentence =
      'Who is in Guests follows from its rule, so nobody is added or removed by hand. Change the rule, or choose assigned membership. Nothing was changed.'
    for (const request of ['addMembers', 'removeMembers'])
      expect(await roster.refusal(request, { id, memberIds: [anna] })).toEqual({
        code: 'invalid-input',
        message: sentence,
        fields: { memberIds: sentence },
      })
  })

  it('refuses a group in a Microsoft 365 group', async () => {
    const roster = await openNewDirectory()
    const inner = await addGroup(roster, 'Inner')
    const id = await addGroup(roster, 'News', [], { kind: 'microsoft365' })
    const failure = await roster.refusal('addMembers', { id, memberIds: [inner] })
    expect(failure.message).toContain('Inner is a group')
  })

  it('refuses a circle over any length, through deleted groups too', async () => {
    const roster = await openNewDirectory()
    const c = await addGroup(roster, 'C')
    const b = await addGroup(roster, 'B', [c])
    const a = await addGroup(roster, 'A', [b])
    expect((await roster.refusal('addMembers', { id: a, memberIds: [a] })).message).toContain(
      'A cannot be a member of itself',
    )
    await roster.ask('deleteGroups', { ids: [b] })
    expect((await roster.refusal('addMembers', { id: c, memberIds: [a] })).message).toContain(
      'C is itself in A, directly or through other groups',
    )
  })

  it('refuses deleted people and people who are gone, and adds none of the others', async () => {
    const roster = await openNewDirectory()
    const [anna = '', ben = ''] = await addPeople(roster, ['Anna', 'Ben'])
    const id = await addGroup(roster, 'Sales')
    await roster.ask('deleteUsers', { ids: [ben] })
    const failure = await roster.refusal('addMembers', { id, memberIds: [anna, ben] })
    expect(failure.message).toContain('Ben has been deleted and cannot be added to Sales.')
    const gone = await roster.refusal('addMembers', { id, memberIds: [anna, 'nobody'] })
    expect(gone.message).toContain('no longer in the directory')
    expect(await membersOf(roster, id)).toEqual([])
  })
})

describe('addToGroups', () => {
  it('puts people into several groups in one transaction, and takes them out again', async () => {
    const roster = await openNewDirectory()
    const [anna = '', ben = ''] = await addPeople(roster, ['Anna', 'Ben'])
    const groupIds = [await addGroup(roster, 'Sales', [anna]), await addGroup(roster, 'News')]
    const added = await roster.ask('addToGroups', { groupIds, memberIds: [anna, ben] })
    expect(added).toMatchObject({ changed: 3, unchanged: 1 })
    expect(await groupsOf(roster, ben)).toEqual(['News', 'Sales'])
    await roster.ask('undo', { transactionId: added.transactionId })
    expect(await groupsOf(roster, ben)).toEqual([])
    expect(await groupsOf(roster, anna)).toEqual(['Sales'])
    const left = await roster.ask('removeFromGroups', { groupIds, memberIds: [anna] })
    expect(left).toMatchObject({ changed: 1, unchanged: 1 })
  })

  it('changes no group when one of them refuses', async () => {
    const roster = await openNewDirectory()
    const [anna = ''] = await addPeople(roster, ['Anna'])
    const sales = await addGroup(roster, 'Sales')
    const guests = await addGroup(roster, 'Guests', [], { membershipRule: 'user.mail -eq null' })
    await roster.refusal('addToGroups', { groupIds: [sales, guests], memberIds: [anna] })
    expect(await membersOf(roster, sales)).toEqual([])
  })
})

describe('addOwners', () => {
  it('adds up to a hundred people, and no groups', async () => {
    const roster = await openNewDirectory()
    const names = Array.from({ length: 101 }, (_, number) => `Person ${number}`)
    const people = await addPeople(roster, names)
    const id = await addGroup(roster, 'Sales')
    const other = await addGroup(roster, 'Other')
    const group = await roster.refusal('addOwners', { id, ownerIds: [other] })
    expect(group.message).toContain('Other is a group, and only people can be owners.')
    await roster.ask('addOwners', { id, ownerIds: people.slice(1) })
    const failure = await roster.refusal('addOwners', { id, ownerIds: people.slice(0, 1) })
    expect(failure.message).toBe(
      'A group has at most 100 owners, and Sales would have 101. Nothing was changed.',
    )
    await roster.ask('removeOwners', { id, ownerIds: people.slice(2) })
    const { owners } = await roster.ask('getGroup', { id })
    expect(owners.map(({ displayName }) => displayName)).toEqual(['Person 1'])
  })

  it('lets a dynamic group have owners', async () => {
    const roster = await openNewDirectory()
    const [anna = ''] = await addPeople(roster, ['Anna'])
    const id = await addGroup(roster, 'Guests', [], { membershipRule: 'user.mail -eq null' })
    expect(await roster.ask('addOwners', { id, ownerIds: [anna] })).toMatchObject({ changed: 1 })
  })
})
