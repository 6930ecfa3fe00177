import type { Directory } from '../../shared/directory/directory.ts'
import type { ListChange } from '../../shared/directory/list-change.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { eachInSlices } from '../slices.ts'

/**
 * What removing users for good comes to: they go, with the roles they hold, and whoever reported to them or
 * had them in a group no longer does. Of the users themselves the history keeps no more than the names.
 */
export async function removalOf(users: readonly User[], { tables }: Directory): Promise<Change[]> {
  const gone = new Set(users.map(({ id }) => id))
  const changes = users.map(({ id, displayName, userPrincipalName }): Change => {
    return { kind: 'user', id, before: { displayName, userPrincipalName }, after: null }
  })
  await eachInSlices(tables.user.values(), ({ id, managerId }) => {
    if (managerId !== null && gone.has(managerId) && !gone.has(id))
      changes.push({ kind: 'user', id, before: { managerId }, after: { managerId: null } })
  })
  for (const { id, roleId, userId } of tables.roleAssignment.values())
    if (gone.has(userId))
      changes.push({ kind: 'roleAssignment', id, before: { roleId, userId }, after: null })
  for (const { id, ...lists } of tables.group.values()) {
    const left: [string, ListChange][] = []
    for (const name of ['ownerIds', 'memberIds'] as const) {
      const removed = lists[name].filter((each) => gone.has(each))
      if (removed.length > 0) left.push([name, { added: [], removed }])
    }
    if (left.length > 0)
      changes.push({ kind: 'group', id, before: {}, after: {}, lists: Object.fromEntries(left) })
  }
  return changes
}
