import { assertNever } from '../../shared/assert-never.ts'
import type { Concerns } from '../../shared/contract/request.ts'
import { type Refusal, type RoleHolder, whyNot } from '../../shared/directory/authority.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Permission } from '../../shared/directory/permissions.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import type { Problem } from '../../shared/text/message.ts'
import { roleHolders } from './administrators.ts'
import { isOwnPasswordChange } from './password-changes.ts'

/** Throws `forbidden` unless the roles of `actorId` let them do this to these users and properties. */
export function refuseForbidden(
  directory: Directory,
  actorId: string,
  permission: Permission,
  concerns?: Concerns,
): void {
  const refusal = refusals(directory, actorId)(permission, concerns)
  if (refusal) throw refusal
}

/** Why the roles of `actorId` do not let them do something, for many questions in a row; null where they do. */
export function refusals(directory: Directory, actorId: string) {
  const holder = roleHolders(directory)
  const actor = holder(actorId)
  return (permission: Permission, { users = [], properties = [] }: Concerns = {}) => {
    const refusal = whyNot(actor, permission, { users: users.map(holder), properties })
    return refusal && forbidden(refusal, directory)
  }
}

/**
 * The same for changes that are planned: throws `forbidden` unless the roles of `actorId` let them make each
 * of these, whichever request they come from.
 */
export function refuseForbiddenChanges(
  directory: Directory,
  actorId: string,
  changes: readonly Change[],
): void {
  const holder = roleHolders(directory)
  const actor = holder(actorId)
  const removed = new Set(changes.filter(isRemovalOfUser).map((change) => change.id))
  for (const change of changes) {
    const [permission, userId, properties = []] = demandOf(change)
    if (change.kind === 'roleAssignment' && change.after === null && removed.has(userId ?? ''))
      continue
    if (isOwnPasswordChange(change, actorId)) continue
    const users: RoleHolder[] = userId === undefined ? [] : [holder(userId)]
    const refusal = whyNot(actor, permission, { users, properties })
    if (refusal) throw forbidden(refusal, directory)
  }
}

/** The permission one change takes, whom it is done to, and which of their properties it edits. */
function demandOf({ kind, id, before, after }: Change): Demand {
  switch (kind) {
    case 'organization':
      return ['directory.settings']
    case 'roleAssignment':
      return ['roles.assign', String((after ?? before)?.userId)]
    case 'group':
      if (before === null) return ['groups.create']
      return [after === null ? 'groups.delete' : 'groups.update']
    case 'user':
      if (before === null) return ['users.create']
      if (after === null) return ['users.purge', id]
      if ('deletedDateTime' in after) return ['users.delete', id]
      return ['users.update', id, Object.keys(after)]
    default:
      return assertNever(kind)
  }
}

type Demand = readonly [permission: Permission, userId?: string, properties?: readonly string[]]

const isRemovalOfUser = ({ kind, after }: Change) => kind === 'user' && after === null

/** What a refusal is to a person: what they lack, for whom, and who has it. */
function forbidden(refusal: Refusal, directory: Directory): AppError {
  const { reason, permission, user, roles } = refusal
  if (reason === 'self') return new AppError('forbidden', aboutOneself(permission))
  const values = {
    permission,
    roles: roles.join(', '),
    name: directory.tables.user.get(user?.id ?? '')?.displayName ?? '',
    held: user?.roles.join(', ') ?? '',
  }
  const fields = Object.fromEntries(
    refusal.properties.map((name): [string, Problem] => [name, { rule: 'notYours' }]),
  )
  return new AppError('forbidden', reason === 'reach' ? 'forbiddenOn' : 'forbidden', {
    values,
    fields,
  })
}

function aboutOneself(permission: Permission) {
  if (permission === 'roles.assign') return 'ownRoles'
  return permission === 'users.resetPassword' ? 'ownPassword' : 'ownAccount'
}
