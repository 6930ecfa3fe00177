import type { DirectoryKeys } from '../keys/directory-keys.ts'
import { resealFiles } from '../keys/reseal.ts'
import type { Log } from '../log.ts'
import type { StoreFs } from '../store/store-fs.ts'
import type { Workspace } from './workspace.ts'

export type ResealPorts = {
  readonly workspace: Workspace
  readonly keys: DirectoryKeys
  readonly fs: StoreFs
  /** The folder of the directory. */
  readonly store: string
  /** Runs what moves files when nobody else reads them all. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** Runs what moves a desk when nobody writes one. */
  readonly betweenDesks: (work: () => Promise<void>) => Promise<void>
  readonly log: Log
  /** Told when it is done. */
  readonly changed: () => void
}

/** After the data key was changed, seals with it what lies beside the journal, a file at a time. */
export class ResealService {
  readonly #ports: ResealPorts
  #running: Promise<void> = Promise.resolve()
  #giveUp = new AbortController()

  constructor(ports: ResealPorts) {
    this.#ports = ports
    ports.workspace.onClosed(() => this.pause())
  }

  /** Begins where something is left to do: after the change, and whenever the directory was opened since. */
  consider(): void {
    this.#running = this.#running.then(() => this.#run())
  }

  /** Gives up: the next time the directory is open goes on. */
  async pause(): Promise<void> {
    this.#giveUp.abort()
    await this.#running
    this.#giveUp = new AbortController()
  }

  async #run(): Promise<void> {
    const { workspace, keys, alone, log } = this.#ports
    const { signal } = this.#giveUp
    if (!workspace.isOpen || workspace.readOnly) return
    if (keys.file.resealed === keys.ring.number) return
    await alone(() => this.#reseal(signal)).catch((cause: unknown) => {
      if (!signal.aborted) log.error('files could not be sealed with the new data key', cause)
    })
  }

  async #reseal(signal: AbortSignal): Promise<void> {
    const { keys, fs, store, betweenDesks, changed } = this.#ports
    signal.throwIfAborted()
    const { ring } = keys
    await resealFiles({ fs, store, ring, betweenDesks, signal })
    signal.throwIfAborted()
    await keys.update((present) => ({ ...present, resealed: ring.number }))
    changed()
  }
}
