import { z } from '../zod.ts'

/** What the application announces on its own. An event tells that something changed, never what to do. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('directory-changed'), revision: z.int() }),
  /** The history goes on, and no record has changed. */
  z.strictObject({ type: z.literal('history-changed') }),
  z.strictObject({ type: z.literal('status-changed') }),
  z.strictObject({ type: z.literal('storage-changed') }),
  /** The host wants to lock. The page does so once what is unsaved is kept; after a moment, the host does. */
  z.strictObject({ type: z.literal('lock-asked') }),
])

export type RosterEvent = z.output<typeof eventSchema>
