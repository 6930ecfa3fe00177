import { z } from '../zod.ts'

/** What every record of the directory carries; set when a transaction is applied. */
export const stamp = {
  id: z.string(),
  /** The sequence number of the last transaction that changed this record. */
  revision: z.int(),
  /** ISO 8601 in UTC, as every moment Roster keeps. */
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string(),
} as const
