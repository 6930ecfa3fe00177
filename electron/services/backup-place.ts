import type { Directory } from '../../shared/directory/directory.ts'
import { AppError } from '../../shared/errors.ts'
import type { Backup, BackupReason } from '../../shared/storage/backup.ts'
import type { Log } from '../log.ts'
import { isSameDay } from '../store/backup-retention.ts'
import type { Backups } from '../store/backups.ts'
import type { Capture } from '../store/directory-store.ts'

/** In milliseconds: after a failure, the day's backup is not tried again before. */
const patience = 3_600_000

/** One folder of backups and what is known of it. Its failures are its own. */
export class BackupPlace {
  readonly backups: Backups
  readonly #log: Log
  #newest: Backup | null = null
  #failure: AppError | null = null
  #failedAt = Number.NEGATIVE_INFINITY

  constructor(backups: Backups, log: Log) {
    this.backups = backups
    this.#log = log
  }

  /** Learns which backups there are. */
  async look(): Promise<void> {
    const [newest] = await this.backups.list()
    this.#newest = newest ?? null
  }

  async take(
    capture: Capture,
    reason: BackupReason,
    at: Date,
    signal: AbortSignal,
  ): Promise<Backup> {
    try {
      this.#newest = await this.backups.take(capture, reason, signal, at)
      this.#failure = null
      return this.#newest
    } catch (cause) {
      if (signal.aborted) throw cause
      if (cause instanceof AppError) this.#failure = cause
      this.#failedAt = at.getTime()
      this.#log.error(`no backup could be made in ${this.backups.folder}`, cause)
      throw cause
    }
  }

  /** When the newest backup was made; null when there is none. */
  get lastAt(): string | null {
    return this.#newest?.takenAt ?? null
  }

  /** Why the last one could not be made; null once one could. */
  get failure(): AppError | null {
    return this.#failure
  }

  /** Whether the newest backup is the directory as it is. */
  has({ id, revision, savedAt }: Directory): boolean {
    const newest = this.#newest
    return newest?.directoryId === id && newest.revision === revision && newest.savedAt === savedAt
  }

  /** Whether the day's backup is still to be made. */
  isDue(directory: Directory, now: Date): boolean {
    if (this.has(directory) || now.getTime() - this.#failedAt < patience) return false
    const newest = this.#newest?.directoryId === directory.id ? this.#newest : null
    return newest === null || !isSameDay(new Date(newest.takenAt), now)
  }
}
