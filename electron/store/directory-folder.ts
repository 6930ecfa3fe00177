import type { AppError } from '../../shared/errors.ts'
import type { DamageReport, Finding } from '../../shared/storage/damage-report.ts'
import type { DirectoryStore } from './directory-store.ts'

/** What the last opening found damaged. */
export type FoundDamage = {
  readonly report: DamageReport
  /** Where the report is kept; null when it could not be. */
  readonly file: string | null
}

/** What is wrong with the files that the keys came from. */
export type AboutKeys = { readonly findings: readonly Finding[]; readonly forged: boolean }

/** The place of one directory. */
export interface DirectoryFolder {
  /** Where it is, for the person to read. */
  readonly path: string

  /** Null when the last opening found everything as it was written. */
  readonly damage: FoundDamage | null

  /** Why nothing can be saved here, as far as that shows without a key; null when it can. */
  readonly refusal: AppError | null

  /**
   * Whether a directory is there. Needs no key, and takes the folder for itself; when that cannot be,
   * `refusal` tells why. Throws `damaged` when it already shows that nothing can be read.
   */
  look(): Promise<boolean>

  /**
   * Opens the directory that is there, or answers null. Where the folder is somebody else's, something is
   * missing, or the keys come from forged files, the directory is read-only. Throws `damaged` when nothing can be read, and changes nothing then.
   */
  open(about?: AboutKeys): Promise<DirectoryStore | null>

  /** A new directory, which is there for good with its first transaction. */
  create(directoryId: string): Promise<DirectoryStore>

  /**
   * Puts the restored directory that waits beside this one in its place. Answers where this one is kept
   * from now on; null when there was none. Close the store first.
   */
  putRestored(): Promise<string | null>

  /** Lets go of the folder, so that another Roster may write in it. Close the store first. */
  release(): Promise<void>

  /** Bytes that are free where the directory is; null when the system does not say. */
  freeSpace(): Promise<number | null>
}
