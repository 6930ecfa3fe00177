import { describe, expect, it } from 'vitest'
import { openNewDirectory, type Roster, signIn } from '../../../support/open-roster.ts'
import { addGroup, addPeople, membersOf } from '../../../support/some-people.ts'

async function listed(roster: Roster, query: Record<string, unknown> = {}): Promise<string[]> {
  const { rows } = await roster.ask('listGroups', { offset: 0, limit: 100, ...query })
  return rows.map(({ displayName }) => displayName)
}

describe('createGroup', () => {
  it('saves the group with its members and owners in one transaction', async () => {
    const roster = await openNewDirectory()
    const [anna = '', ben = ''] = await addPeople(roster, ['Anna', 'Ben'])
    const group = await roster.ask('createGroup', {
      values: { displayName: '  Vertrieb Süd ', description: 'Everyone in the south' },
      memberIds: [ben, anna, ben],
      ownerIds: [anna],
    })
    expect(group).toMatchObject({
      displayName: 'Vertrieb Süd',
      description: 'Everyone in the south',
      mailNickname: 'vertrieb-sud',
      kind: 'security',
      membership: 'assigned',
      membershipRule: null,
      memberCounts: { users: 2, groups: 0, allUsers: 2 },
      deletedDateTime: null,
    })
    expect(group.owners.map(({ displayName }) => displayName)).toEqual(['Anna'])
    expect(await membersOf(roster, group.id)).toEqual(['Anna', 'Ben'])
    const reopened = await roster.reopen()
    await signIn(reopened)
    expect(await reopened.ask('getGroup', { id: group.id })).toEqual(group)
  })

  it('numbers a nickname that another group has, and makes one for a name in another script', async () => {
    const roster = await openNewDirectory()
    const nicknames: string[] = []
    for (const displayName of ['Sales', 'SALES', '営業部', '経理部']) {
      const group = await roster.ask('createGroup', { values: { displayName } })
      nicknames.push(group.mailNickname)
    }
    expect(nicknames).toEqual(['sales', 'sales2', 'group', 'group2'])
  })

  it.each([
    ['no name', {}, 'displayName'],
    ['a name too long', { displayName: 'x'.repeat(257) }, 'displayName'],
    ['a nickname with a space', { displayName: 'X', mailNickname: 'a b' }, 'mailNickname'],
    ['a kind nobody knows', { displayName: 'X', kind: 'distribution' }, 'kind'],
    ['a property nobody knows', { displayName: 'X', colour: 'red' }, 'colour'],
    ['a rule that is none', { displayName: 'X', membershipRule: 'user.city' }, 'membershipRule'],
    [
      'a dynamic group without a rule',
      { displayName: 'X', membership: 'dynamic' },
      'membershipRule',
    ],
    [
      'a rule of an assigned group',
      { displayName: 'X', membership: 'assigned', membershipRule: 'user.mail -eq null' },
      'membershipRule',
    ],
  ])('refuses %s and names the field', async (_case, values, field) => {
    const roster = await openNewDirectory()
    const failure = await roster.refusal('createGroup', { values })
    expect(failure.code).toBe('invalid-input')
    expect(Object.keys(failure.fields ?? {})).toEqual([field])
    expect(await listed(roster)).toEqual([])
  })

  it('refuses a nickname that is taken, in other case and by a deleted group too', async () => {
    const roster = await openNewDirectory()
    const id = await addGroup(roster, 'Sales')
    const input = { values: { displayName: 'Other', mailNickname: 'SALES' } }
    const failure = await roster.refusal('createGroup', input)
    expect(failure.fields?.mailNickname).toBe('“SALES” belongs to Sales. Choose another.')
    await roster.ask('deleteGroups', { ids: [id] })
    const again = await roster.refusal('createGroup', input)
    expect(again.fields?.mailNickname).toContain('a deleted group')
  })
})

describe('updateGroup', () => {
  it('changes what is given and leaves the rest, the members included', async () => {
    const roster = await openNewDirectory()
    const [anna = ''] = await addPeople(roster, ['Anna'])
    const id = await addGroup(roster, 'Sales', [anna])
    const { revision } = await roster.ask('getGroup', { id })
    const changes = { displayName: 'Sales & Service', description: 'Both' }
    expect(await roster.ask('updateGroup', { id, revision, changes })).toMatchObject({
      ...changes,
      mailNickname: 'sales',
      memberCounts: { users: 1 },
    })
  })

  it('merges with what somebody else changed meanwhile, members included', async () => {
    const roster = await openNewDirectory()
    const [anna = ''] = await addPeople(roster, ['Anna'])
    const id = await addGroup(roster, 'Sales')
    const { revision } = await roster.ask('getGroup', { id })
    await roster.ask('addMembers', { id, memberIds: [anna] })
    await roster.ask('updateGroup', { id, revision, changes: { description: 'Mine' } })
    const changes = { displayName: 'Vertrieb' }
    const group = await roster.ask('updateGroup', { id, revision, changes })
    expect(group).toMatchObject({ description: 'Mine', memberCounts: { users: 1 } })
    const failure = await roster.refusal('updateGroup', {
      id,
      revision,
      changes: { description: 'Yours' },
    })
    expect(failure).toMatchObject({
      code: 'conflict',
      fields: { description: 'Changed meanwhile by Ada Lovelace, to Mine.' },
    })
  })

  it('never changes the kind of a group', async () => {
    const roster = await openNewDirectory()
    const id = await addGroup(roster, 'Sales')
    const { revision } = await roster.ask('getGroup', { id })
    const failure = await roster.refusal('updateGroup', {
      id,
      revision,
      changes: { kind: 'microsoft365' },
    })
    expect(failure.fields).toEqual({ kind: 'This is set by Roster and cannot be changed.' })
  })

  it('empties the list of a group that becomes dynamic, and undo brings it back', async () => {
    const roster = await openNewDirectory()
    const [anna = '', ben = ''] = await addPeople(roster, ['Anna', 'Ben'], (name) => ({
      department: name === 'Anna' ? 'Sales' : 'Legal',
    }))
    const id = await addGroup(roster, 'Sales', [anna, ben])
    const { revision } = await roster.ask('getGroup', { id })
    const changes = { membership: 'dynamic', membershipRule: 'user.department -eq "sales"' }
    const group = await roster.ask('updateGroup', { id, revision, changes })
    expect(await membersOf(roster, id)).toEqual(['Anna'])
    await roster.ask('undo', { transactionId: group.transactionId })
    expect(await membersOf(roster, id)).toEqual(['Anna', 'Ben'])
    expect(await roster.ask('getGroup', { id })).toMatchObject({
      membership: 'assigned',
      membershipRule: null,
    })
  })

  it('keeps the people of a group that becomes assigned, and drops its rule', async () => {
    const roster = await openNewDirectory()
    await addPeople(roster, ['Anna', 'Ben'], () => ({ department: 'Sales' }))
    const id = await addGroup(roster, 'Sales', [], {
      membershipRule: 'user.department -eq "Sales"',
    })
    const { revision } = await roster.ask('getGroup', { id })
    const group = await roster.ask('updateGroup', {
      id,
      revision,
      changes: { membership: 'assigned' },
    })
    expect(group).toMatchObject({ membership: 'assigned', membershipRule: null })
    expect(await membersOf(roster, id)).toEqual(['Anna', 'Ben'])
  })
})

describe('deleteGroups', () => {
  it('moves groups to the deleted ones, where they keep everything until they are restored', async () => {
    const roster = await openNewDirectory()
    const [anna = ''] = await addPeople(roster, ['Anna'])
    const inner = await addGroup(roster, 'Inner', [anna])
    const outer = await addGroup(roster, 'Outer', [inner])
    await roster.ask('deleteGroups', { ids: [inner] })
    expect(await listed(roster)).toEqual(['Outer'])
    expect(await listed(roster, { deleted: true })).toEqual(['Inner'])
    expect(await membersOf(roster, outer)).toEqual([])
    expect((await roster.refusal('addMembers', { id: inner, memberIds: [anna] })).message).toBe(
      'Inner has been deleted. Restore the group first. Nothing was changed.',
    )
    await roster.ask('restoreGroups', { ids: [inner] })
    expect(await membersOf(roster, outer)).toEqual(['Inner'])
    expect(await membersOf(roster, inner)).toEqual(['Anna'])
  })

  it('refuses what is deleted or restored already, and changes none of the others', async () => {
    const roster = await openNewDirectory()
    const one = await addGroup(roster, 'One')
    const two = await addGroup(roster, 'Two')
    await roster.ask('deleteGroups', { ids: [two] })
    const failure = await roster.refusal('deleteGroups', { ids: [one, two] })
    expect(failure.message).toContain('Two has been deleted.')
    expect(await listed(roster)).toEqual(['One'])
    expect((await roster.refusal('restoreGroups', { ids: [one] })).message).toContain('not deleted')
  })
})

describe('listGroups', () => {
  async function withGroups() {
    const roster = await openNewDirectory()
    const [anna = '', ben = ''] = await addPeople(roster, ['Anna', 'Ben'])
    await addGroup(roster, 'Zürich Office', [anna, ben], { description: 'Third floor' })
    await addGroup(roster, 'All Staff', [anna], { kind: 'microsoft365' })
    await addGroup(roster, 'Members', [], { membershipRule: 'user.userType -eq "Member"' })
    return roster
  }

  it('finds words anywhere, whatever their accents and capitals, the best match first', async () => {
    const roster = await withGroups()
    expect(await listed(roster, { search: 'zur off' })).toEqual(['Zürich Office'])
    expect(await listed(roster, { search: 'third' })).toEqual(['Zürich Office'])
    expect(await listed(roster, { search: 'f' })).toEqual(['All Staff', 'Zürich Office'])
    const { approximate, rows } = await roster.ask('listGroups', {
      search: 'ofice',
      offset: 0,
      limit: 5,
    })
    expect([approximate, rows.length]).toEqual([true, 1])
  })

  it('filters by kind and membership', async () => {
    const roster = await withGroups()
    expect(await listed(roster, { filters: { kind: 'microsoft365' } })).toEqual(['All Staff'])
    expect(await listed(roster, { filters: { membership: 'dynamic' } })).toEqual(['Members'])
    expect(await listed(roster, { filters: { kind: 'security', membership: 'assigned' } })).toEqual(
      ['Zürich Office'],
    )
  })

  it('sorts by name, and by how many members there are', async () => {
    const roster = await withGroups()
    expect(await listed(roster)).toEqual(['All Staff', 'Members', 'Zürich Office'])
    const sort = [{ property: 'memberCount', direction: 'desc' }]
    expect(await listed(roster, { sort })).toEqual(['Members', 'Zürich Office', 'All Staff'])
  })

  it('answers a window, or only ids', async () => {
    const roster = await withGroups()
    const window = await roster.ask('listGroups', { offset: 1, limit: 1 })
    expect(window).toMatchObject({ total: 3, matching: 3, rows: [{ displayName: 'Members' }] })
    const { rows, ids } = await roster.ask('listGroups', { offset: 0, limit: 0, idsOnly: true })
    expect([rows.length, ids?.length]).toEqual([0, 3])
  })
})
