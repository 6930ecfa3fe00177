import { z } from '../zod.ts'
import { allActivities, detailsSchema } from './activities.ts'
import { listChangeSchema } from './list-change.ts'

/** The kinds of record that a directory holds. */
export const recordKinds = ['organization', 'user', 'group', 'roleAssignment'] as const

const properties = z.record(z.string(), z.unknown()).nullable()

/**
 * The change of one record. `before` and `after` hold the touched properties with their old and new
 * values; `before` is null when the record is new, `after` when it is gone. `lists` tells of lists that are
 * too long to be written whole for each change: only what each gained and lost.
 */
export const changeSchema = z.object({
  kind: z.enum(recordKinds),
  id: z.string(),
  before: properties,
  after: properties,
  lists: z.record(z.string(), listChangeSchema).optional(),
})

export type Change = z.output<typeof changeSchema>

export const actorSchema = z.object({ id: z.string(), displayName: z.string() })

/** Who did it. */
export type Actor = z.output<typeof actorSchema>

/** Who stands for what nobody did who is signed in, such as a refused sign-in. */
export const roster: Actor = { id: '', displayName: 'Roster' }

/**
 * One user action, whole. `sequence` orders transactions; `at` (ISO 8601 in UTC) is only told. Without
 * changes it is an entry of the history alone, such as a sign-in.
 */
export const transactionSchema = z.object({
  id: z.string(),
  sequence: z.int(),
  at: z.string(),
  actor: actorSchema,
  activity: z.enum(allActivities),
  details: detailsSchema.optional(),
  /** The transaction this one takes back. */
  undoes: z.string().optional(),
  changes: z.array(changeSchema),
})

export type Transaction = z.output<typeof transactionSchema>

/** A transaction's id follows from its sequence, so that a record's revision names it too. */
export const transactionIdOf = (sequence: number) => String(sequence)
