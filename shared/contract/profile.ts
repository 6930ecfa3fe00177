import { userSchema } from '../directory/user.ts'
import { z } from '../zod.ts'

/** A user as another one refers to them. */
export const person = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  jobTitle: z.string().nullable(),
  photo: z.string().nullable(),
  accountEnabled: z.boolean(),
  deleted: z.boolean(),
})

export type Person = z.output<typeof person>

/** A user as stored, with what follows from other records. */
export const profile = userSchema.and(
  z.object({
    legalAgeGroupClassification: z.string().nullable(),
    /** The transaction that made this revision: what "Undo" takes back after a save. */
    transactionId: z.string(),
    manager: person.nullable(),
    /** The first hundred by name. */
    directReports: z.array(person),
    directReportCount: z.int(),
    roles: z.array(z.string()),
  }),
)

export type Profile = z.output<typeof profile>
