import { basename, dirname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { DamageReport, Finding } from '../../shared/storage/damage-report.ts'
import type { FailureKey } from '../../shared/text/message.ts'
import type { DamageReports } from './damage-reports.ts'
import type { AboutKeys, DirectoryFolder, FoundDamage } from './directory-folder.ts'
import type { DirectoryStore } from './directory-store.ts'
import { errorCode, makeFolderDurably, unlessGone } from './durable-file.ts'
import { segmentOf } from './file-names.ts'
import { FolderLock, type LockHolder } from './folder-lock.ts'
import type { Custody, JournalPlace } from './journal-adapter.ts'
import type { LockSystem } from './lock-system.ts'
import { LowdbDirectoryStore } from './lowdb-directory-store.ts'
import { type Recovery, UnreadableDirectory } from './recover.ts'
import { finishRestore, swapIn } from './restore-swap.ts'
import { showsDirectory } from './shows-directory.ts'
import type { FolderFs } from './store-fs.ts'
import { writeFailure } from './write-failure.ts'

type FoundReport = Pick<DamageReport, 'findings' | 'recovered' | 'missing'>

/** While another Roster works in a folder, a file may go between listing and reading it. */
const readings = 5

export class LowdbDirectoryFolder implements DirectoryFolder {
  readonly path: string
  readonly #lock: FolderLock
  readonly #place: JournalPlace & { readonly fs: FolderFs }
  readonly #system: LockSystem
  readonly #reports: DamageReports
  readonly #readOnly: AppError | null
  #damage: FoundDamage | null = null
  #store: LowdbDirectoryStore | null = null
  #refusal: AppError | null = null

  constructor(
    place: JournalPlace & { readonly fs: FolderFs },
    system: LockSystem,
    reports: DamageReports,
    /** Why nothing is to be saved here, whatever the folder allows. */
    readOnly: AppError | null = null,
  ) {
    const { fs, folder, log } = place
    this.path = folder
    this.#place = place
    this.#system = system
    this.#reports = reports
    this.#readOnly = readOnly
    this.#lock = new FolderLock(folder, {
      fs,
      system,
      log,
      onLost: () => this.#store?.refuse(new AppError('storage', 'readOnlyLost')),
    })
  }

  get damage(): FoundDamage | null {
    return this.#damage
  }

  get refusal(): AppError | null {
    return this.#refusal
  }

  async look(): Promise<boolean> {
    this.#damage = null
    this.#store = null
    this.#refusal = null
    return this.#orLetGo(async () => {
      if (!this.#readOnly) await finishRestore(this.#place.fs, this.path)
      if (!(await this.#isThere())) return false
      this.#refusal = await this.#take()
      const { fs, folder } = this.#place
      const there = await again(() => showsDirectory(fs, folder))
      if (!there) await this.release()
      return there
    })
  }

  async open(about: AboutKeys = sound): Promise<DirectoryStore | null> {
    if (!(await this.look())) return null
    return this.#orLetGo(async () => {
      this.#store = await this.#read(about)
      return this.#store
    }, about.findings)
  }

  async create(directoryId: string): Promise<DirectoryStore> {
    return this.#createHere(directoryId).catch((cause: unknown) => {
      throw writeFailure(cause)
    })
  }

  async #createHere(directoryId: string): Promise<DirectoryStore> {
    if (this.#readOnly) throw this.#readOnly
    const { fs } = this.#place
    await makeFolderDurably(this.path, fs)
    const refusal = await this.#take()
    if (refusal) throw refusal
    // Another Roster may have been faster, and gone again.
    if ((await fs.readdir(this.path)).some((name) => segmentOf(name) !== null))
      throw new AppError('in-use', 'directoryExists')
    const custody = this.#custody(() => null)
    this.#store = LowdbDirectoryStore.create({ ...this.#place, custody }, directoryId)
    return this.#store
  }

  async putRestored(): Promise<string | null> {
    if (this.#readOnly) throw this.#readOnly
    const { fs, now } = this.#place
    if (!(await this.#isThere())) {
      await finishRestore(fs, this.path)
      return null
    }
    if (this.#lock.held) await this.#lock.verify(true)
    else {
      const refusal = await this.#take()
      if (refusal) throw refusal
    }
    const time = now().toISOString().slice(0, 19).replaceAll(':', '')
    const names = new Set(await fs.readdir(dirname(this.path)))
    let aside = `${this.path}.replaced-${time}Z`
    for (let copy = 2; names.has(basename(aside)); copy += 1)
      aside = `${this.path}.replaced-${time}Z-${copy}`
    await swapIn(fs, this.path, aside)
    await this.#lock.release(aside)
    return aside
  }

  async release(): Promise<void> {
    await this.#lock.release()
    this.#store = null
    this.#refusal = null
  }

  async freeSpace(): Promise<number | null> {
    const { fs } = this.#place
    const ask = async (folder: string) => {
      const { bavail, bsize } = await fs.statfs(folder)
      return bavail * bsize
    }
    return ask(this.path).catch(() => ask(dirname(this.path)).catch(() => null))
  }

  async #isThere(): Promise<boolean> {
    return (await unlessGone(this.#place.fs.readdir(this.path), null)) !== null
  }

  /** Takes the folder, or answers why nothing can be saved in it. */
  async #take(): Promise<AppError | null> {
    if (this.#readOnly) return this.#readOnly
    try {
      const holder = await this.#lock.take()
      return holder && this.#heldBy(holder)
    } catch (cause) {
      const reason = errorCode(cause) || 'unknown'
      const key = refusals[reason] ?? 'readOnlyFailed'
      return new AppError('storage', key, { values: { reason }, cause })
    }
  }

  #heldBy(holder: LockHolder | 'unknown'): AppError {
    if (holder === 'unknown' || holder.host === this.#system.self.host)
      return new AppError('storage', 'readOnlyHere')
    return new AppError('storage', 'readOnlyElsewhere', { values: { host: holder.host } })
  }

  async #read({ findings, forged }: AboutKeys): Promise<LowdbDirectoryStore | null> {
    let recovery: Recovery | null = null
    const custody = this.#custody((found) => {
      recovery = { ...found, findings: [...findings, ...found.findings] }
      return found.incomplete || forged ? new AppError('storage', 'readOnlyDamaged') : this.#refusal
    })
    const store = await again(() => LowdbDirectoryStore.open({ ...this.#place, custody }))
    if (recovery) await this.#note(reportOf(recovery))
    return store
  }

  async #orLetGo<T>(work: () => Promise<T>, about: readonly Finding[] = []): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      if (cause instanceof UnreadableDirectory) {
        const findings = [...about, ...cause.findings]
        await this.#note({ findings, recovered: null, missing: null })
      }
      await this.release()
      throw cause instanceof AppError ? cause : this.#unreadable(cause)
    }
  }

  /** Keeps a report of what was found. A torn tail is none: a crash leaves it, and nothing was lost. */
  async #note(found: FoundReport) {
    if (found.recovered && found.findings.every(({ kind }) => kind === 'torn-tail')) return
    const at = this.#place.now().toISOString()
    const report = { at, originals: this.path, ...found }
    const file = this.#lock.held ? await this.#reports.keep(report) : null
    this.#damage = { report, file }
  }

  #custody(admit: Custody['admit']): Custody {
    return { admit, verify: (anew) => this.#lock.verify(anew) }
  }

  #unreadable(cause: unknown): AppError {
    const { log } = this.#place
    log.error('the directory could not be opened', cause)
    const reason = errorCode(cause)
    const values = { path: this.path, reason }
    return reason === ''
      ? new AppError('damaged', 'directoryDamaged', { values, cause })
      : new AppError('damaged', 'directoryUnreadable', { values, cause })
  }
}

const sound: AboutKeys = { findings: [], forged: false }

/** Reads, and reads again when a file went between being listed and being read. */
async function again<T>(read: () => Promise<T>): Promise<T> {
  for (let reading = 1; ; reading += 1) {
    try {
      return await read()
    } catch (cause) {
      if (errorCode(cause) !== 'ENOENT' || reading >= readings) throw cause
    }
  }
}

const refusals: Readonly<Record<string, FailureKey>> = {
  EROFS: 'readOnlyDenied',
  EACCES: 'readOnlyDenied',
  EPERM: 'readOnlyDenied',
  ENOSPC: 'readOnlyFull',
  EDQUOT: 'readOnlyFull',
}

function reportOf({ directory, findings, incomplete, lastKnown }: Recovery): FoundReport {
  const { tables, sequence, savedAt } = directory
  return {
    findings: [...findings],
    recovered: {
      users: tables.user.size,
      groups: tables.group.size,
      roleAssignments: tables.roleAssignment.size,
      revision: sequence,
      savedAt,
    },
    missing: incomplete && lastKnown > sequence ? { first: sequence + 1, last: lastKnown } : null,
  }
}
