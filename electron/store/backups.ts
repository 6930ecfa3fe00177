import type { Backup, BackupReason } from '../../shared/storage/backup.ts'
import type { Capture } from './directory-store.ts'

/** A restored directory that waits beside the present one, complete and checked. */
export type Restored = {
  readonly backup: Backup
  /** Parts that no copy is left of: the directory and its passwords are never among them. */
  readonly missing: { readonly photos: number; readonly history: number }
}

/** How far the history went when a backup was made, and what its next entry was to be chained to. */
export type NotedHead = {
  readonly takenAt: string
  readonly sequence: number
  readonly mac: string
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

  /** What the backups of a directory noted of its history, as far as its keys prove it. The newest first. */
  notedHeads(directoryId: string): Promise<readonly NotedHead[]>

  /** Copies a backup beside the present directory and checks it there. Throws, and then nothing has changed. */
  prepare(id: string): Promise<Restored>
}
