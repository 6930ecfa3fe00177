import { isDeepStrictEqual } from 'node:util'
import { checkUser } from '../../shared/directory/check-user.ts'
import type { Directory, RecordKind } from '../../shared/directory/directory.ts'
import type { Change, Transaction } from '../../shared/directory/transaction.ts'
import { completeUser, type User, valuesOf } from '../../shared/directory/user.ts'
import { isEmpty } from '../../shared/fields/values.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import { ClaimedNeighbours, neighboursIn } from './neighbours.ts'

/**
 * Why a transaction does not fit a directory: a record is gone, or there already, or not as it was before the
 * change, or another one stands in the way, as one of the same name.
 */
export type Misfit = {
  readonly reason: 'gone' | 'there' | 'changed' | 'in-the-way'
  readonly kind: RecordKind
  /** What the record is called; empty where nothing tells. */
  readonly name: string
}

type Values = Readonly<Record<string, unknown>>

/** Set whenever a record is changed: they tell of the change before, not of the values. */
const stamps: ReadonlySet<string> = new Set([
  'id',
  'revision',
  'createdDateTime',
  'lastModifiedDateTime',
])

/** What keeps a transaction from being applied as a whole; null when it fits. */
export function misfitOf(
  directory: Directory,
  { changes, at }: Transaction,
  lookup: UserLookup,
): Misfit | null {
  const draft = new Draft(directory, at)
  for (const change of changes) {
    const reason = draft.reasonAgainst(change)
    if (reason) return { reason, kind: change.kind, name: draft.nameOf(change) }
    draft.take(change)
  }
  const stray = changes.find((change) => draft.isStray(change))
  if (stray) return { reason: 'gone', kind: stray.kind, name: draft.nameOf(stray) }
  return misfitAmongUsers(draft, changes, new ClaimedNeighbours(neighboursIn(directory, lookup)))
}

function misfitAmongUsers(
  draft: Draft,
  changes: readonly Change[],
  neighbours: ClaimedNeighbours,
): Misfit | null {
  const users = changes.flatMap((change) => {
    const user = change.kind === 'user' ? draft.userOf(change) : null
    return user ? [{ user, touched: new Set(Object.keys(change.after ?? {})) }] : []
  })
  if (draft.domains) neighbours.domains = draft.domains
  for (const { user } of users) neighbours.claim(user)
  const clashing = users.find(
    ({ user, touched }) =>
      Object.keys(checkUser(user.id, valuesOf(user), touched, neighbours)).length > 0,
  )
  return clashing ? { reason: 'in-the-way', kind: 'user', name: clashing.user.displayName } : null
}

/** A directory with the changes of one transaction on top of it. */
class Draft {
  readonly #directory: Directory
  readonly #at: string
  readonly #changed = new Map<string, Values | null>()

  constructor(directory: Directory, at: string) {
    this.#directory = directory
    this.#at = at
  }

  reasonAgainst({ kind, id, before }: Change): Misfit['reason'] | null {
    const now = this.#find(kind, id)
    if (before === null) return now ? 'there' : null
    if (!now) return 'gone'
    const differs = Object.entries(before).some(
      ([name, value]) => !stamps.has(name) && !isSame(now[name], value),
    )
    return differs ? 'changed' : null
  }

  take({ kind, id, after }: Change): void {
    this.#changed.set(keyOf(kind, id), after && { ...this.#find(kind, id), ...after, id })
  }

  /** Whether it gives a role to somebody who is not there. */
  isStray({ kind, id, after }: Change): boolean {
    if (kind !== 'roleAssignment' || after === null) return false
    const { userId } = this.#find(kind, id) ?? {}
    return !this.#find('user', String(userId))
  }

  userOf({ id }: Change): User | null {
    const values = this.#find('user', id)
    const stamped = { revision: 0, createdDateTime: this.#at, lastModifiedDateTime: this.#at, id }
    return values && completeUser({ ...stamped, ...values })
  }

  /** The domains, when they are changed. */
  get domains(): readonly string[] | null {
    const changed = this.#changed.get(keyOf('organization', 'directory'))
    return Array.isArray(changed?.domains) ? changed.domains : null
  }

  nameOf({ kind, id, before, after }: Change): string {
    const values = { ...before, ...this.#find(kind, id), ...after }
    const named = kind === 'roleAssignment' ? this.#find('user', String(values.userId)) : values
    return typeof named?.displayName === 'string' ? named.displayName : ''
  }

  #find(kind: RecordKind, id: string): Values | null {
    const changed = this.#changed.get(keyOf(kind, id))
    return changed === undefined ? (this.#directory.tables[kind].get(id) ?? null) : changed
  }
}

const keyOf = (kind: RecordKind, id: string) => `${kind} ${id}`

const isSame = (one: unknown, other: unknown) =>
  (isNothing(one) && isNothing(other)) || isDeepStrictEqual(one, other)

const isNothing = (value: unknown) =>
  isEmpty(value) || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
