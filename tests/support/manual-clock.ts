/** Time that passes only when the test says so. */
export class ManualClock {
  #now = 0
  #timers: { readonly due: number; readonly run: () => void }[] = []

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { due: this.#now + milliseconds, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer)
    }
  }

  /** Milliseconds since the test began. */
  readonly monotonic = (): number => this.#now

  get pending(): number {
    return this.#timers.length
  }

  pass(milliseconds: number): void {
    const end = this.#now + milliseconds
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = next.due
      this.#timers = this.#timers.filter((each) => each !== next)
      next.run()
    }
    this.#now = end
  }

  #next(end: number) {
    const due = this.#timers.filter((each) => each.due <= end)
    return due.toSorted((one, other) => one.due - other.due)[0]
  }
}
