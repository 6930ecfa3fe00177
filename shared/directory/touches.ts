import { factsOf } from './activities.ts'
import { differing, isList } from './differing.ts'
import type { Change, Transaction } from './transaction.ts'
import { withLists } from './with-lists.ts'

/** That a transaction is about a record, and about which of its properties. */
export type Touch = {
  readonly id: string
  readonly properties: readonly string[]
  /** Which of the transaction's changes it is; null for what it tells beside them. */
  readonly change: number | null
}

/** Whom a transaction is about: the records it changed, and the people it gave or took roles and groups. */
export function* touchesOf({ changes, ...entry }: Transaction): Generator<Touch> {
  for (const id of toldOf(entry)) yield { id, properties: [], change: null }
  for (const [index, change] of changes.entries())
    for (const touch of touchesOfChange(change)) yield { ...touch, change: index }
}

/** Whom an entry is about beside its changes: what somebody does to their own account is about them. */
export function toldOf({
  activity,
  actor,
  details = {},
}: Pick<Transaction, 'activity' | 'actor' | 'details'>): readonly string[] {
  const told = [details.userId, details.groupId].filter((id) => typeof id === 'string')
  const own = factsOf(activity).category === 'Authentication' || activity === 'changePassword'
  return own && actor.id !== '' ? [actor.id, ...told] : told
}

export function* touchesOfChange(change: Change): Generator<Omit<Touch, 'change'>> {
  const { kind, id, before, after } = withLists(change)
  if (kind === 'roleAssignment') {
    yield { id: String((after ?? before)?.userId), properties: ['roles'] }
    return
  }
  const properties = before && after ? { ...before, ...after } : (before ?? after ?? {})
  yield { id, properties: Object.keys(properties) }
  if (kind !== 'group') return
  for (const [name, inverse] of memberships)
    for (const list of differing(before?.[name] ?? [], after?.[name] ?? []))
      for (const member of isList(list) ? list : [])
        yield { id: String(member), properties: [inverse] }
}

/** The lists of people in a group, and what a person is to it by Microsoft Graph's names. */
const memberships = [
  ['memberIds', 'memberOf'],
  ['ownerIds', 'ownedObjects'],
] as const
