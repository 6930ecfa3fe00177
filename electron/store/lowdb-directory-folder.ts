import type { DirectoryFolder } from './directory-folder.ts'
import type { DirectoryStore } from './directory-store.ts'
import type { JournalPlace } from './journal-adapter.ts'
import { LowdbDirectoryStore } from './lowdb-directory-store.ts'

export class LowdbDirectoryFolder implements DirectoryFolder {
  readonly path: string
  readonly #place: JournalPlace

  constructor(place: JournalPlace) {
    this.path = place.folder
    this.#place = place
  }

  open(): Promise<DirectoryStore | null> {
    return LowdbDirectoryStore.open(this.#place)
  }

  create(): DirectoryStore {
    return LowdbDirectoryStore.create(this.#place)
  }
}
