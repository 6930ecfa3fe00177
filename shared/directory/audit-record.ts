import { type Category, factsOf, type Operation } from './activities.ts'
import { differing, isList } from './differing.ts'
import type { RecordKind } from './directory.ts'
import type { Change, Transaction } from './transaction.ts'
import { withLists } from './with-lists.ts'

/** A property that was changed. Values are JSON, as in Microsoft Graph; null where there was none. */
export type ModifiedProperty = {
  readonly displayName: string
  readonly oldValue: string | null
  readonly newValue: string | null
}

export type TargetResource = {
  readonly id: string
  readonly displayName: string | null
  readonly type: 'User' | 'Group' | 'Role' | 'Directory'
  readonly userPrincipalName: string | null
  readonly groupType: 'unifiedGroups' | 'azureAD' | null
  readonly modifiedProperties: readonly ModifiedProperty[]
}

/** A transaction in the shape of Microsoft Graph's `directoryAudit`. */
export type AuditRecord = {
  readonly id: string
  readonly activityDateTime: string
  readonly activityDisplayName: string
  readonly category: Category
  readonly operationType: Operation
  readonly result: 'success' | 'failure'
  readonly resultReason: string | null
  readonly correlationId: string
  readonly loggedByService: 'Roster'
  readonly initiatedBy: {
    readonly user: { readonly id: string; readonly displayName: string } | null
    readonly app: { readonly displayName: string } | null
  }
  readonly additionalDetails: readonly { readonly key: string; readonly value: string }[]
  readonly targetResources: readonly TargetResource[]
}

/** What the records that a change names by id are called. */
export type Names = {
  readonly activity: (activity: Transaction['activity']) => string
  readonly role: (id: string) => string | null
  /** Of a user or a group, today's name or the last one it had; null where nobody knows. */
  readonly record: (id: string) => string | null
  readonly userPrincipalName: (id: string) => string | null
}

/** Tells a transaction as Microsoft Graph would. */
export function auditRecordOf(transaction: Transaction, names: Names): AuditRecord {
  const { id, at, activity, actor, details = {}, undoes, changes } = transaction
  const { operation, result = 'success' } = factsOf(activity)
  const { reason, ...others } = details
  return {
    id,
    activityDateTime: at,
    activityDisplayName: names.activity(activity),
    category: categoryOf(transaction),
    operationType: operation,
    result,
    resultReason: reason === undefined ? null : String(reason),
    correlationId: undoes ?? id,
    loggedByService: 'Roster',
    initiatedBy:
      actor.id === ''
        ? { user: null, app: { displayName: actor.displayName } }
        : { user: actor, app: null },
    additionalDetails: Object.entries(others).map(([key, value]) => ({
      key,
      value: String(value ?? ''),
    })),
    targetResources: changes.map((change) => targetOf(change, names)),
  }
}

const categoryOfKind: Readonly<Record<RecordKind, Category>> = {
  organization: 'DirectoryManagement',
  user: 'UserManagement',
  group: 'GroupManagement',
  roleAssignment: 'RoleManagement',
}

export function categoryOf({
  activity,
  changes,
}: Pick<Transaction, 'activity'> & { readonly changes: readonly Change[] }): Category {
  const { category } = factsOf(activity)
  return category ?? categoryOfKind[changes[0]?.kind ?? 'organization']
}

/** What one change was made to, and what it changed. */
export function targetOf(change: Change, names: Names): TargetResource {
  const { kind, id } = change
  const { before, after } = withLists(change)
  const values = { ...before, ...after }
  if (kind === 'roleAssignment') return roleTargetOf(change, names)
  const own = text(after?.displayName) ?? text(before?.displayName)
  const groupType = values.kind === 'microsoft365' ? 'unifiedGroups' : 'azureAD'
  return {
    id,
    displayName: names.record(id) ?? own,
    type: kind === 'user' ? 'User' : kind === 'group' ? 'Group' : 'Directory',
    userPrincipalName:
      kind === 'user' ? (text(values.userPrincipalName) ?? names.userPrincipalName(id)) : null,
    groupType: kind === 'group' ? groupType : null,
    modifiedProperties: Object.keys(values)
      .map((name) => modified(name, before?.[name], after?.[name], names))
      .filter(({ oldValue, newValue }) => oldValue !== newValue),
  }
}

/** Graph tells of a role that it was given to, or taken from, a member. */
function roleTargetOf({ before, after }: Change, names: Names): TargetResource {
  const roleId = String(after?.roleId ?? before?.roleId)
  return {
    id: roleId,
    displayName: names.role(roleId),
    type: 'Role',
    userPrincipalName: null,
    groupType: null,
    modifiedProperties: [modified('userId', before?.userId, after?.userId, names)],
  }
}

/** Properties whose values are ids of users and groups. */
export const references = ['managerId', 'userId', 'ownerIds', 'memberIds'] as const

export const isReference = (name: string): boolean =>
  (references as readonly string[]).includes(name)

function modified(name: string, from: unknown, to: unknown, names: Names): ModifiedProperty {
  const told = isReference(name)
    ? (value: unknown) => named(value, names)
    : (value: unknown) => value
  const [oldValue, newValue] = differing(from, to).map((value) => jsonOf(told(value)))
  return { displayName: name, oldValue: oldValue ?? null, newValue: newValue ?? null }
}

const named = (value: unknown, { record }: Names): unknown =>
  isList(value)
    ? value.map((id) => record(String(id)) ?? id)
    : typeof value === 'string'
      ? (record(value) ?? value)
      : value

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Nothing and an empty list are both no value. */
const jsonOf = (value: unknown): string | null =>
  value === undefined || value === null || (isList(value) && value.length === 0)
    ? null
    : JSON.stringify(value)
