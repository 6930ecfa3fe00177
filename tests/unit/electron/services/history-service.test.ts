import { describe, expect, it } from 'vitest'
import type { Asked } from '../../../../shared/contract/contract.ts'
import { openNewDirectory, openRoster, type Roster, signIn } from '../../../support/open-roster.ts'

const everything = { offset: 0, limit: 100 }

async function add(roster: Roster, name: string, values: Record<string, unknown> = {}) {
  const userPrincipalName = `${name.toLowerCase()}@contoso.example`
  return roster.ask('createUser', { values: { displayName: name, userPrincipalName, ...values } })
}

async function change(roster: Roster, id: string, changes: Record<string, unknown>) {
  const { revision } = await roster.ask('getUser', { id })
  return roster.ask('updateUser', { id, revision, changes })
}

/** The history in a few words: what was done to whom. */
async function told(roster: Roster, asked: Partial<Asked<'listHistory'>> = {}) {
  const { entries } = await roster.ask('listHistory', { ...everything, ...asked })
  return entries.map(({ activity, changes }) =>
    [activity, ...changes.map(({ displayName }) => displayName)].join(' '),
  )
}

describe('listHistory', () => {
  it('tells who did what to whom, with old and new values, the newest first', async () => {
    const roster = await openNewDirectory()
    const grace = await add(roster, 'Grace', { city: 'New York' })
    await change(roster, grace.id, { city: 'Arlington', jobTitle: 'Rear admiral' })
    const { total, entries } = await roster.ask('listHistory', { offset: 0, limit: 1 })
    expect(total).toBe(3)
    expect(entries).toMatchObject([
      {
        actor: { displayName: 'Ada Lovelace', exists: true },
        activity: 'updateUser',
        category: 'UserManagement',
        total: 1,
        changes: [
          {
            id: grace.id,
            displayName: 'Grace',
            action: 'changed',
            properties: [
              { name: 'jobTitle', from: null, to: 'Rear admiral' },
              { name: 'city', from: 'New York', to: 'Arlington' },
            ],
          },
        ],
      },
    ])
  })

  it('finds by person, property, who, what and when', async () => {
    const clock = { at: new Date('2026-03-02T09:00:00Z') }
    const roster = await openNewDirectory({ now: () => clock.at })
    const { userId } = await roster.ask('whoAmI', {})
    const grace = await add(roster, 'Grace')
    await add(roster, 'Alan')
    clock.at = new Date('2026-03-03T09:00:00Z')
    await change(roster, grace.id, { city: 'Arlington' })
    expect(await told(roster, { userId: grace.id })).toEqual(['updateUser Grace', 'addUser Grace'])
    expect(await told(roster, { property: 'city' })).toEqual(['updateUser Grace'])
    expect(await told(roster, { userId: grace.id, property: 'jobTitle' })).toEqual([])
    expect(await told(roster, { activity: 'addUser' })).toEqual(['addUser Alan', 'addUser Grace'])
    expect(await told(roster, { by: userId })).toHaveLength(4)
    expect(await told(roster, { by: grace.id })).toEqual([])
    expect(await told(roster, { from: '2026-03-03T00:00:00Z' })).toEqual(['updateUser Grace'])
    expect(await told(roster, { to: '2026-03-03T00:00:00+00:00' })).toHaveLength(3)
  })

  it('answers windows of it', async () => {
    const roster = await openNewDirectory()
    const grace = await add(roster, 'Grace')
    for (const city of ['One', 'Two', 'Three']) await change(roster, grace.id, { city })
    const cities = async (window: { offset: number; limit: number }) => {
      const { total, entries } = await roster.ask('listHistory', { property: 'city', ...window })
      return [total, ...entries.map(({ changes }) => changes[0]?.properties[0]?.to)]
    }
    expect(await cities({ offset: 0, limit: 2 })).toEqual([3, 'Three', 'Two'])
    expect(await cities({ offset: 2, limit: 2 })).toEqual([3, 'One'])
    expect(await cities({ offset: 3, limit: 2 })).toEqual([3])
    expect(await cities({ offset: 0, limit: 0 })).toEqual([3])
  })

  it('tells managers by name: by today’s, or by the last one of somebody who is gone', async () => {
    const roster = await openNewDirectory()
    const grace = await add(roster, 'Grace')
    const alan = await add(roster, 'Alan')
    const kurt = await add(roster, 'Kurt')
    await change(roster, kurt.id, { managerId: grace.id })
    await change(roster, kurt.id, { managerId: alan.id })
    await change(roster, grace.id, { displayName: 'Grace Hopper' })
    const managers = async () => {
      const { entries } = await roster.ask('listHistory', { ...everything, property: 'managerId' })
      return entries.map(({ changes }) => changes[0]?.properties)
    }
    expect(await managers()).toEqual([
      [{ name: 'managerId', from: 'Grace Hopper', to: 'Alan', moreFrom: 0, moreTo: 0 }],
      [{ name: 'managerId', from: null, to: 'Grace Hopper', moreFrom: 0, moreTo: 0 }],
    ])
    const { entries } = await roster.ask('listHistory', { ...everything, userId: alan.id })
    await change(roster, kurt.id, { managerId: null })
    await roster.ask('undo', { transactionId: entries.at(-1)?.id ?? '' })
    expect((await managers())[1]).toEqual([
      { name: 'managerId', from: 'Grace Hopper', to: 'Alan', moreFrom: 0, moreTo: 0 },
    ])
    const [undone] = (await roster.ask('listHistory', { ...everything, userId: alan.id })).entries
    expect(undone).toMatchObject({
      activity: 'undo',
      undoes: entries.at(-1)?.id,
      changes: [{ displayName: 'Alan', exists: false, action: 'removed' }],
    })
  })

  it('tells roles by name, in the history of whoever was given one', async () => {
    const roster = await openNewDirectory()
    const { userId } = await roster.ask('whoAmI', {})
    const { entries } = await roster.ask('listHistory', { ...everything, userId })
    const { changes = [] } = entries.at(-1) ?? {}
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: 'roleAssignment',
        id: userId,
        properties: [
          { name: 'roles', from: null, to: 'Global Administrator', moreFrom: 0, moreTo: 0 },
        ],
      }),
    )
  })

  it('tells of an import only what is about the user who is asked for', async () => {
    const roster = await openRoster()
    await roster.ask('openSampleDirectory', {})
    const { rows } = await roster.ask('listUsers', { offset: 100, limit: 1 })
    const [row] = rows
    const { entries } = await roster.ask('listHistory', { ...everything, userId: row?.id ?? '' })
    const [entry] = entries
    expect(entry?.activity).toBe('createDirectory')
    expect(entry?.changes.filter(({ kind }) => kind === 'user')).toMatchObject([{ id: row?.id }])
    expect(entry?.total).toBe(entry?.changes.length)
  })

  it('goes on after a restart', async () => {
    const roster = await openNewDirectory()
    await add(roster, 'Grace')
    const again = await roster.reopen()
    await signIn(again)
    await add(again, 'Alan')
    expect(await told(again)).toEqual([
      'addUser Alan',
      'signIn',
      'addUser Grace',
      'createDirectory Contoso Ada Lovelace Ada Lovelace',
    ])
  })

  it('knows everybody who ever did something', async () => {
    const roster = await openNewDirectory()
    await roster.ask('signOut', {})
    await roster.refusal('signIn', { userPrincipalName: 'nobody', password: 'wrong' })
    await signIn(roster)
    expect(await roster.ask('listHistoryActors', {})).toEqual({
      actors: [
        { id: expect.any(String), displayName: 'Ada Lovelace' },
        { id: '', displayName: 'Roster' },
      ],
    })
    expect(await told(roster, { by: '' })).toEqual(['signInFailed'])
  })

  it('refuses to be asked about a user and a group at once', async () => {
    const roster = await openNewDirectory()
    const asked = { ...everything, userId: 'u', groupId: 'g' }
    expect(await roster.refusal('listHistory', asked)).toMatchObject({ code: 'invalid-input' })
  })
})

describe('getTransaction', () => {
  it('answers windows of the changes of an import', async () => {
    const roster = await openRoster()
    await roster.ask('openSampleDirectory', {})
    const asked = { transactionId: '1', offset: 150, limit: 20 }
    const entry = await roster.ask('getTransaction', asked)
    expect(entry.total).toBeGreaterThan(200)
    expect(entry.changes).toHaveLength(20)
    const rest = await roster.ask('getTransaction', { ...asked, offset: entry.total - 1 })
    expect(rest.changes).toHaveLength(1)
  })

  it('refuses what is no transaction', async () => {
    const roster = await openNewDirectory()
    for (const transactionId of ['0', '2', '01', '1.0', 'first'])
      expect(
        await roster.refusal('getTransaction', { transactionId, offset: 0, limit: 1 }),
      ).toMatchObject({ code: 'not-found' })
  })
})
