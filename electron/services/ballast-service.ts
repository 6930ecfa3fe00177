import type { After } from '../after.ts'
import type { Ballast } from '../store/ballast.ts'
import type { Workspace } from './workspace.ts'

/** In milliseconds: how long after a start or a change the ballast is made, so that neither waits for it. */
const pause = 10_000

/** Makes the ballast while the directory can be saved in; a save that needs it gives it up. */
export class BallastService {
  readonly #workspace: Workspace
  readonly #ballast: Ballast
  readonly #after: After
  #endPause: (() => void) | null = null
  #closed = false
  #made: Promise<void> = Promise.resolve()

  constructor(workspace: Workspace, ballast: Ballast, after: After) {
    this.#workspace = workspace
    this.#ballast = ballast
    this.#after = after
  }

  /** Makes it soon, if by then it is not there. Called after a start and after every change. */
  consider(): void {
    if (this.#endPause || this.#closed) return
    this.#endPause = this.#after(pause, () => {
      this.#endPause = null
      const { isOpen, readOnly } = this.#workspace
      if (isOpen && !readOnly) this.#made = this.#ballast.make()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#endPause?.()
    await this.#made
  }
}
