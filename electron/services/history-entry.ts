import type { HistoryChange, HistoryEntry, HistoryProperty } from '../../shared/contract/history.ts'
import { factsOf } from '../../shared/directory/activities.ts'
import { categoryOf, isReference } from '../../shared/directory/audit-record.ts'
import { differing, isList } from '../../shared/directory/differing.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { sameValue } from '../../shared/fields/values.ts'
import type { TransactionPage } from '../store/history.ts'
import type { RecordNames } from './record-names.ts'

const nothingMore = { moreFrom: 0, moreTo: 0 }

/** How many values of a list are told. */
const mostValues = 50

/** A transaction with the names of everybody in it. */
export function historyEntryOf(page: TransactionPage, names: RecordNames): HistoryEntry {
  const { id, at, actor, activity, details = {}, undoes, total, changes, numbers } = page
  const { operation, result = 'success', lasting } = factsOf(activity)
  return {
    id,
    at,
    actor: {
      id: actor.id,
      displayName: names.record(actor.id) ?? actor.displayName,
      exists: names.exists(actor.id),
    },
    activity,
    category: categoryOf(page),
    operation,
    result,
    details,
    about: typeof details.userId === 'string' ? names.record(details.userId) : null,
    revertible: total > 0 && lasting === undefined,
    undoes: undoes ?? null,
    total,
    changes: changes.map((change, at) => changeOf(change, numbers[at] ?? 0, names)),
  }
}

function changeOf(change: Change, number: number, names: RecordNames): HistoryChange {
  const { kind, before, after } = change
  const action = actionOf(change)
  if (kind === 'roleAssignment') {
    const { userId, roleId } = after ?? before ?? {}
    const id = String(userId)
    const role = names.role(String(roleId))
    const [from, to] = after ? [null, role] : [role, null]
    const properties = [{ name: 'roles', from, to, ...nothingMore }]
    return {
      number,
      kind,
      id,
      displayName: names.record(id) ?? id,
      exists: names.exists(id),
      action,
      properties,
    }
  }
  const { id } = change
  const own = after?.displayName ?? before?.displayName
  return {
    number,
    kind,
    id,
    displayName: names.record(id) ?? (typeof own === 'string' ? own : id),
    exists: kind === 'organization' || names.exists(id),
    action,
    properties: Object.keys({ ...before, ...after })
      .map((name) => propertyOf(name, before?.[name], after?.[name], names))
      .filter(({ from, to }) => !sameValue(from, to) && !(isBare(from) && isBare(to))),
  }
}

function actionOf({ before, after }: Change): HistoryChange['action'] {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  if (!('deletedDateTime' in after)) return 'changed'
  return after.deletedDateTime === null ? 'restored' : 'deleted'
}

function propertyOf(
  name: string,
  before: unknown,
  after: unknown,
  names: RecordNames,
): HistoryProperty {
  const [from, to] = differing(before ?? null, after ?? null)
  if (!isReference(name)) return { name, from, to, ...nothingMore }
  const [shownFrom, shownTo] = [shortened(from), shortened(to)]
  return {
    name,
    from: named(shownFrom, names),
    to: named(shownTo, names),
    moreFrom: lengthOf(from) - lengthOf(shownFrom),
    moreTo: lengthOf(to) - lengthOf(shownTo),
  }
}

/** Nothing, an empty list and an empty object all say that there is no value. */
const isBare = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

const shortened = (value: unknown) => (isList(value) ? value.slice(0, mostValues) : value)

const lengthOf = (value: unknown) => (isList(value) ? value.length : 0)

const named = (value: unknown, names: RecordNames): unknown =>
  isList(value)
    ? value.map((id) => names.record(String(id)) ?? id)
    : typeof value === 'string'
      ? (names.record(value) ?? value)
      : value
