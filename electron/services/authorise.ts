import { assertNever } from '../../shared/assert-never.ts'
import type { Concerns } from '../../shared/contract/request.ts'
import { type Refusal, whyNot } from '../../shared/directory/authority.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Permission } from '../../shared/directory/permissions.ts'
import { type Change, roster } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import type { Problem } from '../../shared/text/message.ts'
import { eachInSlices } from '../slices.ts'
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
 * The same for changes that are planned, in slices: each must be one that `actorId` may make. What Roster does
 * by itself follows from a setting, which somebody was allowed to make.
 */
export async function refuseForbiddenChanges(
  directory: Directory,
  actorId: string,
  changes: readonly Change[],
): Promise<void> {
  if (actorId === roster.id) return
  const judge = judgeOfChanges(directory, actorId)
  const removed = new Set(changes.filter(isRemovalOfUser).map((change) => change.id))
  await eachInSlices(changes, (change) => {
    if (isOwnPasswordChange(change, actorId)) return
    // With a user go the roles they held; that takes no more than removing the user.
    const user = change.after === null ? change.before?.userId : undefined
    if (change.kind === 'roleAssignment' && removed.has(String(user))) return
    const refusal = judge(change)
    if (refusal) throw forbidden(refusal, directory)
  })
}

/** Tells of one planned change why `actorId` may not make it; null when they may. */
export function judgeOfChanges(
  directory: Directory,
  actorId: string,
): (change: Change) => Refusal | null {
  const holder = roleHolders(directory)
  const actor = holder(actorId)
  /** Of many changes most are alike in all that the rule asks. */
  const allowed = new Set<string>()
  return (change) => {
    const { permission, userId, properties = [] } = demandOf(change)
    const users = userId === undefined ? [] : [holder(userId)]
    const asked = JSON.stringify([permission, properties, userId === actorId, users[0]?.roles])
    if (allowed.has(asked)) return null
    const refusal = whyNot(actor, permission, { users, properties })
    if (!refusal) allowed.add(asked)
    return refusal
  }
}

export type ForbiddenChanges = (change: Change) => Readonly<Record<string, Problem>>

/** The same, said of each property it is about, or of the record itself. */
export function forbiddenChanges(directory: Directory, actorId: string): ForbiddenChanges {
  const judge = judgeOfChanges(directory, actorId)
  return (change) => {
    const refusal = judge(change)
    if (!refusal) return {}
    const problem = problemOf(refusal, directory)
    const names = refusal.properties.length > 0 ? refusal.properties : ['id']
    return Object.fromEntries(names.map((name) => [name, problem]))
  }
}

/** The permission a change takes, whom it is done to, and which of their properties it edits. */
type Demand = {
  readonly permission: Permission
  readonly userId?: string
  readonly properties?: readonly string[]
}

function demandOf({ kind, id, before, after }: Change): Demand {
  switch (kind) {
    case 'organization':
      return { permission: 'directory.settings' }
    case 'roleAssignment':
      return { permission: 'roles.assign', userId: String((after ?? before)?.userId) }
    case 'group':
      if (before === null) return { permission: 'groups.create' }
      if (after === null || 'deletedDateTime' in after) return { permission: 'groups.delete' }
      return { permission: 'groups.update' }
    case 'user':
      if (before === null) return { permission: 'users.create' }
      if (after === null) return { permission: 'users.purge', userId: id }
      if ('deletedDateTime' in after) return { permission: 'users.delete', userId: id }
      return { permission: 'users.update', userId: id, properties: Object.keys(after) }
    default:
      return assertNever(kind)
  }
}

const isRemovalOfUser = ({ kind, after }: Change) => kind === 'user' && after === null

/** What a refusal is to a person: what they lack, for whom, and who has it. */
function forbidden(refusal: Refusal, directory: Directory): AppError {
  const { reason, permission, properties, roles } = refusal
  if (reason === 'self') return new AppError('forbidden', aboutOneself(permission))
  const problem = problemOf(refusal, directory)
  return new AppError('forbidden', reason === 'reach' ? 'forbiddenOn' : 'forbidden', {
    values: { ...problem.values, permission, roles: roles.join(', ') },
    fields: Object.fromEntries(properties.map((name) => [name, problem])),
  })
}

function aboutOneself(permission: Permission) {
  if (permission === 'roles.assign') return 'ownRoles'
  return permission === 'users.resetPassword' ? 'ownPassword' : 'ownAccount'
}

/** The same, said of one value. */
export function problemOf({ reason, user }: Refusal, { tables }: Directory): Problem {
  if (reason === 'self') return { rule: 'notOwn' }
  if (reason === 'role' || !user) return { rule: 'notYours' }
  const name = tables.user.get(user.id)?.displayName ?? user.id
  return { rule: 'notYoursOf', values: { name, held: user.roles.join(', ') } }
}
