import { z } from '../zod.ts'
import { commands } from './commands.ts'

/**
 * What the application or its host announces on its own. An event tells what happened, be it a choice in the host's
 * menu, and leaves to the page what comes of it.
 */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('directory-changed'), revision: z.int() }),
  /** The history goes on, and no record has changed. */
  z.strictObject({ type: z.literal('history-changed') }),
  z.strictObject({ type: z.literal('status-changed') }),
  z.strictObject({ type: z.literal('storage-changed') }),
  /** The host wants to lock. The page does so once what is unsaved is kept; after a moment, the host does. */
  z.strictObject({ type: z.literal('lock-asked') }),
  /** The person chose a command of the page in the host's menu. */
  z.strictObject({ type: z.literal('command-chosen'), command: z.enum(commands) }),
])

export type RosterEvent = z.output<typeof eventSchema>
