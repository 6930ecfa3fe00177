import type { RoleHolder } from '../../shared/directory/authority.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import { globalAdministrator, roleName } from '../../shared/directory/roles.ts'
import type { Change } from '../../shared/directory/transaction.ts'
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

/** Refuses changes that would leave no Global Administrator who can sign in. */
export async function refuseLastAdministrator(
  directory: Directory,
  changes: readonly Change[],
  hasPassword: (userId: string) => Promise<boolean>,
): Promise<void> {
  const going = new Set(changes.flatMap(leaverOf))
  const holders = administratorsOf(directory).filter(({ id }) =>
    rolesOfUser(directory, id).includes(globalAdministrator.id),
  )
  if (!holders.some(({ id }) => going.has(id))) return
  const withPassword = await Promise.all(holders.map(({ id }) => hasPassword(id)))
  const able = holders.filter((_, place) => withPassword[place])
  const [last] = able
  if (last && able.every(({ id }) => going.has(id)))
    throw new AppError('forbidden', 'lastAdministrator', { values: { name: last.displayName } })
}

/** Whom a change stops from signing in as a Global Administrator, if they are one. */
function leaverOf({ kind, id, before, after }: Change): string[] {
  if (kind === 'roleAssignment')
    return after === null && before?.roleId === globalAdministrator.id
      ? [String(before.userId)]
      : []
  const leaves = after === null || after.accountEnabled === false || after.deletedDateTime
  return kind === 'user' && before !== null && leaves ? [id] : []
}

const canSignIn = (user: User) => user.accountEnabled && user.deletedDateTime === null
