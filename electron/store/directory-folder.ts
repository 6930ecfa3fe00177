import type { DirectoryStore } from './directory-store.ts'

/** The place of one directory. */
export interface DirectoryFolder {
  /** Where it is, for the person to read. */
  readonly path: string

  /** Opens the directory that is there, or answers null. Throws `damaged` and changes nothing. */
  open(): Promise<DirectoryStore | null>

  /** A new directory, which is there for good with its first transaction. */
  create(): DirectoryStore
}
