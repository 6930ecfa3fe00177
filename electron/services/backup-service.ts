import type { Input, Output } from '../../shared/contract/contract.ts'
import type { RosterEvent } from '../../shared/contract/events.ts'
import { AppError } from '../../shared/errors.ts'
import type { Backup, BackupReason } from '../../shared/storage/backup.ts'
import type { After } from '../after.ts'
import type { Log } from '../log.ts'
import { isSameDay } from '../store/backup-retention.ts'
import type { Backups } from '../store/backups.ts'
import type { Capture } from '../store/directory-store.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

/** In milliseconds: how long after a start or a change the day's backup begins. */
const pause = 10_000

/** In milliseconds: after a failure, the day's backup is not tried again before. */
const patience = 3_600_000

export type BackupPorts = {
  readonly backups: Backups
  readonly now: () => Date
  readonly after: After
  readonly announce: (event: RosterEvent) => void
  readonly log: Log
}

/** Backs the directory up once a day it changes, before imports and when somebody asks; and restores. */
export class BackupService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #ports: BackupPorts
  #closed = false
  /** Gives up the backup that is being made. */
  #giveUp = new AbortController()
  /** Backups are made one after another. */
  #last: Promise<unknown> = Promise.resolve()
  #newest: Backup | null = null
  #failure: AppError | null = null
  #failedAt = Number.NEGATIVE_INFINITY
  #restoring = false
  #endPause: (() => void) | null = null

  constructor(workspace: Workspace, session: SessionService, ports: BackupPorts) {
    this.#workspace = workspace
    this.#session = session
    this.#ports = ports
  }

  /** Learns which backups there are, and makes today's if it is due. */
  async start(): Promise<void> {
    const [newest] = await this.#ports.backups.list()
    this.#newest = newest ?? null
    this.consider()
  }

  /** Makes the day's backup soon, if by then it is due. Called after every change. */
  consider(): void {
    if (this.#endPause || this.#closed) return
    this.#endPause = this.#ports.after(pause, () => {
      this.#endPause = null
      if (this.#isDue) void this.#make('daily').catch(() => {})
    })
  }

  /** Holds on to the directory as it is; what is done next does not wait until that is on the disk. */
  async beforeImport(): Promise<void> {
    if (!this.#workspace.isOpen || this.#workspace.readOnly || this.#isBackedUp) return
    const capture = await this.#workspace.current.store.capture()
    void this.#write(capture, 'before-import').catch(() => {})
  }

  async list(): Promise<Output<'listBackups'>> {
    this.#authorise()
    const { backups } = this.#ports
    return { folder: backups.folder, backups: [...(await backups.list())] }
  }

  async backUp(): Promise<Output<'backUpNow'>> {
    this.#workspace.refuseReadOnly()
    const { actor } = this.#session
    const backup = await this.#make('by-hand')
    const details = { backup: backup.id, users: backup.users }
    await this.#workspace.note(actor, { activity: 'backUp', details })
    return backup
  }

  /**
   * Puts a backup in the directory's place, which is kept beside it. What can be read and written of the
   * present directory is backed up first. Everybody is signed out: accounts and passwords are those of then.
   */
  async restore({ id }: Input<'restoreBackup'>): Promise<Output<'restoreBackup'>> {
    this.#authorise()
    const { readOnly, isOpen } = this.#workspace
    if (readOnly && readOnly.key !== 'readOnlyDamaged') throw readOnly
    if (this.#restoring) throw new AppError('in-use', 'backupRunning')
    this.#restoring = true
    try {
      if (isOpen && !readOnly && !this.#isBackedUp) await this.#make('before-restore')
      const { backup, missing } = await this.#ports.backups.prepare(id)
      let keptAt: string | null = null
      await this.#workspace.reload(async () => {
        keptAt = await this.#workspace.folder.putRestored()
      })
      await this.#session.signOut()
      return { backup, keptAt, missingPhotos: missing.photos }
    } catch (cause) {
      this.#ports.announce({ type: 'storage-changed' })
      throw cause
    } finally {
      this.#restoring = false
    }
  }

  /** Whether somebody may restore who has not signed in. */
  get mayRestoreNow(): boolean {
    const { state, readOnly } = this.#workspace
    return state === 'damaged' || state === 'none' || readOnly?.key === 'readOnlyDamaged'
  }

  /** Whether whoever asks may have a copy of all files: who may restore them may. */
  get mayCopy(): boolean {
    return this.#session.signedIn
      ? this.#session.isKnown && this.#session.holds('directory.backup')
      : this.#workspace.damage !== null || this.#workspace.readOnly?.key === 'readOnlyDamaged'
  }

  async exist(): Promise<boolean> {
    return (await this.#ports.backups.list()).length > 0
  }

  /** When the newest backup was made; null when there is none. */
  get lastAt(): string | null {
    return this.#newest?.takenAt ?? null
  }

  /** Why the last one could not be made; null once one could. */
  get failure(): AppError | null {
    return this.#failure
  }

  /** Gives up what it is doing, as when the directory is locked: the next time it is open makes it up. */
  async pause(): Promise<void> {
    this.#endPause?.()
    this.#endPause = null
    this.#giveUp.abort()
    await this.#last
    this.#giveUp = new AbortController()
  }

  /** Runs what moves files of the directory when no backup reads them; the next one waits. */
  alone(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }

  /** Does nothing any more. */
  async close(): Promise<void> {
    this.#closed = true
    await this.pause()
  }

  // Where nobody can sign in, roles cannot be asked. Whoever is at the keyboard then could as well copy
  // the files by hand, nothing is replaced that is not kept, and a password is needed afterwards all the same.
  #authorise() {
    if (this.mayRestoreNow && !this.#session.signedIn) return
    if (!this.#session.signedIn) throw new AppError('locked', 'notSignedIn')
    this.#session.require('directory.backup')
  }

  get #isBackedUp(): boolean {
    const { id, revision, savedAt } = this.#workspace.directory
    const newest = this.#newest
    return newest?.directoryId === id && newest.revision === revision && newest.savedAt === savedAt
  }

  get #isDue(): boolean {
    const { isOpen, readOnly } = this.#workspace
    if (!isOpen || readOnly || this.#restoring || this.#isBackedUp) return false
    const now = this.#ports.now()
    if (now.getTime() - this.#failedAt < patience) return false
    const { id } = this.#workspace.directory
    const newest = this.#newest?.directoryId === id ? this.#newest : null
    return newest === null || !isSameDay(new Date(newest.takenAt), now)
  }

  async #make(reason: BackupReason): Promise<Backup> {
    return this.#write(await this.#workspace.current.store.capture(), reason)
  }

  #write(capture: Capture, reason: BackupReason): Promise<Backup> {
    const { backups, announce, now, log } = this.#ports
    const { signal } = this.#giveUp
    const written = this.#last.then(async () => {
      try {
        this.#newest = await backups.take(capture, reason, signal)
        this.#failure = null
        return this.#newest
      } catch (cause) {
        if (signal.aborted) throw cause
        if (cause instanceof AppError) this.#failure = cause
        this.#failedAt = now().getTime()
        log.error('the backup could not be made', cause)
        throw cause
      } finally {
        announce({ type: 'storage-changed' })
      }
    })
    this.#last = written.catch(() => {})
    return written
  }
}
