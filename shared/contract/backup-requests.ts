import { backupSchema } from '../storage/backup.ts'
import { z } from '../zod.ts'
import { id, nothing } from './parts.ts'
import type { RequestShapes } from './request.ts'

/** Backups. */
export const backupRequests = {
  /** While nobody can sign in because the directory is damaged or gone, anybody may; then `directory.backup`. */
  listBackups: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({ folder: z.string(), backups: z.array(backupSchema) }),
  },
  backUpNow: { needs: 'directory.backup', input: nothing, output: backupSchema },
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
} satisfies RequestShapes
