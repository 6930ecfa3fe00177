import type { Input, Output } from '../../shared/contract/contract.ts'
import type { HistoryEntry } from '../../shared/contract/history.ts'
import { factsOf } from '../../shared/directory/activities.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import { roster, type Transaction, transactionIdOf } from '../../shared/directory/transaction.ts'
import { withLists } from '../../shared/directory/with-lists.ts'
import { AppError } from '../../shared/errors.ts'
import type { DirectoryStore } from '../store/directory-store.ts'
import type { HistoryQuery, TransactionPage } from '../store/history.ts'
import { historyEntryOf } from './history-entry.ts'
import { RecordNames } from './record-names.ts'
import type { SessionService } from './session-service.ts'
import { laterIn } from './stood-upon.ts'
import { type Part, takeBack } from './take-back.ts'
import type { UndoStep } from './undo-stack.ts'
import type { Workspace } from './workspace.ts'

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
  undo({ transactionId }: Input<'undo'>): Promise<Output<'undo'>> {
    return this.#takeBack(transactionId, {}, ({ activity }) =>
      activity === 'undo' ? 'redo' : 'undo',
    )
  }

  revert({ transactionId, ...part }: Input<'revert'>): Promise<Output<'revert'>> {
    return this.#takeBack(transactionId, part, () => 'revert')
  }

  async undoSteps(): Promise<Output<'getUndo'>> {
    const { undoStack } = this.#workspace.current
    const [undo, redo] = await Promise.all([
      this.#stepOf(undoStack.nextUndo),
      this.#stepOf(undoStack.nextRedo),
    ])
    return { undo, redo }
  }

  async #stepOf(step: UndoStep | null): Promise<Output<'getUndo'>['undo']> {
    if (!step) return null
    const { history } = this.#workspace.current.store
    const first = { offset: 0, limit: 1 }
    const [entry] = await this.#entries(await history.read([Number(step.origin)], first))
    return entry ? { transactionId: step.id, entry } : null
  }

  async #takeBack(
    transactionId: string,
    part: Part,
    activityOf: (done: Transaction) => 'undo' | 'redo' | 'revert',
  ): Promise<{ transactionId: string }> {
    const open = this.#workspace.current
    const { store } = open
    const later = laterIn(store.history)
    const saved = await store.transact(this.#session.actor, async (directory) => {
      const done = await findTransaction(store, transactionId)
      if (!done) throw new AppError('not-found', 'transactionGone')
      const { lasting } = factsOf(done.activity)
      if (lasting) throw new AppError('forbidden', lasting)
      const changes = await takeBack(done, part, { directory, open, later })
      return { activity: activityOf(done), undoes: done.id, changes }
    })
    return { transactionId: saved?.id ?? '' }
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
export function sequenceIn({ sequence: last }: Directory, id: string): number | null {
  const sequence = Number(id)
  const there = Number.isSafeInteger(sequence) && sequence >= 1 && sequence <= last
  return there && transactionIdOf(sequence) === id ? sequence : null
}

async function findTransaction(store: DirectoryStore, id: string): Promise<Transaction | null> {
  const sequence = sequenceIn(store.directory, id)
  if (sequence === null) return null
  const whole = { offset: 0, limit: Number.POSITIVE_INFINITY }
  const [page] = await store.history.read([sequence], whole)
  if (!page) return null
  const { total: _total, numbers: _numbers, ...transaction } = page
  return { ...transaction, changes: [...transaction.changes] }
}
