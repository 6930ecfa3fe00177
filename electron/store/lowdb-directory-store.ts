import { Low } from 'lowdb'
import type { Entry } from '../../shared/directory/activities.ts'
import { applyChange, applyTransaction } from '../../shared/directory/apply.ts'
import { type Directory, emptyDirectory, type Tables } from '../../shared/directory/directory.ts'
import type { UnreadUser } from '../../shared/directory/listed-user.ts'
import {
  type Actor,
  type Transaction,
  transactionIdOf,
} from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import type { AppError } from '../../shared/errors.ts'
import { eachInSlices } from '../slices.ts'
import type { Capture, DirectoryStore, Follower, Plan, Standing } from './directory-store.ts'
import { type ChainCheck, checkChain } from './history/check-chain.ts'
import { JournalHistory } from './history/journal-history.ts'
import type { History } from './history.ts'
import { JournalAdapter, type JournalPlace } from './journal-adapter.ts'
import { readHistory } from './read-history.ts'
import { listedIn, UserTable } from './user-table.ts'
import { writeFailure } from './write-failure.ts'

/** Above so many changes a transaction is taken over in slices, so that nobody waits for it. */
const manyChanges = 100

/** The directory in lowdb, kept by a journal: a transaction is on disk before memory changes. */
export class LowdbDirectoryStore implements DirectoryStore {
  readonly #place: JournalPlace
  readonly #adapter: JournalAdapter
  readonly #db: Low<Directory>
  readonly #followers: Follower[] = []
  readonly #onStanding: (() => void)[] = []
  #history: JournalHistory
  #lastFailure: AppError | null = null
  #last: Promise<unknown> = Promise.resolve()

  private constructor(place: JournalPlace, adapter: JournalAdapter, directory: Directory) {
    this.#place = place
    this.#adapter = adapter
    this.#db = new Low(adapter, directory)
    this.#history = new JournalHistory(place, directory.sequence)
  }

  /**
   * Opens the directory in the folder, or answers null when there is none. Throws `damaged`. Where the
   * place has a custody, that decides what may be opened, and whether it may be written.
   */
  static async open(place: JournalPlace): Promise<LowdbDirectoryStore | null> {
    const nothing = emptyDirectory('')
    const adapter = new JournalAdapter(place)
    const store = new LowdbDirectoryStore(place, adapter, nothing)
    await store.#db.read()
    store.#history = new JournalHistory(place, store.directory.sequence)
    return store.directory === nothing ? null : store
  }

  /** A store of a new directory. It begins to exist with its first transaction. */
  static create(place: JournalPlace, directoryId: string): LowdbDirectoryStore {
    return new LowdbDirectoryStore(place, new JournalAdapter(place), emptyDirectory(directoryId))
  }

  get directory(): Directory {
    return this.#db.data
  }

  get listed(): Iterable<User | UnreadUser> {
    return listedIn(this.directory.tables.user)
  }

  transact(
    actor: Actor,
    plan: (directory: Directory) => Plan | Promise<Plan>,
  ): Promise<Transaction | null> {
    return this.#inTurn(async () => {
      const planned = await plan(this.directory)
      return planned.changes.length === 0 ? null : this.#run(actor, planned)
    })
  }

  record(actor: Actor, entry: Entry): Promise<Transaction> {
    return this.#inTurn(() => this.#run(actor, { ...entry, changes: [] }))
  }

  /** Saves what was saved elsewhere, under the next number: who did it and when stay as they were. */
  again(transaction: Transaction): Promise<Transaction> {
    return this.#inTurn(() => this.#save({ ...transaction, ...this.#next }))
  }

  transactionsAfter(sequence: number): AsyncIterable<Transaction> {
    const { fs, folder, keys } = this.#place
    return readHistory(fs, folder, sequence, this.directory.sequence, keys)
  }

  get history(): History {
    return this.#history
  }

  checkHistory(asked: ReadonlySet<number>): Promise<ChainCheck> {
    return checkChain(this.#place, this.#adapter.head, asked)
  }

  follow(follower: Follower): void {
    this.#followers.push(follower)
  }

  get standing(): Standing {
    return { readOnly: this.#adapter.refusal, lastFailure: this.#lastFailure }
  }

  onStanding(listener: () => void): void {
    this.#onStanding.push(listener)
  }

  /** From now on nothing is saved, and this is why. */
  refuse(reason: AppError): void {
    this.#adapter.refusal = reason
    this.#tellStanding()
  }

  capture(): Promise<Capture> {
    const captured = this.#last.then(() => this.#adapter.capture(this.directory))
    this.#last = captured.catch(() => {})
    return captured
  }

  rekey(change: (until: number) => Promise<void>): Promise<void> {
    return this.#inTurn(() => this.#adapter.rekey(this.directory, change))
  }

  async close(): Promise<void> {
    await this.#last
    await this.#adapter.close(this.directory)
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => {
      if (this.#adapter.refusal) throw this.#adapter.refusal
      return act()
    })
    this.#last = done.catch(() => {})
    return done
  }

  #run(actor: Actor, plan: Plan): Promise<Transaction> {
    const at = this.#place.now().toISOString()
    return this.#save({ ...this.#next, at, actor, ...plan })
  }

  get #next(): Pick<Transaction, 'id' | 'sequence'> {
    const sequence = this.directory.sequence + 1
    return { id: transactionIdOf(sequence), sequence }
  }

  async #save(transaction: Transaction): Promise<Transaction> {
    this.#adapter.due = transaction
    try {
      await this.#db.write()
    } catch (cause) {
      this.#lastFailure = writeFailure(cause)
      this.#tellStanding()
      throw this.#lastFailure
    }
    if (this.#lastFailure) {
      this.#lastFailure = null
      this.#tellStanding()
    }
    // First of all: whoever is told of the transaction may look it up.
    if (this.#adapter.written) await this.#history.add(transaction, this.#adapter.written)
    if (transaction.changes.length > manyChanges) await this.#takeOverInSlices(transaction)
    else this.#takeOver(transaction)
    await this.#adapter.compactIfDue(this.directory)
    return transaction
  }

  #tellStanding() {
    for (const listener of this.#onStanding) listener()
  }

  #takeOver(transaction: Transaction) {
    this.#db.data = applyTransaction(this.directory, transaction)
    for (const follower of this.#followers)
      this.#tell(() => follower.apply(transaction, this.directory))
  }

  /** Builds the next directory beside this one, which everybody goes on reading, and changes over at once. */
  async #takeOverInSlices(transaction: Transaction) {
    const { sequence, at } = transaction
    const tables = await copyInSlices(this.directory.tables)
    const next = { ...this.directory, tables, sequence, revision: sequence, savedAt: at }
    await eachInSlices(transaction.changes, (change) => applyChange(next, change, transaction))
    const prepared = await Promise.allSettled(
      this.#followers.map((each) => each.prepare(transaction, next)),
    )
    this.#db.data = next
    for (const each of prepared)
      this.#tell(() => {
        if (each.status === 'rejected') throw each.reason
        each.value()
      })
  }

  /** What is on disk is saved and memory goes on from there, whatever becomes of who follows. */
  #tell(follow: () => void) {
    try {
      follow()
    } catch (cause) {
      this.#place.log.error('a saved transaction could not be followed', cause)
    }
  }
}

async function copyInSlices({
  organization,
  user,
  group,
  roleAssignment,
}: Tables): Promise<Tables> {
  const users = new UserTable([])
  await eachInSlices(listedIn(user), (each) => users.set(each.id, each))
  return {
    organization: new Map(organization),
    user: users,
    group: new Map(group),
    roleAssignment: new Map(roleAssignment),
  }
}
