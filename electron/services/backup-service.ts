import type { Input, Output } from '../../shared/contract/contract.ts'
import type { RosterEvent } from '../../shared/contract/events.ts'
import { AppError } from '../../shared/errors.ts'
import type { Backup, BackupReason } from '../../shared/storage/backup.ts'
import type { After } from '../after.ts'
import type { Sentences } from '../sentences.ts'
import type { NotedHead } from '../store/backups.ts'
import type { Capture } from '../store/directory-store.ts'
import type { BackupPlace } from './backup-place.ts'
import type { BackupPlaces } from './backup-places.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

/** In milliseconds: how long after a start or a change the day's backup begins. */
const pause = 10_000

export type BackupPorts = {
  readonly places: BackupPlaces
  readonly now: () => Date
  readonly after: After
  readonly announce: (event: RosterEvent) => void
  readonly sentences: Sentences
}

/** What became of a backup in each folder. */
type Made = { readonly backups: readonly Backup[]; readonly failures: readonly AppError[] }

/** `keptAt` is where the directory of before is kept; null when there was none. */
type Replaced<T> = { readonly prepared: T; readonly keptAt: string | null }

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
  #restoring = false
  #endPause: (() => void) | null = null

  constructor(workspace: Workspace, session: SessionService, ports: BackupPorts) {
    this.#workspace = workspace
    this.#session = session
    this.#ports = ports
  }

  /** Learns which backups there are, and makes today's if it is due. */
  async start(): Promise<void> {
    await this.#ports.places.look()
    this.consider()
  }

  /** Makes the day's backup soon, if by then it is due. Called after every change. */
  consider(): void {
    if (this.#endPause || this.#closed) return
    this.#endPause = this.#ports.after(pause, () => {
      this.#endPause = null
      const due = this.#due
      if (due.length > 0) void this.#make('daily', due).catch(() => {})
    })
  }

  /** Holds on to the directory as it is; what is done next does not wait until that is on the disk. */
  async beforeImport(): Promise<void> {
    const lacking = this.#lacking
    if (lacking.length === 0) return
    const captured = this.#workspace.current.store.capture()
    void this.#write(captured, 'before-import', lacking).catch(() => {})
    await captured
  }

  async list(): Promise<Output<'listBackups'>> {
    this.#authorise()
    const { places } = this.#ports
    const { first, second } = places
    return {
      folder: first.backups.folder,
      secondFolder: second?.backups.folder ?? null,
      backups: await places.list(),
    }
  }

  async backUp(): Promise<Output<'backUpNow'>> {
    this.#workspace.refuseReadOnly()
    const { actor } = this.#session
    const { places, sentences } = this.#ports
    const { backups, failures } = await this.#make('by-hand', places.all)
    const [backup] = backups
    if (!backup) throw failures[0]
    const details = { backup: backup.id, users: backup.users }
    await this.#workspace.note(actor, { activity: 'backUp', details })
    return { ...backup, failures: failures.map((each) => sentences.failure(each).message) }
  }

  /**
   * Puts a backup in the directory's place, which is kept beside it. What can be read and written of the
   * present directory is backed up first. Everybody is signed out: accounts and passwords are those of then.
   */
  async restore({ id }: Input<'restoreBackup'>): Promise<Output<'restoreBackup'>> {
    this.#authorise()
    const { readOnly } = this.#workspace
    if (readOnly && readOnly.key !== 'readOnlyDamaged') throw readOnly
    const { places } = this.#ports
    const { prepared, keptAt } = await this.replace(async () => {
      const { failures } = await this.#make('before-restore', this.#lacking)
      if (failures.length === places.all.length) throw failures[0]
      return places.prepare(id)
    })
    const { backup, missing } = prepared
    return { backup, keptAt, missingPhotos: missing.photos }
  }

  /** Puts what `prepare` leaves beside the directory in its place, and signs everybody out. */
  async replace<T>(prepare: () => Promise<T>): Promise<Replaced<T>> {
    if (this.#restoring) throw new AppError('in-use', 'backupRunning')
    this.#restoring = true
    try {
      const prepared = await prepare()
      let keptAt: string | null = null
      await this.#workspace.reload(async () => {
        keptAt = await this.#workspace.folder.putRestored()
      })
      await this.#session.signOut()
      return { prepared, keptAt }
    } catch (cause) {
      this.#ports.announce({ type: 'storage-changed' })
      throw cause
    } finally {
      this.#restoring = false
    }
  }

  /** What the backups of a directory noted of its history. */
  notedHeads(directoryId: string): Promise<readonly NotedHead[]> {
    return this.#ports.places.notedHeads(directoryId)
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
    return (await this.#ports.places.list()).length > 0
  }

  /** When the newest backup was made; null when there is none. */
  get lastAt(): string | null {
    return (
      this.#ports.places.all
        .flatMap(({ lastAt }) => lastAt ?? [])
        .sort()
        .at(-1) ?? null
    )
  }

  /** Why the last one could not be made in each folder; null once one could. */
  get failures(): { readonly first: AppError | null; readonly second: AppError | null } {
    const { first, second } = this.#ports.places
    return { first: first.failure, second: second?.failure ?? null }
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

  /** The folders of which none holds the directory as it is. */
  get #lacking(): readonly BackupPlace[] {
    const { isOpen, readOnly } = this.#workspace
    if (!isOpen || readOnly) return []
    const { directory } = this.#workspace
    return this.#ports.places.all.filter((place) => !place.has(directory))
  }

  get #due(): readonly BackupPlace[] {
    if (this.#restoring) return []
    const now = this.#ports.now()
    return this.#lacking.filter((place) => place.isDue(this.#workspace.directory, now))
  }

  async #make(reason: BackupReason, places: readonly BackupPlace[]): Promise<Made> {
    if (places.length === 0) return { backups: [], failures: [] }
    return this.#write(this.#workspace.current.store.capture(), reason, places)
  }

  /** Makes the same backup in each folder. What goes wrong in one does not keep it out of the others. */
  #write(
    captured: Promise<Capture>,
    reason: BackupReason,
    places: readonly BackupPlace[],
  ): Promise<Made> {
    const { announce, now } = this.#ports
    const { signal } = this.#giveUp
    // Known at once, or what gives it up while the directory is still being captured would miss it.
    const written = Promise.allSettled([captured, this.#last]).then(async () => {
      const capture = await captured
      const at = now()
      const backups: Backup[] = []
      const failures: AppError[] = []
      for (const place of places)
        try {
          backups.push(await place.take(capture, reason, at, signal))
        } catch (cause) {
          if (!(cause instanceof AppError)) throw cause
          failures.push(cause)
        } finally {
          announce({ type: 'storage-changed' })
        }
      return { backups, failures }
    })
    this.#last = written.catch(() => {})
    return written
  }
}
