import { describe, expect, it } from 'vitest'
import type { HealthQueue } from '../../../../shared/contract/health-requests.ts'
import { administrator, openNewDirectory, type Roster } from '../../../support/open-roster.ts'

let number = 0

async function add(
  roster: Roster,
  values: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  number += 1
  const { id } = await roster.ask('createUser', {
    values: {
      displayName: `Person ${number}`,
      userPrincipalName: `person${number}@contoso.example`,
      mailNickname: `person${number}`,
      accountEnabled: true,
      ...values,
    },
  })
  return id
}

async function queueOf(roster: Roster, queue: HealthQueue) {
  return roster.ask('listHealthQueue', { queue, offset: 0, limit: 100 })
}

const namesIn = async (roster: Roster, queue: HealthQueue) =>
  (await queueOf(roster, queue)).groups
    .map(({ people }) => people.map(({ displayName }) => displayName).sort())
    .sort()

describe('the health of a directory', () => {
  it('is empty queues and full sections where everything is in order', async () => {
    const roster = await openNewDirectory()
    const { users, queues, sections } = await roster.ask('getHealth', {})
    expect(users).toBe(1)
    expect(queues.find(({ queue }) => queue === 'duplicates')?.users).toBe(0)
    expect(sections.map(({ section }) => section)).toContain('identity')
    for (const { filled, possible } of sections) expect(filled).toBeLessThanOrEqual(possible)
  })

  it('counts what is filled in by section and by department, deleted users aside', async () => {
    const roster = await openNewDirectory()
    await add(roster, { department: 'Sales', city: 'Oslo' })
    await add(roster, { department: 'Sales' })
    const gone = await add(roster, { department: 'Legal' })
    await roster.ask('deleteUsers', { ids: [gone] })
    const { departments } = await roster.ask('getHealth', {})
    expect(departments.map(({ department, users }) => [department, users])).toEqual([
      ['Sales', 2],
      ['', 1],
    ])
  })

  it('follows what is changed', async () => {
    const roster = await openNewDirectory()
    const id = await add(roster)
    const before = (await queueOf(roster, 'noUsageLocation')).ids
    const { revision } = await roster.ask('getUser', { id })
    await roster.ask('updateUser', { id, revision, changes: { usageLocation: 'NO' } })
    expect(before).toContain(id)
    expect((await queueOf(roster, 'noUsageLocation')).ids).not.toContain(id)
  })
})

describe('the queue of', () => {
  it('missing facts holds members who lack one, guests not', async () => {
    const roster = await openNewDirectory()
    const facts = {
      givenName: 'Ida',
      surname: 'Berg',
      jobTitle: 'Buyer',
      department: 'Sales',
      officeLocation: '1',
    }
    await add(roster, { ...facts, displayName: 'Complete', mail: 'ida@contoso.example' })
    await add(roster, { ...facts, displayName: 'No mail' })
    await add(roster, { displayName: 'Visitor', userType: 'Guest' })
    expect(await namesIn(roster, 'missingFacts')).toEqual([
      [administrator.displayName],
      ['No mail'],
    ])
  })

  it('impossible phones holds numbers that no plan allows, internal ones not', async () => {
    const roster = await openNewDirectory()
    await add(roster, { displayName: 'Too long', mobilePhone: '+47 40 40 40 40 40 40' })
    await add(roster, { displayName: 'Fine', mobilePhone: '+47 404 04 040' })
    await add(roster, { displayName: 'Internal', businessPhones: ['1234'] })
    await add(roster, { displayName: 'At home', mobilePhone: '404 04 040', usageLocation: 'NO' })
    expect(await namesIn(roster, 'impossiblePhone')).toEqual([['Too long']])
  })

  it('managers gone holds whose manager is deleted or blocked', async () => {
    const roster = await openNewDirectory()
    const deleted = await add(roster)
    const blocked = await add(roster, { accountEnabled: false })
    const present = await add(roster)
    await add(roster, { displayName: 'A', managerId: deleted })
    await add(roster, { displayName: 'B', managerId: blocked })
    await add(roster, { displayName: 'C', managerId: present })
    await roster.ask('deleteUsers', { ids: [deleted] })
    expect(await namesIn(roster, 'managerGone')).toEqual([['A'], ['B']])
  })

  it('no manager holds members who manage nobody either', async () => {
    const roster = await openNewDirectory()
    const top = await add(roster, { displayName: 'Top' })
    await add(roster, { displayName: 'Led', managerId: top })
    await add(roster, { displayName: 'Alone' })
    expect(await namesIn(roster, 'noManager')).toEqual([[administrator.displayName], ['Alone']])
  })

  it('duplicates holds who shares an address, a mobile number, or name and department', async () => {
    const roster = await openNewDirectory()
    await add(roster, { displayName: 'Zoë Hansen', department: 'Sales' })
    await add(roster, { displayName: 'Hansen, Zoe', department: 'Sales' })
    await add(roster, { displayName: 'Zoe Hansen', department: 'Legal' })
    await add(roster, { displayName: 'Phone One', mobilePhone: '+47 404 04 040' })
    await add(roster, { displayName: 'Phone Two', mobilePhone: '+4740404040' })
    await add(roster, { displayName: 'Mail One', mail: 'm@contoso.example' })
    await add(roster, { displayName: 'Mail Two', otherMails: ['M@contoso.example'] })
    expect(await namesIn(roster, 'duplicates')).toEqual([
      ['Hansen, Zoe', 'Zoë Hansen'],
      ['Mail One', 'Mail Two'],
      ['Phone One', 'Phone Two'],
    ])
  })

  it('unverified contacts holds who has one that nobody vouched for', async () => {
    const roster = await openNewDirectory()
    const property = 'authenticationEmail'
    const id = await add(roster, { displayName: 'Vouched', [property]: 'v@x.example' })
    await add(roster, { displayName: 'Open', [property]: 'o@x.example' })
    const { revision } = await roster.ask('getUser', { id })
    await roster.ask('verifyContact', { id, revision, property, verified: true })
    expect(await namesIn(roster, 'unverifiedContacts')).toEqual([['Open']])
  })

  it('look-alikes holds user names that cannot be told apart at a glance', async () => {
    const roster = await openNewDirectory()
    const named = (name: string) =>
      add(roster, {
        displayName: name,
        userPrincipalName: `${name}@contoso.example`,
        mailNickname: name,
      })
    for (const name of ['anna.meier', 'anna.rneier', 'bob1', 'bobl', 'carl']) await named(name)
    expect(await namesIn(roster, 'lookAlikes')).toEqual([
      ['anna.meier', 'anna.rneier'],
      ['bob1', 'bobl'],
    ])
  })

  it('anything is answered in windows', async () => {
    const roster = await openNewDirectory()
    for (let count = 0; count < 5; count += 1) await add(roster)
    const { total, groups, ids } = await roster.ask('listHealthQueue', {
      queue: 'noUsageLocation',
      offset: 4,
      limit: 10,
    })
    expect([total, groups.length, ids.length]).toEqual([6, 2, 6])
  })
})
