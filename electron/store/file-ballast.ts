import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { Log } from '../log.ts'
import type { Ballast } from './ballast.ts'
import { littleSpace } from './disk-space.ts'
import { errorCode, syncFolder, writeAll } from './durable-file.ts'
import type { StoreFs } from './store-fs.ts'

const usualSize = 16 * 2 ** 20
const chunkSize = 2 ** 20

export type BallastPlace = {
  readonly fs: StoreFs
  readonly path: string
  readonly log: Log
  /** Called when it was given up. */
  readonly onSpent: () => void
  /** In bytes. */
  readonly size?: number
  /** How many bytes must be free besides. */
  readonly plenty?: number
}

/** A file that nobody reads. It stands beside the store, where neither backups nor copies look. */
export class FileBallast implements Ballast {
  readonly #place: BallastPlace
  readonly #size: number
  /** Making and giving up happen one after another. */
  #last: Promise<unknown> = Promise.resolve()
  #spent = false

  constructor(place: BallastPlace) {
    this.#place = place
    this.#size = place.size ?? usualSize
  }

  get spent(): boolean {
    return this.#spent
  }

  make(): Promise<void> {
    return this.#inTurn(async () => {
      if ((await this.#isThere()) || (await this.#hasPlenty())) this.#spent = false
    })
  }

  giveUp(): Promise<boolean> {
    return this.#inTurn(async () => {
      const { fs, path, onSpent } = this.#place
      await fs.unlink(path)
      // Some file systems give the blocks away only once the removal itself is on the disk.
      await syncFolder(dirname(path), fs).catch(() => {})
      this.#spent = true
      onSpent()
      return true
    }).then((given) => given ?? false)
  }

  async #isThere(): Promise<boolean> {
    const { fs, path } = this.#place
    const found = await fs.stat(path).catch(() => null)
    return found?.size === this.#size
  }

  /** Whether there was room enough, and it is made. */
  async #hasPlenty(): Promise<boolean> {
    const { fs, path, plenty = littleSpace } = this.#place
    const { bavail, bsize } = await fs.statfs(dirname(path))
    if (bavail * bsize < this.#size + plenty) return false
    await fs.unlink(path).catch(() => {})
    try {
      await this.#write()
    } catch (cause) {
      await fs.unlink(path).catch(() => {})
      throw cause
    }
    return true
  }

  async #write(): Promise<void> {
    const { fs, path } = this.#place
    const file = await fs.open(path, 'wx', 0o600)
    try {
      // Zeros would take no space on a disk that compresses, or that leaves out what is empty.
      for (let left = this.#size; left > 0; left -= chunkSize)
        await writeAll(file, randomBytes(Math.min(left, chunkSize)))
      await file.sync()
    } finally {
      await file.close()
    }
  }

  async #inTurn<T>(act: () => Promise<T>): Promise<T | undefined> {
    const done = this.#last.then(act).catch((cause: unknown) => {
      if (errorCode(cause) !== 'ENOENT') this.#place.log.error('no space could be kept', cause)
      return undefined
    })
    this.#last = done
    return done
  }
}
