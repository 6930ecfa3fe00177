import type { Entry } from '../../shared/directory/activities.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Actor, Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import { UserIndex } from '../search/user-index.ts'
import { UserLookup } from '../search/user-lookup.ts'
import type { DirectoryFolder } from '../store/directory-folder.ts'
import type { DirectoryStore } from '../store/directory-store.ts'
import { type Guard, GuardedStore } from './guarded-store.ts'

/**
 * A directory with what is kept up to date beside it. Ask it for the index and the lookup each time: a
 * large transaction puts new ones in their place.
 */
export type OpenDirectory = {
  readonly store: DirectoryStore
  index: UserIndex
  lookup: UserLookup
}

/** The directory of the data folder, as far as it could be read. */
export class Workspace {
  readonly folder: DirectoryFolder
  readonly #guard: Guard
  #current: OpenDirectory | null = null
  #damage: AppError | null = null
  #reloading: Promise<void> = Promise.resolve()
  readonly #changed: (revision: number) => void
  readonly #standingChanged: () => void

  constructor(
    folder: DirectoryFolder,
    guard: Guard,
    changed: (revision: number) => void,
    standingChanged: () => void,
  ) {
    this.folder = folder
    this.#guard = guard
    this.#changed = changed
    this.#standingChanged = standingChanged
  }

  /** Reads the folder. Never throws: a directory that cannot be read is remembered as such and left alone. */
  async load(): Promise<void> {
    this.#damage = null
    try {
      const store = await this.folder.open()
      if (store) this.#open(store)
    } catch (error) {
      this.#damage =
        error instanceof AppError
          ? error
          : new AppError('damaged', 'directoryDamaged', {
              values: { path: this.folder.path },
              cause: error,
            })
    }
  }

  /** Begins a new directory with what `fill` saves in it. */
  async create(fill: (store: DirectoryStore) => Promise<void>): Promise<void> {
    if (this.#damage) throw this.#damage
    if (this.#current) throw new AppError('in-use', 'directoryExists')
    const store = await this.folder.create()
    await fill(store)
    this.#open(store)
  }

  /** Closes the directory, lets `between` work on its folder, and reads it again, whatever came of that. */
  reload(between: () => Promise<void> = async () => {}): Promise<void> {
    const reloaded = this.#reloading.then(async () => {
      await this.#current?.store.close()
      this.#current = null
      try {
        await between()
      } finally {
        await this.folder.release()
        await this.load()
      }
    })
    this.#reloading = reloaded.catch(() => {})
    return reloaded
  }

  get damage(): AppError | null {
    return this.#damage
  }

  get exists(): boolean {
    return this.#current !== null
  }

  /** Throws when there is no directory, or none that can be read. */
  get current(): OpenDirectory {
    if (this.#damage) throw this.#damage
    if (!this.#current) throw new AppError('not-found', 'noDirectory')
    return this.#current
  }

  get directory(): Directory {
    return this.current.store.directory
  }

  /** Resolves when the directory is not being read again. */
  get settled(): Promise<void> {
    return this.#reloading
  }

  /** Why nothing can be saved in the directory that is open; null when it can, or none is open. */
  get readOnly(): AppError | null {
    return this.#current?.store.standing.readOnly ?? null
  }

  /** Throws when nothing can be saved, for what is kept beside the directory. */
  refuseReadOnly(): void {
    if (this.readOnly) throw this.readOnly
  }

  /**
   * Tells the history of what happens whether or not that can be saved: nobody is kept out by a full disk. That
   * saving fails shows in the store's standing.
   */
  async note(actor: Actor, entry: Entry): Promise<void> {
    const { store } = this.current
    if (!store.standing.readOnly) await store.record(actor, entry).catch(() => {})
  }

  async close(): Promise<void> {
    await this.#reloading
    await this.#current?.store.close()
    await this.folder.release()
  }

  #open(store: DirectoryStore) {
    const { user } = store.directory.tables
    const open = {
      store: new GuardedStore(store, this.#guard),
      index: new UserIndex(user.values()),
      lookup: new UserLookup(user.values()),
    }
    store.onStanding(this.#standingChanged)
    store.follow({
      apply: (transaction, directory) => {
        if (transaction.changes.length === 0) return
        open.index.apply(transaction, directory)
        open.lookup.apply(transaction, directory)
        this.#changed(directory.revision)
      },
      prepare: async (transaction, next) => {
        const takeOver = await prepare(open, transaction, next)
        return () => {
          takeOver()
          this.#changed(next.revision)
        }
      },
    })
    this.#current = open
    void warmUp(open)
  }
}

type Overview = Pick<OpenDirectory, 'index' | 'lookup'>

/** Makes ready in slices what follows from a large transaction. */
async function prepare(
  open: OpenDirectory,
  transaction: Transaction,
  next: Directory,
): Promise<() => void> {
  const takeOver = await open.index.prepare(transaction, next)
  if (takeOver)
    return () => {
      takeOver()
      open.lookup.apply(transaction, next)
    }
  const users = next.tables.user
  const overview = {
    index: await UserIndex.inSlices(users.values()),
    lookup: new UserLookup(users.values()),
  }
  await warmUp(overview)
  return () => Object.assign(open, overview)
}

async function warmUp({ index, lookup }: Overview): Promise<void> {
  await index.warmUp()
  await lookup.warmUp()
}
