import type { Directory } from './directory.ts'
import type { Table } from './table.ts'
import type { Change, Transaction } from './transaction.ts'
import { completeUser } from './user.ts'

/**
 * Applies a transaction in place. The one function that changes a directory's records, for a new
 * transaction and when old ones are read again. Answers the directory after it.
 */
export function applyTransaction(directory: Directory, transaction: Transaction): Directory {
  const { sequence, at, changes } = transaction
  if (changes.length === 0) return { ...directory, sequence }
  for (const change of changes) applyChange(directory, change, transaction)
  return { ...directory, sequence, revision: sequence, savedAt: at }
}

/** Applies one change of a transaction. */
export function applyChange(
  { tables }: Directory,
  { kind, id, after }: Change,
  { sequence, at }: Transaction,
) {
  const table = tables[kind] as Table<object>
  if (after === null) {
    table.delete(id)
    return
  }
  const stored = table.get(id)
  const stamp = { id, revision: sequence, lastModifiedDateTime: at }
  if (stored) table.set(id, { ...stored, ...after, ...stamp })
  else table.set(id, complete(kind, { createdDateTime: at, ...after, ...stamp }))
}

type Stamped = Parameters<typeof completeUser>[0]

const complete = (kind: Change['kind'], record: Stamped): object =>
  kind === 'user' ? completeUser(record) : record

/** The changes that take a transaction back, last first. */
export const invert = (changes: readonly Change[]): Change[] =>
  changes.map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before })).reverse()
