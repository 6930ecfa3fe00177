import { describe, expect, it } from 'vitest'
import {
  ada,
  addAdministrator,
  addUser,
  become,
  roleIdOf,
} from '../../../support/administrators.ts'
import { ManualClock } from '../../../support/manual-clock.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

const day = 24 * 60 * 60 * 1000
const hour = 60 * 60 * 1000

const rowsOf = async (roster: Roster) =>
  (
    await roster.ask('listUsers', {
      deleted: true,
      offset: 0,
      limit: 50,
      properties: ['deletedDateTime'],
    })
  ).rows

const idsOf = async (roster: Roster) => (await rowsOf(roster)).map(({ id }) => id)

async function addDeleted(roster: Roster, name: string) {
  const user = await addUser(roster, name)
  await roster.ask('deleteUsers', { ids: [user.id] })
  return user
}

describe('purgeUsers', () => {
  it('removes deleted users for good, also after a restart', async () => {
    const roster = await openNewDirectory()
    const grace = await addDeleted(roster, 'grace')
    const joan = await addDeleted(roster, 'joan')
    await roster.ask('purgeUsers', { ids: [grace.id, grace.id] })
    expect(await idsOf(roster)).toEqual([joan.id])
    expect((await roster.refusal('getUser', { id: grace.id })).code).toBe('not-found')
    expect((await roster.refusal('restoreUsers', { ids: [grace.id] })).code).toBe('not-found')
    const again = await roster.reopen()
    await again.ask('signIn', ada)
    expect(await idsOf(again)).toEqual([joan.id])
  })

  it('frees the names, and takes the user out of whatever named them', async () => {
    const roster = await openNewDirectory()
    const grace = await addUser(roster, 'grace')
    const joan = await addUser(roster, 'joan')
    await roster.ask('assignRole', { userId: grace.id, roleId: roleIdOf('Directory Readers') })
    const { revision } = await roster.ask('getUser', { id: joan.id })
    await roster.ask('updateUser', { id: joan.id, revision, changes: { managerId: grace.id } })
    await roster.ask('deleteUsers', { ids: [grace.id] })
    expect((await roster.ask('getUser', { id: joan.id })).manager).toMatchObject({ deleted: true })

    await roster.ask('purgeUsers', { ids: [grace.id] })
    expect(await roster.ask('getUser', { id: joan.id })).toMatchObject({
      managerId: null,
      manager: null,
    })
    const { roles } = await roster.ask('listRoles', {})
    expect(roles.flatMap(({ members }) => members).map(({ id }) => id)).not.toContain(grace.id)
    expect((await addUser(roster, 'grace')).id).not.toBe(grace.id)
  })

  it('refuses users who are not deleted, and removes nobody', async () => {
    const roster = await openNewDirectory()
    const grace = await addDeleted(roster, 'grace')
    const joan = await addUser(roster, 'joan')
    const refused = await roster.refusal('purgeUsers', { ids: [grace.id, joan.id] })
    expect(refused.code).toBe('conflict')
    expect(refused.message).toContain('joan is not deleted')
    expect(await idsOf(roster)).toEqual([grace.id])
  })

  it('cannot be undone', async () => {
    const roster = await openNewDirectory()
    const grace = await addDeleted(roster, 'grace')
    const refused = await roster.refusal(
      'undo',
      await roster.ask('purgeUsers', { ids: [grace.id] }),
    )
    expect(refused.message).toContain('removed for good')
  })

  it('reaches as far as one’s roles do', async () => {
    const roster = await openNewDirectory()
    const grace = await addAdministrator(roster, 'grace', 'Global Administrator')
    const someone = await addDeleted(roster, 'someone')
    await roster.ask('deleteUsers', { ids: [grace.id] })
    await become(roster, await addAdministrator(roster, 'joan', 'User Administrator'))
    expect((await roster.refusal('purgeUsers', { ids: [grace.id] })).message).toContain('grace')
    await roster.ask('purgeUsers', { ids: [someone.id] })
    await become(roster, ada)
    await become(roster, await addAdministrator(roster, 'mary', 'Authentication Administrator'))
    expect((await roster.refusal('purgeUsers', { ids: [grace.id] })).code).toBe('forbidden')
  })
})

describe('deleted users whose time has come', () => {
  async function openAt(begin: string) {
    const clock = new ManualClock()
    let time = Date.parse(begin)
    const roster = await openNewDirectory({ now: () => new Date(time), after: clock.after })
    const pass = async (milliseconds: number) => {
      time += milliseconds
      clock.pass(milliseconds)
      // Whatever was begun is saved before what is asked for after it.
      await addUser(roster, `user${time}`)
    }
    return { roster, pass }
  }

  it('are told how many days are left, and then removed by Roster itself', async () => {
    const { roster, pass } = await openAt('2026-03-01T10:00:00Z')
    const grace = await addDeleted(roster, 'grace')
    expect(await rowsOf(roster)).toMatchObject([{ id: grace.id, daysLeft: 30 }])
    await pass(29 * day)
    expect(await rowsOf(roster)).toMatchObject([{ id: grace.id, daysLeft: 1 }])
    await pass(day)
    await pass(hour)
    expect(await idsOf(roster)).toEqual([])
  })

  it('are kept as long as the directory says', async () => {
    const { roster, pass } = await openAt('2026-03-01T10:00:00Z')
    await roster.ask('updateDirectory', { deletedUserRetentionDays: 90 })
    const grace = await addDeleted(roster, 'grace')
    await pass(89 * day)
    expect(await rowsOf(roster)).toMatchObject([{ id: grace.id, daysLeft: 1 }])
    await roster.ask('updateDirectory', { deletedUserRetentionDays: 7 })
    await pass(hour)
    expect(await idsOf(roster)).toEqual([])
  })
})
