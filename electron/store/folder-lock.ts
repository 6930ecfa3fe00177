import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { z } from '../../shared/zod.ts'
import type { Log } from '../log.ts'
import { errorCode, writeNew } from './durable-file.ts'
import type { LockSystem } from './lock-system.ts'
import type { FolderFs } from './store-fs.ts'

export const lockName = 'lock.json'

/** In milliseconds: how often the holder shows that it lives, and after what silence it counts as gone. */
const heartbeat = 5000
const silence = 30_000

/** In milliseconds: for how long a look at the lock is good for further saves. */
const freshness = 1000

/** Somebody else may take, leave and take the folder while this one tries; not for ever. */
const attempts = 10

const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  machine: z.string(),
  bootId: z.string(),
  processes: z.string(),
  began: z.string(),
  token: z.string(),
})

/** Who has a folder. */
export type LockHolder = z.output<typeof holderSchema>

type Found = {
  /** Null when the file does not say. */
  readonly holder: LockHolder | null
  readonly modifiedAt: number
}

type Look = { readonly monotonic: number; readonly now: number }

/**
 * Lets one Roster at a time write in a folder, by a file in it that only one can create. The holder shows
 * every few seconds that it lives. It counts as gone when its process has ended, or, where that cannot be
 * told, when the file did not change for half a minute by this process's own clock: clocks of two computers
 * need not agree.
 */
export class FolderLock {
  readonly #folder: string
  readonly #fs: FolderFs
  readonly #system: LockSystem
  readonly #log: Log
  /** Called when it turns out that somebody else took the folder. */
  readonly #onLost: () => void
  #token: string | null = null
  #lost = false
  #checked: Look | null = null
  /** The lock that is in the way, and since when it has been looking like this. */
  #watched: { readonly look: string; readonly since: number } | null = null
  #endHeartbeat: () => void = () => {}

  constructor(
    folder: string,
    ports: {
      readonly fs: FolderFs
      readonly system: LockSystem
      readonly log: Log
      readonly onLost: () => void
    },
  ) {
    this.#folder = folder
    this.#fs = ports.fs
    this.#system = ports.system
    this.#log = ports.log
    this.#onLost = ports.onLost
  }

  /**
   * Takes the folder. Answers who has it when somebody else does; `unknown` when the lock does not say.
   * Throws what the system says when the lock cannot be written.
   */
  async take(): Promise<LockHolder | 'unknown' | null> {
    if (this.#token !== null && !this.#lost) return null
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const found = await this.#look()
      if (!found) {
        if (await this.#create()) return null
      } else if (await this.#isStale(found)) await this.#clear(found)
      else return found.holder ?? 'unknown'
    }
    return 'unknown'
  }

  get held(): boolean {
    return this.#token !== null && !this.#lost
  }

  /**
   * Throws when somebody else took the folder, as after this computer slept: two who write would each
   * spoil what the other saved. A look is good for a second, and never for `anew`.
   */
  async verify(anew = false): Promise<void> {
    if (this.#lost || this.#token === null) throw lost()
    const { monotonic, now } = this.#times()
    const since = this.#checked
    // Both clocks: the one that never goes back may stand still while the computer sleeps.
    const fresh =
      since !== null &&
      monotonic - since.monotonic < freshness &&
      Math.abs(now - since.now) < freshness
    if (fresh && !anew) return
    const token = this.#token
    const found = await this.#look()
    if (found?.holder?.token !== token) {
      if (this.#token === token) this.#giveUp()
      throw lost()
    }
    this.#checked = { monotonic, now }
  }

  /** Lets go. The file may meanwhile be in another `folder`, with everything beside it. */
  async release(folder = this.#folder): Promise<void> {
    this.#endHeartbeat()
    const token = this.#token
    this.#token = null
    this.#checked = null
    if (token === null) return
    try {
      const path = join(folder, lockName)
      if (holderIn(await this.#fs.readFile(path))?.token === token) await this.#fs.unlink(path)
    } catch (cause) {
      // It stays, and counts as gone once this process has ended.
      this.#log.error('the lock could not be removed', cause)
    }
  }

  /** Whether the file was not there and now is ours. */
  async #create(): Promise<boolean> {
    const token = randomUUID()
    const bytes = Buffer.from(JSON.stringify({ ...this.#system.self, token }))
    if (!(await this.#put(`${this.#path}.${token}.tmp`, bytes))) return false
    this.#token = token
    this.#lost = false
    this.#watched = null
    this.#checked = this.#times()
    this.#endHeartbeat = this.#system.every(heartbeat, () => void this.#beat())
    return true
  }

  /** Linked into place, because a crash between creating and filling it would leave a lock that says nothing. */
  async #put(temporary: string, bytes: Uint8Array): Promise<boolean> {
    try {
      await writeNew(temporary, bytes, this.#fs)
      try {
        await this.#fs.link(temporary, this.#path)
      } catch (cause) {
        if (errorCode(cause) === 'EEXIST') return false
        // Some file systems know no links.
        return await this.#putUnlinked(bytes)
      }
      return true
    } finally {
      await this.#fs.unlink(temporary).catch(() => {})
    }
  }

  async #putUnlinked(bytes: Uint8Array): Promise<boolean> {
    try {
      await writeNew(this.#path, bytes, this.#fs)
      return true
    } catch (cause) {
      if (errorCode(cause) === 'EEXIST') return false
      await this.#fs.unlink(this.#path).catch(() => {})
      throw cause
    }
  }

  async #beat(): Promise<void> {
    try {
      await this.verify(true)
      const now = new Date(this.#system.now())
      await this.#fs.utimes(this.#path, now, now)
    } catch (cause) {
      if (this.held) this.#log.error('the lock could not be renewed', cause)
    }
  }

  async #look(): Promise<Found | null> {
    try {
      const holder = holderIn(await this.#fs.readFile(this.#path))
      return { holder, modifiedAt: (await this.#fs.stat(this.#path)).mtimeMs }
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT') return null
      throw cause
    }
  }

  async #isStale({ holder, modifiedAt }: Found): Promise<boolean> {
    if (holder && (await this.#hasEnded(holder))) return true
    // It certainly lives, however silent it is, as when it has been stopped for a while.
    if (holder && this.#isHere(holder) && holder.began !== '') return false
    const look = `${holder?.token} ${modifiedAt}`
    const now = this.#system.monotonic()
    if (this.#watched?.look !== look) this.#watched = { look, since: now }
    return now - this.#watched.since >= silence
  }

  /** Whether the holder was a process of this computer that runs no more, or ran before its last start. */
  async #hasEnded(holder: LockHolder): Promise<boolean> {
    if (!this.#isHere(holder)) return false
    const { self } = this.#system
    const restarted = holder.bootId !== '' && self.bootId !== '' && holder.bootId !== self.bootId
    return restarted || !(await this.#system.runs(holder))
  }

  /** Whether the holder is, or was, on this computer and among the processes that can be seen from here. */
  #isHere(holder: LockHolder): boolean {
    const { self } = this.#system
    const same = (name: 'machine' | 'bootId') => holder[name] !== '' && holder[name] === self[name]
    return (
      holder.host === self.host &&
      holder.processes === self.processes &&
      (same('machine') || same('bootId'))
    )
  }

  /** Puts a lock out of the way whose holder is gone. Two who try clear one lock, never a new one. */
  async #clear(stale: Found): Promise<void> {
    const aside = `${this.#path}.${randomUUID()}.tmp`
    try {
      await this.#fs.rename(this.#path, aside)
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT') return
      throw cause
    }
    const moved = holderIn(await this.#fs.readFile(aside))
    // Somebody was faster, and this is the lock that they have made since. If it cannot go back, they notice
    // before they write.
    if (moved?.token !== stale.holder?.token) await this.#fs.link(aside, this.#path).catch(() => {})
    await this.#fs.unlink(aside)
  }

  #giveUp() {
    this.#lost = true
    this.#endHeartbeat()
    this.#onLost()
  }

  #times(): Look {
    return { monotonic: this.#system.monotonic(), now: this.#system.now() }
  }

  get #path(): string {
    return join(this.#folder, lockName)
  }
}

const lost = () => new AppError('storage', 'readOnlyLost')

function holderIn(bytes: Uint8Array): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    return null
  }
}
