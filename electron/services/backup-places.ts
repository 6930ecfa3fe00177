import { AppError } from '../../shared/errors.ts'
import type { Backup, KeptBackup } from '../../shared/storage/backup.ts'
import type { Log } from '../log.ts'
import { newestFirst } from '../store/backup-retention.ts'
import type { Backups, NotedHead, Restored } from '../store/backups.ts'
import { BackupPlace } from './backup-place.ts'

/** Backups elsewhere, which may come and go. */
export type Elsewhere = { readonly current: Backups | null }

/** The folders that backups are kept in: the data folder's own, and perhaps a second one. */
export class BackupPlaces {
  readonly first: BackupPlace
  readonly #elsewhere: Elsewhere
  readonly #log: Log
  #second: BackupPlace | null = null

  constructor(first: Backups, elsewhere: Elsewhere, log: Log) {
    this.first = new BackupPlace(first, log)
    this.#elsewhere = elsewhere
    this.#log = log
  }

  get second(): BackupPlace | null {
    const backups = this.#elsewhere.current
    if (this.#second?.backups !== backups)
      this.#second = backups && new BackupPlace(backups, this.#log)
    return this.#second
  }

  get all(): readonly BackupPlace[] {
    const { first, second } = this
    return second ? [first, second] : [first]
  }

  async look(): Promise<void> {
    await Promise.all(this.all.map((place) => place.look()))
  }

  /** Every backup there is, the newest first. One that was made in both folders at once is told once. */
  async list(): Promise<KeptBackup[]> {
    const { first, second } = this
    const here = await first.backups.list()
    const there = (await second?.backups.list()) ?? []
    const isIn = (backups: readonly Backup[], one: Backup) =>
      backups.some((each) => isSame(each, one))
    return [
      ...here.map((backup) => ({ ...backup, first: true, second: isIn(there, backup) })),
      ...there
        .filter((backup) => !isIn(here, backup))
        .map((backup) => ({ ...backup, first: false, second: true })),
    ].sort(newestFirst)
  }

  /** What the backups of a directory noted of its history, each once. */
  async notedHeads(directoryId: string): Promise<NotedHead[]> {
    const noted = await Promise.all(this.all.map(({ backups }) => backups.notedHeads(directoryId)))
    const each = noted
      .flat()
      .map((head) => [`${head.takenAt} ${head.sequence} ${head.mac}`, head] as const)
    return [...new Map(each).values()]
  }

  /** Prepares a backup to be restored, from the first folder that has a good one. */
  async prepare(id: string): Promise<Restored> {
    const failures: unknown[] = []
    for (const { backups } of this.all)
      try {
        return await backups.prepare(id)
      } catch (cause) {
        if (!(cause instanceof AppError) || cause.code === 'storage') throw cause
        failures.push(cause)
      }
    throw (
      failures.find((cause) => cause instanceof AppError && cause.code === 'damaged') ?? failures[0]
    )
  }
}

const isSame = (one: Backup, other: Backup) =>
  one.id === other.id && one.directoryId === other.directoryId && one.takenAt === other.takenAt
