import { z } from '../zod.ts'

/** What may be wrong with a file of the store. A torn tail is no damage: a crash leaves it, and nothing was lost. */
export const findingKinds = [
  'torn-tail',
  'damaged-checkpoint',
  'damaged-segment',
  'missing-segment',
  'unreadable-file',
  'foreign-file',
  'missing-end',
  'other-history',
  'damaged-anchor',
  'damaged-keys',
  'foreign-keys',
  'old-keys',
] as const

const findingSchema = z.strictObject({
  file: z.string(),
  kind: z.enum(findingKinds),
  /** Where it begins, in bytes. */
  offset: z.int(),
})

/** Something in the folder that is not as it was written. */
export type Finding = z.output<typeof findingSchema>

/** What was found damaged when a directory was read, and what became of it. The files stay as they are. */
export const damageReportSchema = z.strictObject({
  at: z.string(),
  /** The folder with the files as they were found. */
  originals: z.string(),
  findings: z.array(findingSchema),
  /** What could be read; null when that is nothing. */
  recovered: z
    .strictObject({
      users: z.int(),
      groups: z.int(),
      roleAssignments: z.int(),
      /** The last transaction. */
      revision: z.int(),
      savedAt: z.string(),
    })
    .nullable(),
  /** Saved transactions that could not be read, as far as the files tell; null when none is known of. */
  missing: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
})

export type DamageReport = z.output<typeof damageReportSchema>
