import { z } from '../zod.ts'

// What the inputs and outputs of several requests are made of.

/** As many rows as one request for a list answers. */
export const mostRows = 1000

export const id = z.string().min(1).max(100)
export const ids = z.array(id).min(1).max(200_000)
export const name = z.string().max(1000)
export const nothing = z.strictObject({})
export const done = z.strictObject({})
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
export const transaction = z.strictObject({ transactionId: z.string() })
/** Values of a user's properties as they were typed; the catalogue's rules clean and check them. */
export const rawValues = z.record(z.string().max(100), z.unknown())
