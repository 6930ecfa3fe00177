import type { PhotoAnswer, PhotoRequest } from '../../electron/photos/helper-messages.ts'
import type { HelperProcess } from '../../electron/photos/helper-process.ts'

/** A photo helper whose every move the test makes. */
export class FakeHelper implements HelperProcess {
  readonly requests: PhotoRequest[] = []
  readonly #unanswered = new Set<number>()
  #tell: (message: unknown) => void = () => {}
  #exit: () => void = () => {}
  running = true

  send(request: PhotoRequest): void {
    this.requests.push(request)
    this.#unanswered.add(request.id)
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#tell = listener
  }

  onExit(listener: () => void): void {
    this.#exit = listener
  }

  kill(): void {
    this.crash()
  }

  get unanswered(): number[] {
    return [...this.#unanswered]
  }

  say(message: unknown): void {
    this.#tell(message)
  }

  /** Answers a picture with its own bytes, so that the test sees which one it was. */
  answer(id: number, memory = 1): void {
    const request = this.requests.find((each) => each.id === id)
    if (!request) throw new Error(`the helper was not given picture ${id}`)
    this.#unanswered.delete(id)
    const { image } = request
    const answer: PhotoAnswer = { id, memory, ok: true, master: image, thumbnail: image }
    this.say(answer)
  }

  /** Ends by itself, in the middle of whatever it was doing. */
  crash(): void {
    if (!this.running) return
    this.running = false
    this.#unanswered.clear()
    this.#exit()
  }
}
