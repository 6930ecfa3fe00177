import fs from 'node:fs/promises'

/** An open file of the store. Short writes are possible: `writeAll` deals with them. */
export interface StoreFile {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ): Promise<{ readonly bytesWritten: number }>
  read(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>
  datasync(): Promise<void>
  sync(): Promise<void>
  stat(): Promise<{ readonly size: number }>
  close(): Promise<void>
}

/**
 * All that the store asks of a file system, in the shape of `node:fs/promises`, so that tests can put a
 * failing or forgetful one in its place. Errors carry the system's `code`.
 */
export interface StoreFs {
  /** `wx` creates and fails when the file is there; `r` opens a file to read in it, or a folder to sync it. */
  open(path: string, flags: 'wx' | 'r', mode?: number): Promise<StoreFile>
  /** Bytes that are the caller's own, to change as it likes. */
  readFile(path: string): Promise<Uint8Array>
  readdir(folder: string): Promise<string[]>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  mkdir(
    folder: string,
    options: { readonly recursive: true; readonly mode: number },
  ): Promise<string | undefined>
  stat(path: string): Promise<{ readonly size: number; readonly mtimeMs: number }>
  statfs(folder: string): Promise<{ readonly bavail: number; readonly bsize: number }>
}

/** What the lock and the backups ask for besides: they work on whole folders, and on files by name alone. */
export interface FolderFs extends StoreFs {
  utimes(path: string, accessed: Date, modified: Date): Promise<void>
  link(existing: string, path: string): Promise<void>
  /** Removes a folder with all that is in it; content if it is not there. */
  rm(path: string, options: { readonly recursive: true; readonly force: true }): Promise<void>
}

/** The file system of this computer. */
export const nodeFs: FolderFs = fs
