import { z } from '../zod.ts'

/** What a person did, in one word of the history. */
export const activities = [
  'createDirectory',
  'addUser',
  'updateUser',
  'deleteUser',
  'restoreUser',
  'changePhoto',
  'verifyContact',
  'importUsers',
  'undo',
] as const

export type Activity = (typeof activities)[number]

const properties = z.record(z.string(), z.unknown()).nullable()

/**
 * The change of one record. `before` and `after` hold the touched properties with their old and new
 * values; `before` is null when the record is new, `after` when it is gone.
 */
export const changeSchema = z.object({
  kind: z.enum(['organization', 'user', 'group', 'roleAssignment']),
  id: z.string(),
  before: properties,
  after: properties,
})

export type Change = z.output<typeof changeSchema>

export const actorSchema = z.object({ id: z.string(), displayName: z.string() })

/** Who did it. */
export type Actor = z.output<typeof actorSchema>

/** One user action, whole. `sequence` orders transactions; `at` (ISO 8601 in UTC) is only told. */
export const transactionSchema = z.object({
  id: z.string(),
  sequence: z.int(),
  at: z.string(),
  actor: actorSchema,
  activity: z.enum(activities),
  /** The transaction this one takes back. */
  undoes: z.string().optional(),
  changes: z.array(changeSchema),
})

export type Transaction = z.output<typeof transactionSchema>

/** A transaction's id follows from its sequence, so that a record's revision names it too. */
export const transactionIdOf = (sequence: number) => String(sequence)
