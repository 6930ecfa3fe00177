import { createHash } from 'node:crypto'
import type { Transaction } from '../../../shared/directory/transaction.ts'
import { orderedJson } from './reference-directory.ts'

/** A save that was begun at one moment and is due from another: never, unless it was acknowledged. */
type Attempt = {
  readonly sequence: number
  readonly hash: string
  readonly begun: number
  due: number
}

/** What must be found after a crash at one moment. */
export type Expectation = {
  /** The hashes of what was acknowledged, in order. */
  readonly required: readonly string[]
  /** Whether a transaction that nobody was promised may be there as number `sequence`. */
  readonly allows: (sequence: number, hash: string) => boolean
}

export const hashOfTransaction = (transaction: Transaction): string =>
  createHash('sha256').update(orderedJson(transaction)).digest('hex')

const never = Number.POSITIVE_INFINITY

/**
 * Lists, outside of the store, what was acknowledged and what was only tried. Moments are counted by
 * whoever keeps it, such as effects on a disk.
 */
export class Ledger {
  #attempts: Attempt[] = []
  /** The hash of what the last start found under each sequence. */
  #found = new Map<number, string>()

  /** A save begins. Answers what to call when it is acknowledged. */
  begin(transaction: Transaction, at: number): (at: number) => void {
    const { sequence } = transaction
    const hash = hashOfTransaction(transaction)
    this.#attempts.push({ sequence, hash, begun: at, due: never })
    return (acknowledged) => this.#acknowledge(sequence, hash, acknowledged)
  }

  /** A start finds these: the last may be a save that nobody was promised, and the next stands on it. */
  found(transactions: readonly Transaction[]): void {
    this.#found = new Map(transactions.map((each) => [each.sequence, hashOfTransaction(each)]))
  }

  /** What a crash at `position` leaves of the list, where moments are counted anew. */
  afterCrash(position: number): Ledger {
    const next = new Ledger()
    next.#attempts = this.#attempts
      .filter(({ begun }) => begun <= position)
      .map((each) => ({ ...each, begun: 0, due: each.due <= position ? 0 : never }))
    return next
  }

  get acknowledged(): number {
    return this.dueAt(Number.MAX_VALUE)
  }

  /** How many are due at a moment. */
  dueAt(position: number): number {
    return this.#attempts.filter(({ due }) => due <= position).length
  }

  at(position: number): Expectation {
    const due = this.#attempts.filter((each) => each.due <= position)
    const tried = this.#attempts.filter((each) => each.due > position && each.begun <= position)
    return {
      required: due.toSorted((a, b) => a.sequence - b.sequence).map(({ hash }) => hash),
      allows: (sequence, hash) =>
        tried.some((each) => each.sequence === sequence && each.hash === hash),
    }
  }

  #acknowledge(sequence: number, hash: string, at: number) {
    const attempt = this.#attempts.findLast(
      (each) => each.sequence === sequence && each.hash === hash,
    )
    if (!attempt || attempt.due < never) return
    attempt.due = at
    const before = this.#found.get(sequence - 1)
    if (before !== undefined) this.#acknowledge(sequence - 1, before, at)
  }
}
