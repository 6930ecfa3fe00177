import type { Directory } from '../../../shared/directory/directory.ts'
import type { Table } from '../../../shared/directory/table.ts'
import type { Transaction } from '../../../shared/directory/transaction.ts'
import { emptyValues } from '../../../shared/fields/values.ts'

type Values = Readonly<Record<string, unknown>>

/** A record of a reference directory, under its kind and id. */
type Records = ReadonlyMap<string, Values>

/**
 * A directory as plain as can be, and made by nothing of the store: what a directory must be equal to after
 * the same transactions. It is never changed.
 */
export type Reference = {
  readonly sequence: number
  readonly revision: number
  readonly savedAt: string
  readonly records: Records
}

export const emptyReference: Reference = {
  sequence: 0,
  revision: 0,
  savedAt: '',
  records: new Map(),
}

export function applied(reference: Reference, { changes, sequence, at }: Transaction): Reference {
  if (changes.length === 0) return { ...reference, sequence }
  const records = new Map(reference.records)
  for (const { kind, id, after, lists = {} } of changes) {
    const key = `${kind} ${id}`
    const stored = records.get(key) ?? { ...unset[kind], createdDateTime: at }
    const listed = Object.entries(lists).map(([name, { added, removed }]) => {
      const kept = (stored[name] as string[]).filter((each) => !removed.includes(each))
      return [name, [...kept, ...added].toSorted()]
    })
    const changed = { ...after, ...Object.fromEntries(listed) }
    if (after === null) records.delete(key)
    else
      records.set(key, { ...stored, ...changed, id, revision: sequence, lastModifiedDateTime: at })
  }
  return { sequence, revision: sequence, savedAt: at, records }
}

/** What a new record holds that its change says nothing of. */
const unset: Readonly<Record<string, Values>> = {
  user: emptyValues,
  group: { membership: 'assigned', memberIds: [] },
}

/** All that a reference says, the same text for the same content. */
export const textOfReference = ({ records, ...last }: Reference) => textOf(last, records)

/** All that a directory says, in the same form. Its id is not part of it: the store makes one up. */
export function textOfDirectory({ sequence, revision, savedAt, tables }: Directory): string {
  const records = new Map<string, Values>()
  for (const [kind, table] of Object.entries(tables))
    for (const [id, record] of table as Table<Values>) records.set(`${kind} ${id}`, record)
  return textOf({ sequence, revision, savedAt }, records)
}

function textOf(last: Omit<Reference, 'records'>, records: Records): string {
  const listed = [...records]
    .map(([key, record]) => [key, withoutEmpty(record)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return orderedJson([last, listed])
}

/** A record in memory has every property, a change only those that it touches. */
const withoutEmpty = (record: Values): Values =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)))

const isEmpty = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

/** JSON in which the order of an object's properties does not matter. */
export function orderedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(orderedJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${orderedJson(each)}`).join()}}`
}
