import type { UserQuery } from '../../shared/contract/query.ts'
import type { Entry } from '../../shared/directory/activities.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Actor, Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import { GroupOverview } from '../groups/group-overview.ts'
import type { DirectoryKeys } from '../keys/directory-keys.ts'
import { UserIndex } from '../search/user-index.ts'
import { UserLookup } from '../search/user-lookup.ts'
import { inBackground, inFront, inSteps, inStepsWhile, type Pause } from '../slices.ts'
import type { DirectoryFolder } from '../store/directory-folder.ts'
import type { DirectoryStore } from '../store/directory-store.ts'
import { type Guard, GuardedStore } from './guarded-store.ts'
import { UndoStack } from './undo-stack.ts'

/**
 * A directory with what is kept up to date beside it. Ask it for the index and the lookup each time: a
 * large transaction puts new ones in their place.
 */
export type OpenDirectory = {
  readonly store: DirectoryStore
  index: UserIndex
  lookup: UserLookup
  groups: GroupOverview
  readonly undoStack: UndoStack
}

/** How the directory of the data folder stands. `damaged` is one that cannot be read at all. */
export type WorkspaceState = 'none' | 'locked' | 'open' | 'damaged'

export type WorkspacePorts = {
  readonly folder: DirectoryFolder
  readonly keys: DirectoryKeys
  readonly guard: Guard
  /** Told of each transaction. */
  readonly changed: (revision: number) => void
  readonly standingChanged: () => void
  /** Called when something is in the history that changed no record. */
  readonly recorded: () => void
  readonly now: () => Date
}

/** The directory of the data folder, as far as it could be read. */
export class Workspace {
  readonly folder: DirectoryFolder
  readonly #keys: DirectoryKeys
  readonly #ports: WorkspacePorts
  #current: OpenDirectory | null = null
  #damage: AppError | null = null
  #there = false
  readonly #onClosed: (() => void | Promise<void>)[] = []
  /** Opening, locking and reading again come one after another. */
  #moving: Promise<unknown> = Promise.resolve()

  constructor(ports: WorkspacePorts) {
    this.folder = ports.folder
    this.#keys = ports.keys
    this.#ports = ports
  }

  /**
   * Sees what is in the folder, without a key. Never throws: a directory that cannot be read is remembered as
   * such and left alone.
   */
  load(): Promise<void> {
    return this.#move(() => this.#look())
  }

  /** Begins a new directory. `begin` makes the keys and the store, and saves the first transaction. */
  create(begin: (folder: DirectoryFolder) => Promise<DirectoryStore>): Promise<void> {
    return this.#move(async () => {
      if (this.#damage) throw this.#damage
      if (this.#there) throw new AppError('in-use', 'directoryExists')
      try {
        await this.#open(await begin(this.folder))
      } catch (cause) {
        await this.#keys.drop()
        throw cause
      }
      this.#there = true
    })
  }

  /** Opens the directory with the keys that are held by now. Throws what it finds damaged. */
  open(): Promise<void> {
    return this.#move(async () => {
      if (this.#current) return
      await this.#remember(async () => {
        const store = await this.folder.open(this.#keys)
        if (store) await this.#open(store)
      })
      if (this.#damage) throw this.#damage
    })
  }

  /** Closes the directory and forgets everything about it, the keys first of all that is in memory. */
  lock(): Promise<void> {
    return this.#move(async () => {
      const held = this.#keys.held
      await this.#close()
      await this.#keys.drop()
      if (held) await this.#look()
    })
  }

  /**
   * Closes the directory, lets `between` work on its folder, and reads it again, whatever came of that. It
   * stays open unless `between` put another in its place.
   */
  reload(between?: () => Promise<void>): Promise<void> {
    return this.#move(async () => {
      await this.#close()
      let replaced = false
      try {
        await between?.()
        replaced = between !== undefined
      } finally {
        if (replaced) await this.#keys.drop()
        await this.folder.release()
        await this.#look()
        if (this.#there && (await this.#keys.renew()))
          await this.#remember(async () => {
            const store = await this.folder.open(this.#keys)
            if (store) await this.#open(store)
          })
      }
    })
  }

  /**
   * Calls `listener` whenever the directory is closed: what was made of it must not outlive it. Closing waits
   * for what it answers.
   */
  onClosed(listener: () => void | Promise<void>): void {
    this.#onClosed.push(listener)
  }

  get state(): WorkspaceState {
    if (this.#damage) return 'damaged'
    if (this.#current) return 'open'
    return this.#there ? 'locked' : 'none'
  }

  get damage(): AppError | null {
    return this.#damage
  }

  get isOpen(): boolean {
    return this.#current !== null
  }

  /** Throws when no directory is open. */
  get current(): OpenDirectory {
    if (this.#damage) throw this.#damage
    if (this.#current) return this.#current
    throw this.#there
      ? new AppError('locked', 'notSignedIn')
      : new AppError('not-found', 'noDirectory')
  }

  get directory(): Directory {
    return this.current.store.directory
  }

  /** Resolves when the directory is not just being opened or read again. */
  get settled(): Promise<unknown> {
    return this.#moving
  }

  /** Resolves once everybody can be looked up. Whoever does so earlier keeps all others waiting. */
  readyToLookUp(): Promise<void> {
    return inFront(() => this.#ready(({ lookup }) => lookup.warmingUp()))
  }

  /** The same for a list of users. */
  readyToList(query: UserQuery): Promise<void> {
    return inFront(() => this.#ready(({ index }) => index.readyFor(query)))
  }

  /** The same for the values that users have. */
  readyToCount(): Promise<void> {
    return inFront(() => this.#ready(({ index }) => index.readyToCount()))
  }

  /** Why nothing can be saved, as far as it shows by now; null when it can. */
  get readOnly(): AppError | null {
    return this.#current ? this.#current.store.standing.readOnly : this.folder.refusal
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
    await this.#move(async () => {
      await this.#close()
      await this.#keys.drop()
      await this.folder.release()
    })
  }

  #move<T>(work: () => Promise<T>): Promise<T> {
    const moved = this.#moving.then(work)
    this.#moving = moved.catch(() => {})
    return moved
  }

  async #close(): Promise<void> {
    const open = this.#current
    this.#current = null
    await Promise.all(this.#onClosed.map((listener) => listener()))
    await open?.store.close()
  }

  async #look(): Promise<void> {
    this.#there = false
    await this.#remember(async () => {
      const there = await this.folder.look()
      if (there && !(await this.#keys.look()))
        throw new AppError('damaged', 'keysDamaged', { values: { path: this.folder.path } })
      this.#there = there
    })
  }

  async #remember(work: () => Promise<void>): Promise<void> {
    this.#damage = null
    try {
      await work()
    } catch (error) {
      const values = { path: this.folder.path }
      this.#damage =
        error instanceof AppError
          ? error
          : new AppError('damaged', 'directoryDamaged', { values, cause: error })
    }
  }

  async #open(store: DirectoryStore): Promise<void> {
    const index = new UserIndex(store.listed)
    const open: OpenDirectory = {
      store: new GuardedStore(store, this.#ports.guard),
      index,
      lookup: new UserLookup(store.listed),
      groups: this.#groupsOf(store.directory, index),
      undoStack: new UndoStack(),
    }
    store.onStanding(this.#ports.standingChanged)
    store.follow({
      apply: (transaction, directory) => {
        if (transaction.changes.length === 0) return this.#ports.recorded()
        open.index.apply(transaction, directory)
        open.lookup.apply(transaction, directory)
        open.groups.apply(transaction, directory)
        open.undoStack.add(transaction)
        this.#ports.changed(directory.revision)
      },
      prepare: async (transaction, next) => {
        const takeOver = await prepare(open, transaction, next)
        return () => {
          const { index } = open
          takeOver()
          if (open.index !== index) void this.#ready(everythingOf, inBackground)
          // The next directory has tables of its own.
          open.groups = this.#groupsOf(next, open.index)
          open.undoStack.add(transaction)
          this.#ports.changed(next.revision)
        }
      },
    })
    this.#current = open
    await this.#keys.follow(store)
    void this.#ready(everythingOf, inBackground)
  }

  /** What was closed or replaced meanwhile must not stay in memory, nor keep waiting what took its place. */
  async #ready(steps: (open: OpenDirectory) => Iterable<unknown>, pause?: Pause): Promise<void> {
    const open = this.#current
    if (!open) return
    const { index } = open
    await inStepsWhile(() => this.#current?.index === index, steps(open), pause)
    if (this.#current === open && open.index !== index) await this.#ready(steps, pause)
  }

  #groupsOf(directory: Directory, { slots }: UserIndex): GroupOverview {
    return new GroupOverview(directory, slots, () => this.#ports.now().getTime())
  }
}

/** Makes ready in slices what follows from a large transaction. */
async function prepare(
  open: OpenDirectory,
  transaction: Transaction,
  next: Directory,
): Promise<() => void> {
  const takeOver = await open.index.prepare(transaction, next)
  if (takeOver) {
    const lookUp = await inSteps(open.lookup.preparing(transaction, next))
    return () => {
      takeOver()
      lookUp()
    }
  }
  const users = next.tables.user
  const overview = {
    index: await UserIndex.inSlices(users.values()),
    lookup: new UserLookup(users.values()),
  }
  // Its words follow when it has taken its place: whoever searches by then waits for them, and nobody else.
  await inSteps(overview.index.readyToList())
  await inSteps(overview.lookup.warmingUp())
  return () => Object.assign(open, overview)
}

/** In the order in which it is mostly asked for: the first rows, a search, a profile. */
function* everythingOf({ index, lookup, groups }: OpenDirectory) {
  yield* index.readyToList()
  yield* index.readyToSearch()
  yield* lookup.warmingUp()
  yield* groups.warmingUp()
}
