import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Adapter, Low } from 'lowdb'
import { applyTransaction } from '../../shared/directory/apply.ts'
import { type Directory, emptyDirectory } from '../../shared/directory/directory.ts'
import type { Actor, Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import { decodeDirectory, encodeDirectory } from './directory-file.ts'
import type { DirectoryStore, Plan } from './directory-store.ts'
import { errorCode, writeDurably } from './durable-file.ts'

type Listener = Parameters<DirectoryStore['onTransaction']>[0]

/**
 * Keeps the directory in one file, written whole and synced before a transaction is acknowledged.
 * lowdb's own file adapter never syncs, so it would lose acknowledged saves in a power cut.
 */
class DurableFile implements Adapter<Directory> {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  async read(): Promise<Directory | null> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw new AppError('damaged', 'directoryDamaged', {
        values: { path: this.#path },
        cause: error,
      })
    })
    return text === null ? null : decodeDirectory(text, this.#path)
  }

  async write(directory: Directory): Promise<void> {
    await writeDurably(this.#path, Buffer.from(encodeDirectory(directory)))
  }
}

export class LowdbDirectoryStore implements DirectoryStore {
  readonly #db: Low<Directory>
  readonly #now: () => Date
  readonly #listeners = new Set<Listener>()
  #directory: Directory
  #last: Promise<unknown> = Promise.resolve()

  private constructor(db: Low<Directory>, now: () => Date) {
    this.#db = db
    this.#now = now
    this.#directory = db.data
  }

  /** Opens the file, or answers null when there is none. Throws `damaged` and leaves the file alone. */
  static async open(path: string, now: () => Date): Promise<LowdbDirectoryStore | null> {
    const nothing = emptyDirectory('')
    const db = new Low(new DurableFile(path), nothing)
    await db.read()
    return db.data === nothing ? null : new LowdbDirectoryStore(db, now)
  }

  /** A store of a new directory. The file begins to exist with its first transaction. */
  static create(path: string, now: () => Date): LowdbDirectoryStore {
    const db = new Low(new DurableFile(path), emptyDirectory(randomUUID()))
    return new LowdbDirectoryStore(db, now)
  }

  get directory(): Directory {
    return this.#directory
  }

  transact(actor: Actor, plan: (directory: Directory) => Plan): Promise<Transaction | null> {
    const done = this.#last.then(() => this.#run(actor, plan(this.#directory)))
    this.#last = done.catch(() => {})
    return done
  }

  onTransaction(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async #run(actor: Actor, plan: Plan): Promise<Transaction | null> {
    if (plan.changes.length === 0) return null
    const before = this.#directory
    const transaction: Transaction = {
      id: randomUUID(),
      sequence: before.revision + 1,
      at: this.#now().toISOString(),
      actor,
      ...plan,
    }
    this.#db.data = applyTransaction(copyOf(before), transaction)
    try {
      await this.#db.write()
    } catch (cause) {
      this.#db.data = before
      throw new AppError('storage', 'storageFailed', {
        values: { reason: errorCode(cause) || 'unknown' },
        cause,
      })
    }
    this.#directory = this.#db.data
    for (const listener of this.#listeners) listener(transaction, this.#directory)
    return transaction
  }
}

/** Readers keep the acknowledged tables while the next ones are being written. */
function copyOf({ tables, history, ...rest }: Directory): Directory {
  return {
    ...rest,
    tables: {
      organization: new Map(tables.organization),
      user: new Map(tables.user),
      group: new Map(tables.group),
      roleAssignment: new Map(tables.roleAssignment),
    },
    history: [...history],
  }
}
