import { isDeepStrictEqual } from 'node:util'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { factsOf } from '../../shared/directory/activities.ts'
import { invert } from '../../shared/directory/apply.ts'
import { checkUser } from '../../shared/directory/check-user.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Change, Transaction } from '../../shared/directory/transaction.ts'
import { type User, valuesOf } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import type { DirectoryStore } from '../store/directory-store.ts'
import { ClaimedNeighbours, neighboursIn } from './neighbours.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

/** Reads the history and takes transactions back. */
export class HistoryService {
  readonly #workspace: Workspace
  readonly #session: SessionService

  constructor(workspace: Workspace, session: SessionService) {
    this.#workspace = workspace
    this.#session = session
  }

  /** Saves the inverse of a transaction, unless a later change stands on it. */
  async undo({ transactionId }: Input<'undo'>): Promise<Output<'undo'>> {
    const open = this.#workspace.current
    const inverse = await open.store.transact(this.#session.actor, async (directory) => {
      const done = await findTransaction(open.store, transactionId)
      if (!done) throw new AppError('not-found', 'transactionGone')
      if (factsOf(done.activity).lasting) throw new AppError('forbidden', 'undoPassword')
      refuseIfStoodUpon(directory, done, open.lookup)
      const changes = invert(done.changes)
      refuseInvalid(directory, changes, open.lookup)
      return { activity: 'undo', undoes: done.id, changes }
    })
    return { transactionId: inverse?.id ?? '' }
  }
}

async function findTransaction(store: DirectoryStore, id: string): Promise<Transaction | null> {
  const sequence = Number(id)
  if (!Number.isSafeInteger(sequence) || sequence < 1) return null
  for await (const transaction of store.transactionsAfter(sequence - 1))
    return transaction.sequence === sequence ? transaction : null
  return null
}

function refuseIfStoodUpon(directory: Directory, done: Transaction, lookup: UserLookup) {
  const ids = new Set(done.changes.map((change) => change.id))
  for (const change of done.changes) {
    const record = directory.tables[change.kind].get(change.id) as
      | Record<string, unknown>
      | undefined
    const stands =
      change.after === null ? record === undefined : record && holds(record, change.after)
    const added = change.before === null && change.kind === 'user'
    const referred = added && lookup.reportsOf(change.id).some((id) => !ids.has(id))
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
    const fields = checkUser(user.id, valuesOf(user), new Set(Object.keys(after)), neighbours)
    if (Object.keys(fields).length > 0)
      throw new AppError('invalid-input', 'invalidInput', { fields })
  }
}
