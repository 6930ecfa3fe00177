import { complete, invert } from '../../shared/directory/apply.ts'
import { checkUser } from '../../shared/directory/check-user.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Change, Transaction } from '../../shared/directory/transaction.ts'
import { type User, valuesOf } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { isPropertyName } from '../../shared/fields/catalogue.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import { eachInSlices } from '../slices.ts'
import { ClaimedNeighbours, neighboursIn } from './neighbours.ts'
import { type LaterChanges, refuseIfStoodUpon, type Stored } from './stood-upon.ts'
import { refuseInvalidGroups } from './undo-groups.ts'
import { proposeUpdate } from './user-changes.ts'
import type { OpenDirectory } from './workspace.ts'

/** What is taken back of a transaction: all of it, one of its changes by number, or one property of that. */
export type Part = {
  readonly change?: number | undefined
  readonly property?: string | undefined
}

type Ground = {
  readonly directory: Directory
  readonly open: OpenDirectory
  readonly later: LaterChanges
}

/**
 * The changes that bring back what was before a transaction, or before a part of it. Throws where a later
 * change stands on it, and where what was valid then is not any more.
 */
export async function takeBack(done: Transaction, part: Part, ground: Ground): Promise<Change[]> {
  const changes = partOf(done, part)
  const {
    directory,
    open: { lookup, groups },
  } = ground
  await refuseIfStoodUpon(changes, ground)
  const [change] = changes
  if (part.property !== undefined && change?.kind === 'user' && isPropertyName(part.property))
    return oneProperty(change, ground)
  const inverse = invert(changes.map((each) => withBirth(each, directory)))
  await refuseInvalid(directory, inverse, lookup)
  refuseInvalidGroups(directory, inverse, groups.lookup)
  return inverse
}

function partOf({ changes }: Transaction, { change: number, property }: Part): readonly Change[] {
  if (number === undefined) return changes
  const change = changes[number]
  if (!change) throw new AppError('not-found', 'transactionGone')
  if (property === undefined) return [change]
  const { before, after, lists = {}, ...rest } = change
  const list = lists[property]
  if (before && after && list)
    return [{ ...rest, before: {}, after: {}, lists: { [property]: list } }]
  // A verification by itself would vouch for a value that has come since.
  if (!before || !after || !(property in after) || property === 'verifications')
    throw new AppError('not-found', 'transactionGone')
  const only = (values: Stored) => ({ [property]: values[property] })
  return [{ ...rest, before: only(before), after: only(after) }]
}

/** One property of a user goes back as an edit does, and takes along what must stay in step with it. */
function oneProperty({ id, before }: Change, { directory, open: { lookup } }: Ground): Change[] {
  const user = directory.tables.user.get(id)
  if (!user || !before) return []
  const { problems, change } = proposeUpdate(user, before, neighboursIn(directory, lookup))
  if (Object.keys(problems).length > 0)
    throw new AppError('invalid-input', 'invalidInput', { fields: problems })
  return change ? [change] : []
}

/** A record that goes is told with when it was made, so that the same one can come again. */
function withBirth(change: Change, { tables }: Directory): Change {
  const { kind, id, before, after } = change
  const record = before === null ? tables[kind].get(id) : undefined
  return record
    ? { ...change, after: { ...after, createdDateTime: record.createdDateTime } }
    : change
}

/** What was valid then may clash now, such as a user name that somebody else has taken meanwhile. */
async function refuseInvalid(
  directory: Directory,
  changes: readonly Change[],
  lookup: UserLookup,
): Promise<void> {
  const neighbours = new ClaimedNeighbours(neighboursIn(directory, lookup))
  const edited: { user: User; after: Stored }[] = []
  await eachInSlices(changes, ({ kind, id, after }) => {
    if (kind === 'roleAssignment' && after && !directory.tables.user.has(String(after.userId)))
      throw new AppError('not-found', 'userGone')
    if (kind !== 'user' || !after) return
    const stored = directory.tables.user.get(id)
    const stamps = { id, revision: 0, createdDateTime: '', lastModifiedDateTime: '' }
    const user = (
      stored ? { ...stored, ...after } : complete('user', { ...after, ...stamps })
    ) as User
    edited.push({ user, after })
    neighbours.claim(user)
  })
  await eachInSlices(edited, ({ user, after }) => {
    const touched = new Set(Object.keys(after))
    const { managerId, ...others } = checkUser(user.id, valuesOf(user), touched, neighbours)
    // People stay with a manager who is deleted, so that is a state one may go back to.
    const known = managerId?.rule === 'managerGone' && neighbours.user(user.managerId ?? '')
    const fields = managerId && !known ? { ...others, managerId } : others
    if (Object.keys(fields).length > 0)
      throw new AppError('invalid-input', 'invalidInput', { fields })
  })
}
