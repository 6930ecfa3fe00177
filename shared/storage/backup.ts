import { z } from '../zod.ts'

/** Why a backup was made. */
export const backupReasons = ['daily', 'before-import', 'before-restore', 'by-hand'] as const

export type BackupReason = (typeof backupReasons)[number]

export const backupSchema = z.strictObject({
  id: z.string(),
  takenAt: z.string(),
  reason: z.enum(backupReasons),
  directoryId: z.string(),
  /** The organisation's name. */
  name: z.string(),
  /** The last transaction in it that changed a record, and when that was saved. */
  revision: z.int(),
  savedAt: z.string(),
  users: z.int(),
  groups: z.int(),
  roleAssignments: z.int(),
  photos: z.int(),
  /** What it takes on the disk, without what it shares with others. */
  bytes: z.int(),
})

/** A copy of the directory as it was at one moment. */
export type Backup = z.output<typeof backupSchema>

/** A backup, and in which of the two folders it is kept. */
export const keptBackupSchema = backupSchema.extend({ first: z.boolean(), second: z.boolean() })

export type KeptBackup = z.output<typeof keptBackupSchema>
