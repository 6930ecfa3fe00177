import type { Entry } from '../../shared/directory/activities.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { UnreadUser } from '../../shared/directory/listed-user.ts'
import type { Actor, Change, Transaction } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import type { AppError } from '../../shared/errors.ts'
import type { ChainCheck } from './history/check-chain.ts'
import type { History } from './history.ts'
import type { CheckpointSubject } from './write-checkpoint.ts'

/** A directory at one moment, with its place in the journal. */
export type Capture = CheckpointSubject

/** What somebody is about to do, worked out against the directory of that moment. */
export type Plan = Entry & {
  readonly changes: Change[]
  /** The id of the transaction that this one takes back. */
  readonly undoes?: string
}

/** Keeps something beside the directory that follows from it. */
export interface Follower {
  /** Takes over what a transaction changed; `directory` is the one after it. */
  apply(transaction: Transaction, directory: Directory): void

  /**
   * The same for a transaction so large that taking it over at once would keep everybody waiting: makes
   * ready in slices what belongs to the next directory, and answers what puts it in place.
   */
  prepare(transaction: Transaction, next: Directory): Promise<() => void>
}

/** Whether saving works. */
export type Standing = {
  /** Why nothing can be saved; null when it can. */
  readonly readOnly: AppError | null
  /** Why the last save failed; null once one has succeeded. The next one is tried all the same. */
  readonly lastFailure: AppError | null
}

/** Holds one directory and keeps it on disk. Nothing else changes it. */
export interface DirectoryStore {
  /** The directory as of the last acknowledged transaction. Not to be changed by the reader. */
  readonly directory: Directory

  /** Its users, without reading those whom nobody has asked for yet. */
  readonly listed: Iterable<User | UnreadUser>

  /**
   * Runs one user action. Transactions run one after another: `plan` is called when it is this one's
   * turn, so what it checks still holds when it is saved; what it throws changes nothing. Resolves when
   * the transaction is on disk, or with null when the plan changes nothing.
   *
   * Throws `storage` when it could not be written, or the directory is read-only; memory and disk then
   * are as before.
   */
  transact(
    actor: Actor,
    plan: (directory: Directory) => Plan | Promise<Plan>,
  ): Promise<Transaction | null>

  /**
   * Saves, in its turn as well, that something was done which changes no record. Throws as `transact` does.
   */
  record(actor: Actor, entry: Entry): Promise<Transaction>

  /** The transactions after `sequence`, the oldest first. They are read from disk where they must be. */
  transactionsAfter(sequence: number): AsyncIterable<Transaction>

  readonly history: History

  /** Keeps `follower` up to date with each transaction from now on. */
  follow(follower: Follower): void

  readonly standing: Standing

  /** Calls `listener` whenever the standing has changed. */
  onStanding(listener: () => void): void

  /** Looks whether each entry of the history fits the one before, and notes the macs of those asked for. */
  checkHistory(asked: ReadonlySet<number>): Promise<ChainCheck>

  /** The directory after the last transaction, for a backup. Later ones do not change it. */
  capture(): Promise<Capture>

  /**
   * Changes over to another key: `change` is given the last transaction under the present one, and puts the
   * next in its place. What is saved afterwards, and a checkpoint of all that is, are sealed with that.
   */
  rekey(change: (until: number) => Promise<void>): Promise<void>

  /** Finishes what is being written. */
  close(): Promise<void>
}
