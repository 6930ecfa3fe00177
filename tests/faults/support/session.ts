import type { DirectoryStore, Plan } from '../../../electron/store/directory-store.ts'
import type { FolderFs } from '../../../electron/store/store-fs.ts'
import { type Transaction, transactionIdOf } from '../../../shared/directory/transaction.ts'
import { AppError } from '../../../shared/errors.ts'
import { readAll, referenceOf } from './judge.ts'
import { hashOfTransaction, Ledger } from './ledger.ts'
import { type FolderOptions, PatientFolder } from './patient-folder.ts'
import { applied, emptyReference, type Reference } from './reference-directory.ts'

export const actor = { id: 'ada', displayName: 'Ada' }

export type Outcome = 'acknowledged' | 'refused' | 'killed'

/** Tells the time of each save: a second later than the last one, or as much more as `random` adds. */
export function steadyClock(random = () => 0): () => Date {
  let moment = Date.parse('2026-01-02T12:00:00Z')
  return () => {
    moment += 1000 + Math.floor(random() * 1000)
    return new Date(moment)
  }
}

/** The transaction that a save of this plan must become. */
export function expectedTransaction(reference: Reference, at: Date, plan: Plan): Transaction {
  const sequence = reference.sequence + 1
  return { id: transactionIdOf(sequence), sequence, at: at.toISOString(), actor, ...plan }
}

/**
 * Saves, and answers what the store says that it saved. Only that is an acknowledgement: a call that merely came
 * back may have saved nothing, as with a plan that the store takes for one without changes.
 */
export async function saveIn(store: DirectoryStore, plan: Plan): Promise<Transaction> {
  const { changes, ...entry } = plan
  const saved =
    changes.length === 0
      ? await store.record(actor, entry)
      : await store.transact(actor, () => plan)
  if (!saved) throw new Error(`The store came back from ${plan.activity} and saved nothing.`)
  return saved
}

/** Somebody who works with a store, and a ledger that watches from outside. */
export class Session {
  readonly ledger: Ledger
  /** What the store should hold now. */
  reference: Reference = emptyReference
  /** What the last save that failed was refused with. */
  refusal: unknown = null
  protected killed: Promise<void> = new Promise(() => {})
  readonly #path: string
  readonly #clock: () => Date
  #at: Date
  #folder: PatientFolder | null = null
  #store: DirectoryStore | null = null
  #saves = 0

  constructor(path: string, ledger = new Ledger(), clock = steadyClock()) {
    this.#path = path
    this.ledger = ledger
    this.#clock = clock
    this.#at = clock()
  }

  /** The moment by which the ledger counts. */
  get position(): number {
    return this.#saves
  }

  get store(): DirectoryStore {
    if (!this.#store) throw new Error('The store is not open.')
    return this.#store
  }

  /** A new process opens the store, or creates the directory where there is none. */
  async openOn(fs: FolderFs, options: FolderOptions = {}): Promise<void> {
    this.#folder = new PatientFolder(fs, this.#path, { now: () => this.#at, ...options })
    this.#store = await this.#folder.open()
    const { history } = this.#store ? await readAll(this.#store) : { history: [] }
    this.#store ??= await this.#folder.create()
    this.ledger.found(history)
    this.reference = referenceOf(history)
  }

  /** Saves and tells the ledger; a killed process never comes back with an answer. */
  async save(plan: Plan): Promise<Outcome> {
    this.#at = this.#clock()
    this.#saves += 1
    const transaction = expectedTransaction(this.reference, this.#at, plan)
    const acknowledge = this.ledger.begin(transaction, this.position)
    const saving = saveIn(this.store, plan).then(
      (saved) => {
        if (hashOfTransaction(saved) !== hashOfTransaction(transaction))
          throw new Error(`The store saved ${JSON.stringify(saved)}.`)
        return 'acknowledged' as const
      },
      (error: unknown) => {
        this.refusal = error
        return 'refused' as const
      },
    )
    const outcome = await Promise.race([saving, this.killed.then(() => 'killed' as const)])
    if (outcome === 'acknowledged') {
      acknowledge(this.position)
      this.reference = applied(this.reference, transaction)
    }
    return outcome
  }

  /** Closes the store; a process that is killed meanwhile is gone just as well. */
  async close(): Promise<void> {
    const closing = this.store.close().then(() => this.#folder?.release())
    await Promise.race([closing, this.killed])
    this.#store = null
  }
}

/** Whether a failure says in a person's words that the disk is at fault. */
export const isStorageFailure = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'storage'
