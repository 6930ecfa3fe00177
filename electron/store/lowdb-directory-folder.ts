import { join } from 'node:path'
import type { DirectoryFolder } from './directory-folder.ts'
import type { DirectoryStore } from './directory-store.ts'
import { LowdbDirectoryStore } from './lowdb-directory-store.ts'

export class LowdbDirectoryFolder implements DirectoryFolder {
  readonly path: string
  readonly #file: string
  readonly #now: () => Date

  constructor(path: string, now: () => Date) {
    this.path = path
    this.#file = join(path, 'directory.json')
    this.#now = now
  }

  open(): Promise<DirectoryStore | null> {
    return LowdbDirectoryStore.open(this.#file, this.#now)
  }

  create(): DirectoryStore {
    return LowdbDirectoryStore.create(this.#file, this.#now)
  }
}
