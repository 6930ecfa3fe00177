import { AppError } from '../../shared/errors.ts'
import type { After } from '../after.ts'
import type { Log } from '../log.ts'

/** How many wrong passwords cost nothing. */
export const freeTries = 4

/** In milliseconds: the first wait, which doubles with each further wrong password up to the longest. */
const shortestWait = 5_000
const longestWait = 900_000

/** How long the next try waits after so many wrong passwords in a row. */
export const waitAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(shortestWait * 2 ** (failures - freeTries), longestWait)

/** What outlives the program. */
export type KeptAttempts = {
  /** Wrong passwords since the last right one. */
  readonly failures: number
  /** Whether the wait after the last of them is over. */
  readonly waited: boolean
}

export const noAttempts: KeptAttempts = { failures: 0, waited: true }

export interface AttemptStore {
  read(): Promise<KeptAttempts>
  /** On disk when it resolves. */
  write(attempts: KeptAttempts): Promise<void>
}

export type AttemptPorts = {
  readonly store: AttemptStore
  /** Milliseconds that only ever go forward: no clock that somebody sets shortens a wait. */
  readonly monotonic: () => number
  readonly after: After
  readonly log: Log
}

/**
 * Slows down whoever tries passwords at the keyboard. A wait that Roster's end cuts short begins anew with
 * its next start.
 */
export class SignInAttempts {
  readonly #ports: AttemptPorts
  #failures = 0
  /** By the monotonic clock. */
  #waitsUntil = 0
  #endWait: (() => void) | null = null
  /** One after another, so that nobody tries many passwords at once. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(ports: AttemptPorts) {
    this.#ports = ports
  }

  /** Takes up what is left of the last time. */
  async start(): Promise<void> {
    const { failures, waited } = await this.#ports.store.read()
    this.#failures = failures
    if (!waited) this.#wait()
  }

  /** In milliseconds; 0 when the next try may be made. */
  get wait(): number {
    return Math.max(0, Math.ceil(this.#waitsUntil - this.#ports.monotonic()))
  }

  /** Lets somebody try a password. `work` throws `wrong-password` when it is wrong. */
  try<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#try(work))
    this.#last = done.catch(() => {})
    return done
  }

  close(): void {
    this.#endWait?.()
  }

  async #try<T>(work: () => Promise<T>): Promise<T> {
    const { wait } = this
    if (wait > 0)
      throw new AppError('too-many-tries', 'tooManyTries', {
        values: { count: Math.ceil(wait / 1000) },
      })
    const before = this.#failures
    // Counted before it is known to be wrong: ending Roster in between gives no free try.
    await this.#keep({ failures: before + 1, waited: false })
    try {
      const value = await work()
      await this.#keep(noAttempts)
      return value
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'wrong-password') this.#wait()
      else await this.#keep({ failures: before, waited: true })
      throw cause
    }
  }

  #wait(): void {
    const wait = waitAfter(this.#failures)
    this.#waitsUntil = this.#ports.monotonic() + wait
    this.#endWait?.()
    this.#endWait =
      wait === 0
        ? null
        : this.#ports.after(wait, () => {
            this.#endWait = null
            void this.#keep({ failures: this.#failures, waited: true })
          })
  }

  /** Where nothing can be written, the count lasts as long as the program. */
  async #keep(attempts: KeptAttempts): Promise<void> {
    this.#failures = attempts.failures
    await this.#ports.store
      .write(attempts)
      .catch((cause: unknown) =>
        this.#ports.log.error('the count of wrong passwords could not be kept', cause),
      )
  }
}
