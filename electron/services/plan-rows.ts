import type { Change } from '../../shared/directory/transaction.ts'
import type { Problem } from '../../shared/text/message.ts'
import type { ForbiddenChanges } from './authorise.ts'
import { type ClaimedNeighbours, isSeenByOthers } from './neighbours.ts'
import type { Proposal } from './user-changes.ts'

/** What a row comes to by itself: a user as they would be, and what is wrong with that. */
export type ProposedRow = {
  readonly proposal?: Proposal
  readonly found: Readonly<Record<string, Problem>>
}

export type RowState = 'changed' | 'unchanged' | 'invalid'

export type PlannedRow<Row> = {
  readonly row: Row
  /** The user it is about; null where nobody is. */
  readonly id: string | null
  readonly state: RowState
  /** Null when the row changes nothing, or has a problem. */
  readonly change: Change | null
  readonly problems: Readonly<Record<string, Problem>>
}

/**
 * Works out rows of a file, or users of a bulk edit, one after another: each against the directory as the
 * rows before it leave it. A row with a problem, or with a change that is `forbidden`, changes nothing.
 */
export function* planRows<Row>(
  rows: Iterable<Row>,
  neighbours: ClaimedNeighbours,
  propose: (row: Row) => ProposedRow,
  forbidden: ForbiddenChanges,
): Generator<PlannedRow<Row>> {
  for (const row of rows) {
    const { proposal, found } = propose(row)
    const change = proposal?.change ?? null
    const problems = change ? { ...forbidden(change), ...found } : found
    const id = proposal?.user.id ?? null
    if (!proposal || Object.keys(problems).length > 0) {
      yield { row, id, state: 'invalid', change: null, problems }
      continue
    }
    if (change && isSeenByOthers(change)) neighbours.claim(proposal.user)
    yield { row, id, state: change ? 'changed' : 'unchanged', change, problems }
  }
}
