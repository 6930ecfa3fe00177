/** Tells of activity at once, and then of further activity at most every `pause` milliseconds. */
export class Activity {
  readonly #tell: () => void
  readonly #pause: number
  #pausing: ReturnType<typeof setTimeout> | undefined
  #untold = false

  constructor(tell: () => void, pause: number) {
    this.#tell = tell
    this.#pause = pause
  }

  readonly note = () => {
    if (this.#pausing !== undefined) {
      this.#untold = true
      return
    }
    this.#tell()
    this.#pausing = setTimeout(() => {
      this.#pausing = undefined
      if (!this.#untold) return
      this.#untold = false
      this.note()
    }, this.#pause)
  }

  stop() {
    clearTimeout(this.#pausing)
    this.#pausing = undefined
    this.#untold = false
  }
}
