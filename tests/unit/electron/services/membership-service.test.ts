import { describe, expect, it } from 'vitest'
import { openNewDirectory } from '../../../support/open-roster.ts'
import { addGroup, addPeople, groupsOf, membersOf } from '../../../support/some-people.ts'

describe('membership through groups', () => {
  it('is told with the shortest way', async () => {
    const roster = await openNewDirectory()
    const [anna = '', ben = ''] = await addPeople(roster, ['Anna', 'Ben'])
    const sales = await addGroup(roster, 'Sales', [anna])
    const europe = await addGroup(roster, 'Europe', [sales])
    const staff = await addGroup(roster, 'All staff', [europe, sales, ben])
    expect(await groupsOf(roster, anna)).toEqual([
      'All staff via Sales',
      'Europe via Sales',
      'Sales',
    ])
    expect(await groupsOf(roster, sales)).toEqual(['All staff', 'Europe'])
    expect(await membersOf(roster, staff)).toEqual(['Europe', 'Sales', 'Ben'])
    expect(await membersOf(roster, staff, true)).toEqual([
      'Europe',
      'Sales',
      'Anna via Sales',
      'Ben',
    ])
    expect((await roster.ask('getGroup', { id: staff })).memberCounts).toEqual({
      users: 1,
      groups: 2,
      allUsers: 2,
    })
  })

  it('reaches through dynamic groups, whose members are people', async () => {
    const roster = await openNewDirectory()
    const [anna = ''] = await addPeople(roster, ['Anna'], () => ({ city: 'Bonn' }))
    const bonn = await addGroup(roster, 'Bonn', [], { membershipRule: 'user.city -eq "bonn"' })
    const germany = await addGroup(roster, 'Germany', [bonn])
    expect(await groupsOf(roster, anna)).toEqual(['Bonn', 'Germany via Bonn'])
    expect(await membersOf(roster, germany, true)).toEqual(['Bonn', 'Anna via Bonn'])
  })

  it('leaves deleted people out, and has them back when they are restored', async () => {
    const roster = await openNewDirectory()
    const [anna = ''] = await addPeople(roster, ['Anna'], () => ({ city: 'Bonn' }))
    const sales = await addGroup(roster, 'Sales', [anna])
    const bonn = await addGroup(roster, 'Bonn', [], { membershipRule: 'user.city -eq "bonn"' })
    const counts = async () =>
      (await roster.ask('listGroups', { offset: 0, limit: 9 })).rows.map((row) => row.memberCount)
    expect(await counts()).toEqual([1, 1])
    await roster.ask('deleteUsers', { ids: [anna] })
    expect(await counts()).toEqual([0, 0])
    expect(await membersOf(roster, sales)).toEqual([])
    expect(await groupsOf(roster, anna)).toEqual([])
    await roster.ask('restoreUsers', { ids: [anna] })
    expect(await membersOf(roster, bonn)).toEqual(['Anna'])
    expect(await groupsOf(roster, anna)).toEqual(['Bonn', 'Sales'])
  })
})

describe('listMembers', () => {
  it('searches and sorts as the list of users does, groups first', async () => {
    const roster = await openNewDirectory()
    const people = await addPeople(roster, ['Anna Berg', 'Ben Ost', 'Cleo Berg'], (name) => ({
      jobTitle: name === 'Ben Ost' ? 'Bergführer' : 'Clerk',
    }))
    const inner = await addGroup(roster, 'Bergwacht')
    const id = await addGroup(roster, 'Alpine', [inner, ...people])
    const ask = async (input: { search?: string; sort?: [] }) => {
      const found = await roster.ask('listMembers', { id, offset: 0, limit: 9, ...input })
      return [found.matching, ...found.rows.map(({ displayName }) => displayName)]
    }
    expect(await ask({ search: 'berg' })).toEqual([
      4,
      'Bergwacht',
      'Anna Berg',
      'Cleo Berg',
      'Ben Ost',
    ])
    expect(await ask({ search: 'cleo' })).toEqual([1, 'Cleo Berg'])
    const sorted = await roster.ask('listMembers', {
      id,
      offset: 1,
      limit: 2,
      sort: [{ property: 'displayName', direction: 'desc' }],
    })
    expect(sorted.rows.map(({ displayName }) => displayName)).toEqual(['Cleo Berg', 'Ben Ost'])
    expect(sorted).toMatchObject({ total: 4, matching: 4 })
  })
})

describe('a dynamic group', () => {
  it('follows every change at once', async () => {
    const roster = await openNewDirectory()
    const id = await addGroup(roster, 'Sales', [], {
      membershipRule: 'user.department -eq "sales"',
    })
    expect(await membersOf(roster, id)).toEqual([])
    const [anna = ''] = await addPeople(roster, ['Anna'], () => ({ department: 'Sales' }))
    expect(await membersOf(roster, id)).toEqual(['Anna'])
    const { revision } = await roster.ask('getUser', { id: anna })
    const changes = { department: 'Legal' }
    const { transactionId } = await roster.ask('updateUser', { id: anna, revision, changes })
    expect(await membersOf(roster, id)).toEqual([])
    await roster.ask('undo', { transactionId })
    expect(await membersOf(roster, id)).toEqual(['Anna'])
    const group = await roster.ask('getGroup', { id })
    await roster.ask('updateGroup', {
      id,
      revision: group.revision,
      changes: { membershipRule: 'user.department -ne "Sales"' },
    })
    expect(await membersOf(roster, id)).toEqual(['Ada Lovelace'])
  })

  it('follows the days as they go by', async () => {
    let now = new Date('2026-03-01T10:00:00Z')
    const roster = await openNewDirectory({ now: () => now })
    await addPeople(roster, ['Anna'], () => ({ employeeHireDate: '2026-02-20' }))
    const id = await addGroup(roster, 'New here', [], {
      membershipRule: 'user.employeeHireDate -ge system.now -minus p30d',
    })
    expect(await membersOf(roster, id)).toEqual(['Anna'])
    now = new Date('2026-03-21T23:59:00Z')
    expect(await membersOf(roster, id)).toEqual(['Anna'])
    now = new Date('2026-03-22T00:01:00Z')
    expect(await membersOf(roster, id)).toEqual([])
  })
})

describe('resolveMembers', () => {
  it('knows people by name, user name, address, employee ID and object ID', async () => {
    const roster = await openNewDirectory()
    const [anna = '', , cleo = ''] = await addPeople(
      roster,
      ['Anna Berg', 'Ben Ost', 'Cleo Öst', 'Dan Elm', 'Eva Elm'],
      (name) => ({ employeeId: `E-${name.length}-${name.slice(0, 1)}` }),
    )
    await roster.ask('updateUser', {
      id: anna,
      revision: (await roster.ask('getUser', { id: anna })).revision,
      changes: { mail: 'a.berg@mail.example' },
    })
    const text = [
      'cleo ost',
      'BEN.OST@contoso.example; "Anna B." <a.berg@mail.example>',
      'e-7-d',
      cleo.toUpperCase(),
      'eva.elm',
      'Nobody at all',
      '',
    ].join('\r\n')
    const { found, ambiguous, notFound } = await roster.ask('resolveMembers', { text })
    expect(found.map(({ displayName }) => displayName)).toEqual([
      'Cleo Öst',
      'Ben Ost',
      'Anna Berg',
      'Dan Elm',
      'Eva Elm',
    ])
    expect(ambiguous).toEqual([])
    expect(notFound).toEqual(['Nobody at all'])
  })

  it('asks which of several people by one name is meant, and finds no deleted ones', async () => {
    const roster = await openNewDirectory()
    const [, second = '', gone = ''] = await addPeople(roster, ['Sam', 'Pat', 'Kim'])
    const { revision } = await roster.ask('getUser', { id: second })
    await roster.ask('updateUser', { id: second, revision, changes: { displayName: 'SAM' } })
    await roster.ask('deleteUsers', { ids: [gone] })
    const answer = await roster.ask('resolveMembers', { text: 'sam\nkim' })
    expect(answer.found.map(({ displayName }) => displayName)).toEqual(['Sam'])
    expect(answer.notFound).toEqual(['kim'])
    const both = await roster.ask('resolveMembers', { text: 'Sâm' })
    expect(both.ambiguous.map(({ line, users }) => [line, users.length])).toEqual([['Sâm', 2]])
  })
})

describe('previewRule', () => {
  it('tells whom a rule would take in, and saves nothing', async () => {
    const roster = await openNewDirectory()
    await addPeople(roster, ['Anna', 'Ben'], () => ({ city: 'Bonn' }))
    const rule = 'user.city -eq "Bonn"'
    const preview = await roster.ask('previewRule', { rule, limit: 1 })
    expect(preview).toMatchObject({ faults: [], matching: 2, users: [{ displayName: 'Anna' }] })
    expect(await roster.ask('listGroups', { offset: 0, limit: 1 })).toMatchObject({ total: 0 })
  })

  it('says what is wrong, and where', async () => {
    const roster = await openNewDirectory()
    const { faults } = await roster.ask('previewRule', { rule: 'user.city -eq Bonn' })
    expect(faults).toEqual([
      { start: 14, end: 18, message: 'A text goes in double quotes: "Bonn".' },
    ])
  })
})
