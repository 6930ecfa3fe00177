import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../../../shared/contract/history.ts'
import { addUser, roleIdOf } from '../../../support/administrators.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

const newest = async (roster: Roster): Promise<HistoryEntry | undefined> =>
  (await roster.ask('listHistory', { offset: 0, limit: 1 })).entries[0]

describe('the history as evidence', () => {
  it('tells who gave whom which role, and who took it away', async () => {
    const roster = await openNewDirectory()
    const { id } = await addUser(roster, 'grace')
    const assignment = { userId: id, roleId: roleIdOf('Helpdesk Administrator') }
    const told = {
      actor: { displayName: 'Ada Lovelace', exists: true },
      category: 'RoleManagement',
      result: 'success',
      changes: [{ kind: 'roleAssignment', id, displayName: 'grace' }],
    }
    await roster.ask('assignRole', assignment)
    expect(await newest(roster)).toMatchObject({
      ...told,
      activity: 'assignRole',
      operation: 'Assign',
    })
    await roster.ask('unassignRole', assignment)
    const entry = await newest(roster)
    expect(entry).toMatchObject({ ...told, activity: 'unassignRole', operation: 'Unassign' })
    expect(JSON.stringify(entry?.changes)).toContain('Helpdesk Administrator')
  })

  it('tells whose password was reset, by whom and when, and never the password', async () => {
    const now = () => new Date('2026-03-01T10:00:00.000Z')
    const roster = await openNewDirectory({ now })
    const { id } = await addUser(roster, 'grace')
    const { password } = await roster.ask('resetPassword', { id })
    const entry = await newest(roster)
    expect(entry).toMatchObject({
      at: '2026-03-01T10:00:00.000Z',
      actor: { displayName: 'Ada Lovelace' },
      activity: 'resetPassword',
      category: 'UserManagement',
      operation: 'Update',
      result: 'success',
      changes: [{ kind: 'user', id, displayName: 'grace', action: 'changed' }],
    })
    const all = await roster.ask('listHistory', { offset: 0, limit: 100 })
    expect(JSON.stringify(all)).not.toContain(password)
  })

  it('keeps of somebody who was removed for good the name, and what was done', async () => {
    const roster = await openNewDirectory()
    const { id } = await addUser(roster, 'grace')
    await roster.ask('deleteUsers', { ids: [id] })
    await roster.ask('purgeUsers', { ids: [id] })
    const { entries } = await roster.ask('listHistory', { userId: id, offset: 0, limit: 10 })
    expect(entries.map(({ activity }) => activity)).toEqual(['purgeUser', 'deleteUser', 'addUser'])
    expect(entries[0]).toMatchObject({
      operation: 'Delete',
      changes: [{ id, displayName: 'grace', exists: false, action: 'removed' }],
    })
  })
})
