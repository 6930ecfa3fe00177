import { isDeepStrictEqual } from 'node:util'
import { complete } from '../../shared/directory/apply.ts'
import { type Directory, roleAssignmentIdOf } from '../../shared/directory/directory.ts'
import { roleName } from '../../shared/directory/roles.ts'
import type { Actor, Change } from '../../shared/directory/transaction.ts'
import { isVerifiable, type User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { isPropertyName } from '../../shared/fields/catalogue.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import { inSlices } from '../slices.ts'
import type { History } from '../store/history.ts'
import { rolesOfUser } from './administrators.ts'
import { isInOtherGroups, listsStand } from './undo-groups.ts'
import type { OpenDirectory } from './workspace.ts'

export type Stored = Readonly<Record<string, unknown>>

/** The last transaction about a record, or about one of its properties. */
export type LaterChanges = (
  id: string,
  property?: string,
) => Promise<{ readonly id: string; readonly actor: Actor } | null>

export const laterIn =
  (history: History): LaterChanges =>
  async (about, property) => {
    const query = { about, ...(property === undefined ? {} : { property }) }
    const { sequences } = await history.find(query, { offset: 0, limit: 1 })
    const [last] = await history.read(sequences, { offset: 0, limit: 0 })
    return last ?? null
  }

/** Refuses to take changes back on which later ones stand, and names the first of these. */
export async function refuseIfStoodUpon(
  changes: readonly Change[],
  {
    directory,
    open: { lookup, groups },
    later,
  }: {
    readonly directory: Directory
    readonly open: OpenDirectory
    readonly later: LaterChanges
  },
): Promise<void> {
  const ids = new Set(changes.map((change) => change.id))
  for await (const change of inSlices(changes)) {
    const record = directory.tables[change.kind].get(change.id) as Stored | undefined
    const property = standsNoMore(change, record)
    if (property !== null) throw await changedSince(change, record, property, later)
    if (change.before === null && isInOtherGroups(change.id, changes, groups.lookup))
      throw await changedSince(change, record, 'memberOf', later)
    if (change.before === null && change.kind === 'user')
      refuseReferred(directory.tables.user.get(change.id), ids, directory, lookup)
  }
}

/** Somebody who was added is not taken away while others refer to them. */
function refuseReferred(
  user: User | undefined,
  ids: ReadonlySet<string>,
  directory: Directory,
  lookup: UserLookup,
) {
  if (!user) return
  const name = user.displayName
  const report = lookup.reportsOf(user.id).find((id) => !ids.has(id))
  if (report !== undefined) {
    const other = directory.tables.user.get(report)?.displayName ?? ''
    throw new AppError('conflict', 'undoReferred', { values: { name, other } })
  }
  const held = rolesOfUser(directory, user.id).find(
    (roleId) => !ids.has(roleAssignmentIdOf(roleId, user.id)),
  )
  if (held !== undefined)
    throw new AppError('conflict', 'undoHoldsRole', { values: { name, role: roleName(held) } })
}

/** Which property has changed since; empty where the whole record has, null where nothing has. */
function standsNoMore(change: Change, record: Stored | undefined): string | null {
  const { kind, before, after, lists = {} } = change
  if (after === null) return record === undefined ? null : ''
  if (record === undefined) return ''
  const { createdDateTime, id, revision, lastModifiedDateTime } = record as User
  const stamps = { id, revision, createdDateTime, lastModifiedDateTime }
  const whole = before === null
  const expected = whole ? (complete(kind, { ...after, ...stamps }) as Stored) : after
  for (const [name, value] of Object.entries(expected))
    if (!isDeepStrictEqual(record[name], value)) return name
  if (!listsStand(record, change)) return Object.keys(lists)[0] ?? ''
  const verified = 'verifications' in after ? {} : ((record as User).verifications ?? {})
  return Object.keys(after).find((name) => isVerifiable(name) && verified[name]) ?? null
}

async function changedSince(
  { kind, id, after, before }: Change,
  record: Stored | undefined,
  property: string,
  later: LaterChanges,
): Promise<AppError> {
  const { userId } = after ?? before ?? {}
  const about = kind === 'roleAssignment' ? String(userId) : id
  const told = isPropertyName(property) ? property : null
  const last = await later(about, kind === 'roleAssignment' ? 'roles' : property || undefined)
  const name = String(record?.displayName ?? after?.displayName ?? before?.displayName ?? about)
  const values = { name, by: last?.actor.displayName ?? '', entry: last?.id ?? '' }
  return told
    ? new AppError('conflict', 'undoChangedSince', { values: { ...values, property: told } })
    : new AppError('conflict', last ? 'undoStoodUponBy' : 'undoStoodUpon', { values })
}
