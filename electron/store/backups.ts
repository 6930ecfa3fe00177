import type { Backup, BackupReason } from '../../shared/storage/backup.ts'
import type { Capture } from './directory-store.ts'

/** A restored directory that waits beside the present one, complete and checked. */
export type Restored = {
  readonly backup: Backup
  /** Parts that no copy is left of: the directory and its passwords are never among them. */
  readonly missing: { readonly photos: number; readonly history: number }
}

/** Keeps copies of the directory apart from it. One is listed only when it was read back and is right. */
export interface Backups {
  /** Where they are, for the person to read. */
  readonly folder: string

  /** The newest first. */
  list(): Promise<readonly Backup[]>

  /** Makes a backup, and drops those that nobody needs any more. Throws `storage` and leaves no half of one. */
  take(
    capture: Capture,
    reason: BackupReason,
    signal: AbortSignal,
    /** When it counts as made; now, when that is not said. */
    at?: Date,
  ): Promise<Backup>

  /** Copies a backup beside the present directory and checks it there. Throws, and then nothing has changed. */
  prepare(id: string): Promise<Restored>
}
