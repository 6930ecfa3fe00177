import type { Activity } from '../../shared/directory/activities.ts'
import type { Change, Transaction } from '../../shared/directory/transaction.ts'

/** Which transactions to find. Without a condition, all. */
export type HistoryQuery = {
  /** The id of a record that they are about. */
  readonly about?: string
  /** One of the properties they changed: of that record, where one is named. */
  readonly property?: string
  /** The id of whoever did it. */
  readonly by?: string
  readonly activity?: Activity
  /** Milliseconds since 1970: from this moment on, and before that one. */
  readonly from?: number
  readonly to?: number
}

export type Window = { readonly offset: number; readonly limit: number }

export type FoundTransactions = {
  /** How many match. */
  readonly total: number
  /** Those of the window, the newest first. */
  readonly sequences: readonly number[]
}

/** A transaction with a window of its changes. */
export type TransactionPage = Omit<Transaction, 'changes'> & {
  /** How many changes it has, of those that were asked for. */
  readonly total: number
  readonly changes: readonly Change[]
  /** Which of its changes they are, counted from 0. */
  readonly numbers: readonly number[]
}

/** Which of a transaction's changes are asked for: all, or those about a record. */
export type ChangesAsked = Window & Pick<HistoryQuery, 'about'>

/**
 * Everything that was ever done, without keeping it in memory. All of it throws `damaged` where a file that
 * is needed is missing or is not as it was written.
 */
export interface History {
  find(query: HistoryQuery, window: Window): Promise<FoundTransactions>

  /** The transactions of these sequences, in this order. */
  read(sequences: readonly number[], asked: ChangesAsked): Promise<readonly TransactionPage[]>

  /** The ids of everybody who ever did something. */
  actors(): Promise<readonly string[]>

  /** The last name that a user or group had who is gone; null where there was none of this id. */
  lastNameOf(id: string): Promise<string | null>
}
