import type { LockSystem, ProcessIdentity } from '../../electron/store/lock-system.ts'

export const aProcess: ProcessIdentity = {
  pid: 1,
  host: 'desk',
  machine: 'm1',
  bootId: 'today',
  processes: '',
  began: '',
}

/** A computer whose clocks and processes do what the test says. */
export class ManualLockSystem implements LockSystem {
  readonly self: ProcessIdentity
  /** The ids of the processes that run. */
  readonly running: Set<number>
  /** What the clock on the wall is ahead of the one that never goes back. */
  wallAhead = 1_700_000_000_000
  #time = 0
  #beats: { readonly milliseconds: number; readonly run: () => void; due: number }[] = []

  constructor(self: Partial<ProcessIdentity> = {}) {
    this.self = { ...aProcess, ...self }
    this.running = new Set([this.self.pid])
  }

  async runs({ pid }: ProcessIdentity): Promise<boolean> {
    return this.running.has(pid)
  }

  monotonic(): number {
    return this.#time
  }

  now(): number {
    return this.wallAhead + this.#time
  }

  every(milliseconds: number, run: () => void): () => void {
    const beat = { milliseconds, run, due: this.#time + milliseconds }
    this.#beats.push(beat)
    return () => {
      this.#beats = this.#beats.filter((each) => each !== beat)
    }
  }

  get beating(): boolean {
    return this.#beats.length > 0
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds
    for (const beat of this.#beats)
      for (; beat.due <= this.#time; beat.due += beat.milliseconds) beat.run()
  }
}
