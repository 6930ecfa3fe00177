import type { Entry } from '../../shared/directory/activities.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Actor, Change, Transaction } from '../../shared/directory/transaction.ts'
import type { Capture, DirectoryStore, Follower, Plan, Standing } from '../store/directory-store.ts'
import type { ChainCheck } from '../store/history/check-chain.ts'
import type { History } from '../store/history.ts'

/** Throws when these changes are not for this person to make. */
export type Guard = (
  directory: Directory,
  actor: Actor,
  changes: readonly Change[],
) => void | Promise<void>

/**
 * A store with a guard at its door, past which every transaction goes, whichever request it comes from.
 * What an undo, an import or a bulk edit would change is only known once it is planned.
 */
export class GuardedStore implements DirectoryStore {
  readonly #store: DirectoryStore
  readonly #guard: Guard

  constructor(store: DirectoryStore, guard: Guard) {
    this.#store = store
    this.#guard = guard
  }

  transact(
    actor: Actor,
    plan: (directory: Directory) => Plan | Promise<Plan>,
  ): Promise<Transaction | null> {
    return this.#store.transact(actor, async (directory) => {
      const planned = await plan(directory)
      await this.#guard(directory, actor, planned.changes)
      return planned
    })
  }

  /** What changes no record takes no permission here: a request's own is asked for by dispatch. */
  record(actor: Actor, entry: Entry): Promise<Transaction> {
    return this.#store.record(actor, entry)
  }

  get directory(): Directory {
    return this.#store.directory
  }

  get listed(): DirectoryStore['listed'] {
    return this.#store.listed
  }

  get standing(): Standing {
    return this.#store.standing
  }

  transactionsAfter(sequence: number): AsyncIterable<Transaction> {
    return this.#store.transactionsAfter(sequence)
  }

  get history(): History {
    return this.#store.history
  }

  checkHistory(asked: ReadonlySet<number>): Promise<ChainCheck> {
    return this.#store.checkHistory(asked)
  }

  follow(follower: Follower): void {
    this.#store.follow(follower)
  }

  onStanding(listener: () => void): void {
    this.#store.onStanding(listener)
  }

  capture(): Promise<Capture> {
    return this.#store.capture()
  }

  rekey(change: (until: number) => Promise<void>): Promise<void> {
    return this.#store.rekey(change)
  }

  close(): Promise<void> {
    return this.#store.close()
  }
}
