import { allActivities, categories, detailsSchema, operations } from '../directory/activities.ts'
import { actorSchema, recordKinds } from '../directory/transaction.ts'
import { z } from '../zod.ts'

/** One property as it was and as it became. People, groups and roles are told by name. */
const historyProperty = z.strictObject({
  name: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  /** How many values of a long list, such as a group's members, are not told. */
  moreFrom: z.int(),
  moreTo: z.int(),
})

export type HistoryProperty = z.output<typeof historyProperty>

/** What became of a record. */
const historyChange = z.strictObject({
  /** Which of the transaction's changes it is, counted from 0. */
  number: z.int(),
  kind: z.enum(recordKinds),
  /** The record's id; of a role that was given or taken, the user's. */
  id: z.string(),
  /** Its name today, or the last one it had. */
  displayName: z.string(),
  /** Whether it is still in the directory, deleted users included. */
  exists: z.boolean(),
  action: z.enum(['added', 'changed', 'removed', 'deleted', 'restored']),
  properties: z.array(historyProperty),
})

export type HistoryChange = z.output<typeof historyChange>

/** A transaction as the history shows it. */
export const historyEntry = z.strictObject({
  id: z.string(),
  at: z.string(),
  /** Who did it, by their name today; `exists` tells whether they are still in the directory. */
  actor: actorSchema.extend({ exists: z.boolean() }).strict(),
  activity: z.enum(allActivities),
  category: z.enum(categories),
  operation: z.enum(operations),
  result: z.enum(['success', 'failure']),
  details: detailsSchema,
  /** The name of the user whom the details are about. */
  about: z.string().nullable(),
  /** Whether it can be taken back, as long as no later change stands on it. */
  revertible: z.boolean(),
  /** The transaction this one takes back. */
  undoes: z.string().nullable(),
  /** How many changes it has, of those that were asked for. */
  total: z.int(),
  /** The first of them, or the window that was asked for. */
  changes: z.array(historyChange),
})

export type HistoryEntry = z.output<typeof historyEntry>
