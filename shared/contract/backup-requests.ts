import { allActivities } from '../directory/activities.ts'
import { recordKinds } from '../directory/transaction.ts'
import { backupSchema, keptBackupSchema } from '../storage/backup.ts'
import { z } from '../zod.ts'
import { id, nothing } from './parts.ts'
import type { RequestShapes } from './request.ts'

/** Backups. */
export const backupRequests = {
  /** While nobody can sign in because the directory is damaged or gone, anybody may; then `directory.backup`. */
  listBackups: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      /** Null when there is none. */
      secondFolder: z.string().nullable(),
      backups: z.array(keptBackupSchema),
    }),
  },
  /** In every folder at once; refused when it could not be made in any. */
  backUpNow: {
    needs: 'directory.backup',
    input: nothing,
    /** `failures` says of each folder in which it could not be made why. */
    output: backupSchema.extend({ failures: z.array(z.string()) }),
  },
  /** Makes every backup in a second folder, too, from now on; null for none. A setting of this computer. */
  setBackupFolder: {
    needs: 'directory.backup',
    input: z.strictObject({ path: z.string().min(1).max(4000).nullable() }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks the person for a folder in the system's dialog, where there is one. Nothing is set by it. */
  chooseBackupFolder: {
    needs: 'directory.backup',
    input: nothing,
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Who may is as for `listBackups`. Afterwards nobody is signed in. */
  restoreBackup: {
    needs: 'nothing',
    input: z.strictObject({ id }),
    output: z.strictObject({
      backup: backupSchema,
      /** Where the directory that was replaced is kept; null when there was none. */
      keptAt: z.string().nullable(),
      /** Photos that no good copy was left of. */
      missingPhotos: z.int(),
    }),
  },
  /** Where a part of the directory is damaged: what of the changes after it would fit on top of what is whole. */
  previewLaterChanges: {
    needs: 'directory.backup',
    input: nothing,
    output: z.strictObject({
      /** Whether there is anything to go on from that can be trusted. */
      possible: z.boolean(),
      /** When what is whole was saved; null when that is not possible. */
      savedAt: z.string().nullable(),
      fitting: z.int(),
      /** Those that do not fit, and what keeps each from it; `more` are not listed. */
      left: z.array(
        z.strictObject({
          /** The number that it had. */
          id: z.string(),
          at: z.string(),
          actor: z.string(),
          activity: z.enum(allActivities),
          reason: z.enum(['gone', 'there', 'changed', 'in-the-way']),
          kind: z.enum(recordKinds),
          /** Of the record; empty where nothing tells it. */
          name: z.string(),
        }),
      ),
      more: z.int(),
    }),
  },
  /** Goes on from what is whole, with the later changes that fit. Afterwards nobody is signed in. */
  bringBackLaterChanges: {
    needs: 'directory.backup',
    input: nothing,
    output: z.strictObject({
      carried: z.int(),
      left: z.int(),
      /** Where the damaged directory is kept; null when there was none. */
      keptAt: z.string().nullable(),
    }),
  },
} satisfies RequestShapes
