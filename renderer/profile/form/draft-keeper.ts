import type { KeptEdits } from '../../../shared/contract/personal-requests.ts'

/** Where drafts are kept. */
export type DraftPlace = {
  readonly save: (draft: KeptEdits) => Promise<unknown>
  readonly discard: () => Promise<unknown>
}

const quietTime = 1000

/**
 * Keeps the latest edits outside the page, so that they outlive it. Waits until typing pauses, and sends
 * one request after the other so that an older draft never replaces a newer one.
 */
export class DraftKeeper {
  readonly #place: DraftPlace
  #waiting: KeptEdits | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(place: DraftPlace) {
    this.#place = place
  }

  hold(draft: KeptEdits) {
    this.#waiting = draft
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), quietTime)
  }

  /** Keeps at once what is waiting. Answers when everything is kept. */
  flush(): Promise<unknown> {
    const draft = this.#waiting
    this.#stopWaiting()
    return draft ? this.#send(() => this.#place.save(draft)) : this.#last
  }

  /** There is nothing left to keep: it was saved or given up. Answers when the draft is gone. */
  discard(): Promise<unknown> {
    this.#stopWaiting()
    return this.#send(() => this.#place.discard())
  }

  #stopWaiting() {
    this.#waiting = null
    clearTimeout(this.#timer)
  }

  // A draft that could not be kept is still in the form; the next change tries again.
  #send(request: () => Promise<unknown>) {
    this.#last = this.#last.then(request).catch(() => {})
    return this.#last
  }
}
