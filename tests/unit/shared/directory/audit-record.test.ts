import { describe, expect, it } from 'vitest'
import { allActivities, factsOf } from '../../../../shared/directory/activities.ts'
import { auditRecordOf, type Names } from '../../../../shared/directory/audit-record.ts'
import type { Change, Transaction } from '../../../../shared/directory/transaction.ts'
import { activityNames } from '../../../../shared/text/en/activities.ts'

const people: Readonly<Record<string, string>> = {
  u1: 'Ada',
  u2: 'Charles',
  u3: 'Grace',
  g: 'Crew',
}

const names: Names = {
  activity: (activity) => activityNames[activity],
  role: (id) => (id === 'r' ? 'Helpdesk Administrator' : null),
  record: (id) => people[id] ?? null,
  userPrincipalName: (id) => (id === 'u1' ? 'ada@contoso.example' : null),
}

const transactionOf = (...changes: readonly Change[]): Transaction => ({
  id: '7',
  sequence: 7,
  at: '2026-01-02T12:00:00.000Z',
  actor: { id: 'u2', displayName: 'Charles' },
  activity: 'updateUser',
  changes: [...changes],
})

const targetsOf = (...changes: readonly Change[]) =>
  auditRecordOf(transactionOf(...changes), names).targetResources

describe('auditRecordOf', () => {
  it('tells who changed what of whom, from which value to which', () => {
    const change = {
      kind: 'user',
      id: 'u1',
      before: { jobTitle: null },
      after: { jobTitle: 'Countess' },
    }
    expect(auditRecordOf(transactionOf(change as Change), names)).toEqual({
      id: '7',
      activityDateTime: '2026-01-02T12:00:00.000Z',
      activityDisplayName: 'Update user',
      category: 'UserManagement',
      operationType: 'Update',
      result: 'success',
      resultReason: null,
      correlationId: '7',
      loggedByService: 'Roster',
      initiatedBy: { user: { id: 'u2', displayName: 'Charles' }, app: null },
      additionalDetails: [],
      targetResources: [
        {
          id: 'u1',
          displayName: 'Ada',
          type: 'User',
          userPrincipalName: 'ada@contoso.example',
          groupType: null,
          modifiedProperties: [{ displayName: 'jobTitle', oldValue: null, newValue: '"Countess"' }],
        },
      ],
    })
  })

  it('names a manager, and keeps the id of one whom nobody knows any more', () => {
    const [target] = targetsOf({
      kind: 'user',
      id: 'u1',
      before: { managerId: 'u2' },
      after: { managerId: 'gone' },
    })
    expect(target?.modifiedProperties).toEqual([
      { displayName: 'managerId', oldValue: '"Charles"', newValue: '"gone"' },
    ])
  })

  it('calls a user who is gone by the name recorded then', () => {
    const before = { displayName: 'Lost', userPrincipalName: 'lost@contoso.example' }
    const [target] = targetsOf({ kind: 'user', id: 'lost', before, after: null })
    expect(target).toMatchObject({
      displayName: 'Lost',
      userPrincipalName: 'lost@contoso.example',
    })
  })

  it('tells of a group only which members came and went', () => {
    const [target] = targetsOf({
      kind: 'group',
      id: 'g',
      before: { memberIds: ['u1', 'u2'] },
      after: { memberIds: ['u2', 'u3'] },
    })
    expect(target).toMatchObject({
      displayName: 'Crew',
      type: 'Group',
      modifiedProperties: [
        { displayName: 'memberIds', oldValue: '["Ada"]', newValue: '["Grace"]' },
      ],
    })
  })

  it('tells who came into a group whose list is not written whole', () => {
    const lists = { memberIds: { added: ['u1'], removed: [] } }
    const [target] = targetsOf({ kind: 'group', id: 'g', before: {}, after: {}, lists })
    expect(target?.modifiedProperties).toEqual([
      { displayName: 'memberIds', oldValue: null, newValue: '["Ada"]' },
    ])
  })

  it('tells of a role by its name to whom it was given', () => {
    const after = { roleId: 'r', userId: 'u1' }
    const [target] = targetsOf({ kind: 'roleAssignment', id: 'r:u1', before: null, after })
    expect(target).toMatchObject({
      id: 'r',
      displayName: 'Helpdesk Administrator',
      type: 'Role',
      modifiedProperties: [{ displayName: 'userId', oldValue: null, newValue: '"Ada"' }],
    })
  })

  it('tells why something was refused, and that nobody was signed in', () => {
    const record = auditRecordOf(
      {
        ...transactionOf(),
        actor: { id: '', displayName: 'Roster' },
        activity: 'signInFailed',
        details: { userId: 'u1', reason: 'wrongPassword' },
      },
      names,
    )
    expect(record).toMatchObject({
      category: 'Authentication',
      operationType: 'SignIn',
      result: 'failure',
      resultReason: 'wrongPassword',
      initiatedBy: { user: null, app: { displayName: 'Roster' } },
      additionalDetails: [{ key: 'userId', value: 'u1' }],
    })
  })

  it('files an undo under what it took back, and with it', () => {
    const change: Change = { kind: 'group', id: 'g', before: null, after: { displayName: 'Crew' } }
    const undo = { ...transactionOf(change), activity: 'undo' as const, undoes: '5' }
    expect(auditRecordOf(undo, names)).toMatchObject({
      category: 'GroupManagement',
      correlationId: '5',
    })
  })

  it('has a name for every activity, and for no other', () => {
    expect(Object.keys(activityNames).sort()).toEqual([...allActivities].sort())
    for (const activity of allActivities) expect(factsOf(activity).operation).toBeTruthy()
  })
})
