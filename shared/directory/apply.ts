import type { Directory } from './directory.ts'
import { completeGroup } from './group.ts'
import { type ListChange, listAfter } from './list-change.ts'
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
  { kind, id, after, lists = {} }: Change,
  { sequence, at }: Transaction,
) {
  const table = tables[kind] as Table<Readonly<Record<string, unknown>>>
  if (after === null) {
    table.delete(id)
    return
  }
  const stored = table.get(id)
  const stamp = { id, revision: sequence, lastModifiedDateTime: at }
  if (stored) table.set(id, { ...stored, ...after, ...listsAfter(stored, lists), ...stamp })
  else table.set(id, complete(kind, { createdDateTime: at, ...after, ...stamp }))
}

type Lists = NonNullable<Change['lists']>

const listsAfter = (stored: Readonly<Record<string, unknown>>, lists: Lists) =>
  Object.fromEntries(
    Object.entries(lists).map(([name, change]) => {
      const list = stored[name]
      return [name, listAfter(Array.isArray(list) ? list : [], change)]
    }),
  )

type Stamped = Parameters<typeof completeUser>[0]

/** A record of which only what it holds is given. */
export function complete(kind: Change['kind'], record: Stamped): Readonly<Record<string, unknown>> {
  if (kind === 'user') return completeUser(record)
  return kind === 'group' ? completeGroup(record) : record
}

/** The changes that take a transaction back, last first. */
export const invert = (changes: readonly Change[]): Change[] =>
  changes
    .map(({ before, after, lists, ...rest }) => ({
      ...rest,
      before: after,
      after: before,
      ...(lists ? { lists: mapValues(lists, turned) } : {}),
    }))
    .reverse()

const turned = ({ added, removed }: ListChange): ListChange => ({ added: removed, removed: added })

const mapValues = <V, W>(record: Readonly<Record<string, V>>, map: (value: V) => W) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
