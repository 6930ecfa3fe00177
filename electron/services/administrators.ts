import type { RoleHolder } from '../../shared/directory/authority.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import { globalAdministrator, roleName } from '../../shared/directory/roles.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'

/** The ids of the roles a user holds. */
export const rolesOfUser = (directory: Directory, userId: string): readonly string[] =>
  [...directory.tables.roleAssignment.values()]
    .filter((assignment) => assignment.userId === userId)
    .map((assignment) => assignment.roleId)

/** Gives users with the names of their roles, as the rule of who may do what sees them. */
export function roleHolders({ tables }: Directory): (id: string) => RoleHolder {
  const held = Map.groupBy(tables.roleAssignment.values(), ({ userId }) => userId)
  return (id) => ({ id, roles: (held.get(id) ?? []).map(({ roleId }) => roleName(roleId)) })
}

/** Everybody who holds a role and may sign in. */
export function administratorsOf(directory: Directory): readonly User[] {
  const ids = new Set(
    [...directory.tables.roleAssignment.values()].map((assignment) => assignment.userId),
  )
  return [...ids].flatMap((id) => {
    const user = directory.tables.user.get(id)
    return user && canSignIn(user) ? [user] : []
  })
}

/**
 * Refuses to block or delete these users when it would lock the signed-in person out, or leave no Global
 * Administrator who can sign in.
 */
export function refuseLockOut(directory: Directory, userIds: ReadonlySet<string>, actorId: string) {
  if (userIds.has(actorId)) throw new AppError('forbidden', 'ownAccount')
  const holders = administratorsOf(directory).filter((user) =>
    rolesOfUser(directory, user.id).includes(globalAdministrator.id),
  )
  const [last] = holders
  if (last && holders.every((user) => userIds.has(user.id)))
    throw new AppError('forbidden', 'lastAdministrator', { values: { name: last.displayName } })
}

const canSignIn = (user: User) => user.accountEnabled && user.deletedDateTime === null
