import { allActivities } from '../directory/activities.ts'
import { z } from '../zod.ts'
import { historyEntry } from './history.ts'
import { id, nothing, transaction } from './parts.ts'
import type { RequestShapes } from './request.ts'

const moment = z.iso.datetime({ offset: true })

const window = {
  offset: z.int().min(0),
  limit: z.int().min(0).max(500),
}

/** The record that a transaction is about. */
const about = { userId: id.optional(), groupId: id.optional() }

/** What would be undone or done again: the transaction to take back, and what was first done. */
const step = z.strictObject({ transactionId: z.string(), entry: historyEntry }).nullable()

const onlyOne = ({
  userId,
  groupId,
}: {
  userId?: string | undefined
  groupId?: string | undefined
}) => userId === undefined || groupId === undefined

/** What has been done. */
export const historyRequests = {
  /** The newest first, each with the first of its changes: of those about the user or group, if asked for. */
  listHistory: {
    needs: 'history.read',
    input: z
      .strictObject({
        ...about,
        /** A property that was changed. */
        property: z.string().min(1).max(100).optional(),
        /** The id of whoever did it. */
        by: z.string().max(100).optional(),
        activity: z.enum(allActivities).optional(),
        /** From this moment on. */
        from: moment.optional(),
        /** Before this moment. */
        to: moment.optional(),
        ...window,
      })
      .refine(onlyOne, 'ask about a user or about a group'),
    output: z.strictObject({ total: z.int(), entries: z.array(historyEntry) }),
  },
  /** One transaction with a window of its changes. */
  getTransaction: {
    needs: 'history.read',
    input: z
      .strictObject({ transactionId: id, ...about, ...window })
      .refine(onlyOne, 'ask about a user or about a group'),
    output: historyEntry,
  },
  /** Everybody who ever did anything, by name. */
  listHistoryActors: {
    needs: 'history.read',
    input: nothing,
    output: z.strictObject({
      actors: z.array(z.strictObject({ id: z.string(), displayName: z.string() })),
    }),
  },
  /** Reads every entry, and looks whether each fits the one before, and what backups noted. */
  checkHistory: {
    needs: 'history.read',
    input: nothing,
    output: z.strictObject({
      entries: z.int(),
      /** Up to which entry each fits the one before; the next one is the first that does not. */
      fit: z.int(),
      /** When that one was saved; null when none fits. */
      at: z.string().nullable(),
      /** Stands for the whole history; null where it does not fit. */
      code: z.string().nullable(),
      backups: z.strictObject({
        /** How many were made of this history. */
        same: z.int(),
        /** Those that were made of another one, with so many entries. */
        other: z.array(z.strictObject({ takenAt: z.string(), entries: z.int() })),
      }),
    }),
  },
  undo: {
    needs: 'history.undo',
    input: z.strictObject({ transactionId: id }),
    output: transaction,
  },
  /** What the next undo and the next redo would do, of all that was done since the sign-in. */
  getUndo: {
    needs: 'history.undo',
    early: true,
    input: nothing,
    output: z.strictObject({ undo: step, redo: step }),
  },
  /** Brings back what was before a transaction, or before one of its changes, or one property of that. */
  revert: {
    needs: 'history.undo',
    input: z
      .strictObject({
        transactionId: id,
        change: z.int().min(0).optional(),
        property: z.string().min(1).max(100).optional(),
      })
      .refine(
        ({ change, property }) => property === undefined || change !== undefined,
        'tell of which change the property is',
      ),
    output: transaction,
  },
} satisfies RequestShapes
