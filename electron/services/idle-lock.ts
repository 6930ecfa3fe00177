import type { After } from '../after.ts'

const minute = 60_000

export type IdlePorts = {
  readonly after: After
  /** After how many minutes without a sign of somebody the directory is locked; 0 for never. */
  readonly minutes: () => number
  readonly lock: () => void
}

/** Locks the directory when whoever is signed in has not been at the page for a while. */
export class IdleLock {
  readonly #ports: IdlePorts
  #watching = false
  #stop: (() => void) | null = null

  constructor(ports: IdlePorts) {
    this.#ports = ports
  }

  /** Somebody is signed in or not. */
  watch(signedIn: boolean): void {
    this.#watching = signedIn
    this.touch()
  }

  /** Somebody is there, or the minutes are others now. */
  touch(): void {
    this.#stop?.()
    this.#stop = null
    const { after, minutes, lock } = this.#ports
    const least = minutes()
    if (this.#watching && least > 0) this.#stop = after(least * minute, lock)
  }
}
