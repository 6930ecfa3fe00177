import { dirname, join } from 'node:path'
import type { Ballast } from '../../../electron/store/ballast.ts'
import { DamageReports } from '../../../electron/store/damage-reports.ts'
import type { DirectoryStore } from '../../../electron/store/directory-store.ts'
import type { CheckpointRule } from '../../../electron/store/journal-adapter.ts'
import type { LockSystem } from '../../../electron/store/lock-system.ts'
import { LowdbDirectoryFolder } from '../../../electron/store/lowdb-directory-folder.ts'
import type { FolderFs } from '../../../electron/store/store-fs.ts'
import type { StoreKeys } from '../../../electron/store/store-keys.ts'
import { AppError } from '../../../shared/errors.ts'
import { ManualLockSystem } from '../../support/manual-lock-system.ts'
import { directoryId, testKeys } from '../../support/store-keys.ts'

/** Checkpoints after a few saves, so that short histories have some. */
const often: CheckpointRule = {
  working: { bytes: Number.POSITIVE_INFINITY, records: 3 },
  closing: { bytes: Number.POSITIVE_INFINITY, records: 1 },
}

const noon = () => new Date('2026-01-02T12:00:00Z')

/** In milliseconds: after what silence a lock that does not say whose it is counts as left behind. */
const silence = 31_000

let processes = 0

/** The lock of a process that no other one outlives: whoever had the folder before is gone. */
const lastProcess = (): LockSystem => {
  processes += 1
  return new ManualLockSystem({ pid: processes })
}

export type FolderOptions = {
  readonly now?: () => Date
  readonly system?: LockSystem
  /** Whether time passes when somebody else seems to have the folder. */
  readonly patient?: boolean
  readonly ballast?: Pick<Ballast, 'giveUp'>
  readonly keys?: StoreKeys
}

/** A store folder as one process of Roster finds it, whose person tries again where that is worthwhile. */
export class PatientFolder {
  readonly #folder: LowdbDirectoryFolder
  readonly #patient: boolean
  #waited = 0

  constructor(
    fs: FolderFs,
    folder: string,
    {
      now = noon,
      system = lastProcess(),
      patient = true,
      ballast,
      keys = testKeys,
    }: FolderOptions = {},
  ) {
    this.#patient = patient
    const log = { info: () => {}, error: () => {} }
    const reports = new DamageReports(join(dirname(folder), 'reports'), fs, log)
    const place = {
      fs,
      folder,
      now,
      keys,
      log,
      checkpoints: often,
      ...(ballast ? { ballast } : {}),
    }
    const waiting: LockSystem = {
      self: system.self,
      runs: (process) => system.runs(process),
      monotonic: () => system.monotonic() + this.#waited,
      now: () => system.now(),
      every: (milliseconds, run) => system.every(milliseconds, run),
    }
    this.#folder = new LowdbDirectoryFolder(place, waiting, reports)
  }

  get damage() {
    return this.#folder.damage
  }

  /** A lock that a crash left half written does not say whose it is, and is in the way for half a minute. */
  async open(): Promise<DirectoryStore | null> {
    const store = await this.#folder.open()
    if (!this.#patient || store?.standing.readOnly?.key !== 'readOnlyHere') return store
    this.#waited += silence
    return this.#folder.open()
  }

  async create(): Promise<DirectoryStore> {
    try {
      return await this.#folder.create(directoryId)
    } catch (error) {
      const held = error instanceof AppError && error.key === 'readOnlyHere'
      if (!held || !this.#patient) throw error
      this.#waited += silence
      return this.#folder.create(directoryId)
    }
  }

  putRestored(): Promise<string | null> {
    return this.#folder.putRestored()
  }

  release(): Promise<void> {
    return this.#folder.release()
  }
}
