import { isDeepStrictEqual } from 'node:util'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { HistoryEntry } from '../../shared/contract/history.ts'
import { factsOf } from '../../shared/directory/activities.ts'
import { invert } from '../../shared/directory/apply.ts'
import { checkUser } from '../../shared/directory/check-user.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import {
  type Change,
  roster,
  type Transaction,
  transactionIdOf,
} from '../../shared/directory/transaction.ts'
import { type User, valuesOf } from '../../shared/directory/user.ts'
import { withLists } from '../../shared/directory/with-lists.ts'
import { AppError } from '../../shared/errors.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import type { DirectoryStore } from '../store/directory-store.ts'
import type { HistoryQuery, TransactionPage } from '../store/history.ts'
import { historyEntryOf } from './history-entry.ts'
import { ClaimedNeighbours, neighboursIn } from './neighbours.ts'
import { RecordNames } from './record-names.ts'
import type { SessionService } from './session-service.ts'
import { isInGroups, listsStand, refuseInvalidGroups } from './undo-groups.ts'
import type { OpenDirectory, Workspace } from './workspace.ts'

/** How many changes of each transaction a list tells. */
const changesInList = 5

type Asked = Omit<Input<'listHistory'>, 'offset' | 'limit'>

/** Reads the history and takes transactions back. */
export class HistoryService {
  readonly #workspace: Workspace
  readonly #session: SessionService

  constructor(workspace: Workspace, session: SessionService) {
    this.#workspace = workspace
    this.#session = session
  }

  async list({ offset, limit, ...asked }: Input<'listHistory'>): Promise<Output<'listHistory'>> {
    const { store } = this.#workspace.current
    const query = queryOf(asked)
    const { total, sequences } = await store.history.find(query, { offset, limit })
    const { about } = query
    const first = { offset: 0, limit: changesInList, ...(about === undefined ? {} : { about }) }
    return { total, entries: await this.#entries(await store.history.read(sequences, first)) }
  }

  async get({ transactionId, offset, limit, ...asked }: Input<'getTransaction'>) {
    const { store } = this.#workspace.current
    const sequence = sequenceIn(store.directory, transactionId)
    if (sequence === null) throw new AppError('not-found', 'transactionGone')
    const about = asked.userId ?? asked.groupId
    const window = { offset, limit, ...(about === undefined ? {} : { about }) }
    const [entry] = await this.#entries(await store.history.read([sequence], window))
    if (!entry) throw new AppError('not-found', 'transactionGone')
    return entry
  }

  async actors(): Promise<Output<'listHistoryActors'>> {
    const { store } = this.#workspace.current
    const names = new RecordNames(store)
    const ids = await store.history.actors()
    await names.learn([], ids)
    const actors = ids.map((id) => ({
      id,
      displayName: id === roster.id ? roster.displayName : (names.record(id) ?? id),
    }))
    return { actors: actors.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')) }
  }

  async #entries(read: readonly TransactionPage[]): Promise<HistoryEntry[]> {
    const pages = read.map((page) => ({ ...page, changes: page.changes.map(withLists) }))
    const names = new RecordNames(this.#workspace.current.store)
    await names.learn(
      pages.flatMap(({ changes }) => changes),
      pages.flatMap(({ actor, details }) => [actor.id, String(details?.userId ?? '')]),
    )
    return pages.map((page) => historyEntryOf(page, names))
  }

  /** Saves the inverse of a transaction, unless a later change stands on it. */
  async undo({ transactionId }: Input<'undo'>): Promise<Output<'undo'>> {
    const open = this.#workspace.current
    const inverse = await open.store.transact(this.#session.actor, async (directory) => {
      const done = await findTransaction(open.store, transactionId)
      if (!done) throw new AppError('not-found', 'transactionGone')
      const { lasting } = factsOf(done.activity)
      if (lasting) throw new AppError('forbidden', lasting)
      refuseIfStoodUpon(directory, done, open)
      const changes = invert(done.changes)
      refuseInvalid(directory, changes, open.lookup)
      refuseInvalidGroups(directory, changes, open.groups.lookup)
      return { activity: 'undo', undoes: done.id, changes }
    })
    return { transactionId: inverse?.id ?? '' }
  }
}

function queryOf({ userId, groupId, from, to, property, by, activity }: Asked): HistoryQuery {
  const about = userId ?? groupId
  return {
    ...(about === undefined ? {} : { about }),
    ...(property === undefined ? {} : { property }),
    ...(by === undefined ? {} : { by }),
    ...(activity === undefined ? {} : { activity }),
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
  }
}

/** The sequence that a transaction's id stands for, or null when there is none of that id. */
function sequenceIn({ sequence: last }: Directory, id: string): number | null {
  const sequence = Number(id)
  const there = Number.isSafeInteger(sequence) && sequence >= 1 && sequence <= last
  return there && transactionIdOf(sequence) === id ? sequence : null
}

async function findTransaction(store: DirectoryStore, id: string): Promise<Transaction | null> {
  const sequence = sequenceIn(store.directory, id)
  if (sequence === null) return null
  for await (const transaction of store.transactionsAfter(sequence - 1)) return transaction
  return null
}

function refuseIfStoodUpon(
  directory: Directory,
  done: Transaction,
  { lookup, groups }: OpenDirectory,
) {
  const ids = new Set(done.changes.map((change) => change.id))
  for (const change of done.changes) {
    const record = directory.tables[change.kind].get(change.id) as
      | Record<string, unknown>
      | undefined
    const stands =
      change.after === null
        ? record === undefined
        : record && holds(record, change.after) && listsStand(record, change)
    const added = change.before === null && (change.kind === 'user' || change.kind === 'group')
    const referred =
      added &&
      (lookup.reportsOf(change.id).some((id) => !ids.has(id)) ||
        isInGroups(change.id, groups.lookup))
    const touched = added && record?.revision !== done.sequence
    if (!stands || referred || touched) {
      const name = String(record?.displayName ?? change.after?.displayName ?? change.id)
      throw new AppError('conflict', 'undoStoodUpon', { values: { name } })
    }
  }
}

const holds = (record: Record<string, unknown>, values: Record<string, unknown>) =>
  Object.entries(values).every(([name, value]) => isDeepStrictEqual(record[name], value))

/** What was valid then may clash now, such as a user name that somebody else has taken meanwhile. */
function refuseInvalid(directory: Directory, changes: readonly Change[], lookup: UserLookup) {
  const neighbours = new ClaimedNeighbours(neighboursIn(directory, lookup))
  const edited = changes.flatMap(({ kind, id, after }) => {
    const stored = directory.tables.user.get(id)
    return kind === 'user' && stored && after
      ? [{ user: { ...stored, ...after } as User, after }]
      : []
  })
  for (const { user } of edited) neighbours.claim(user)
  for (const { user, after } of edited) {
    const { managerId, ...others } = checkUser(
      user.id,
      valuesOf(user),
      new Set(Object.keys(after)),
      neighbours,
    )
    // People stay with a manager who is deleted, so that is a state one may go back to.
    const known = managerId?.rule === 'managerGone' && neighbours.user(user.managerId ?? '')
    const fields = managerId && !known ? { ...others, managerId } : others
    if (Object.keys(fields).length > 0)
      throw new AppError('invalid-input', 'invalidInput', { fields })
  }
}
