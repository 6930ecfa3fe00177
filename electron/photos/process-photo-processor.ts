import type { PictureLimits } from '../../shared/directory/picture.ts'
import { type After, afterTimeout } from '../after.ts'
import { checkImage } from './check-image.ts'
import { type HelperLimits, helperLimits } from './helper-limits.ts'
import { errorOf, parsePhotoAnswer } from './helper-messages.ts'
import type { HelperProcess } from './helper-process.ts'
import { photoFailure } from './photo-failure.ts'
import type { Crop, PhotoProcessor, ProcessedPhoto } from './photo-processor.ts'

export type { HelperProcess } from './helper-process.ts'

type Picture = {
  readonly id: number
  readonly image: Uint8Array
  readonly crop: Crop | undefined
  readonly resolve: (photo: ProcessedPhoto) => void
  readonly reject: (error: Error) => void
  /** It was there when a helper crashed, with another: only alone can it be told which one does it. */
  readonly suspect: boolean
}

type Work = { readonly picture: Picture; readonly endTimer: () => void }

type Helper = {
  readonly process: HelperProcess
  readonly exited: Promise<void>
  readonly work: Map<number, Work>
  memory: number
}

/** Sends pictures to a helper process and keeps that running: a crash costs one picture, never more. */
export class ProcessPhotoProcessor implements PhotoProcessor {
  readonly #start: () => HelperProcess
  readonly #limits: HelperLimits
  readonly #picture: Partial<PictureLimits>
  readonly #after: After
  readonly #waiting: Picture[] = []
  #helper: Helper | null = null
  #lastId = 0
  #crashes = 0
  #endPause: (() => void) | null = null
  #endIdling: (() => void) | null = null

  constructor(
    start: () => HelperProcess,
    options: {
      readonly limits?: Partial<HelperLimits>
      /** Where a picture may be less than is usual. */
      readonly picture?: Partial<PictureLimits>
      readonly after?: After
    } = {},
  ) {
    this.#start = start
    this.#limits = { ...helperLimits, ...options.limits }
    this.#picture = options.picture ?? {}
    this.#after = options.after ?? afterTimeout
  }

  async process(image: Uint8Array, crop?: Crop): Promise<ProcessedPhoto> {
    checkImage(image, this.#picture.bytes)
    const { promise, resolve, reject } = Promise.withResolvers<ProcessedPhoto>()
    this.#lastId += 1
    // A copy: a view would be sent with all the bytes around it, and the caller may reuse them.
    const copy = new Uint8Array(image)
    this.#waiting.push({ id: this.#lastId, image: copy, crop, resolve, reject, suspect: false })
    this.#advance()
    return promise
  }

  async close(): Promise<void> {
    this.#endPause?.()
    this.#endPause = null
    const helper = this.#helper
    const unfinished = helper === null ? [] : this.#dismiss(helper)
    for (const picture of [...unfinished, ...this.#waiting.splice(0)]) {
      picture.reject(photoFailure('photoHelper'))
    }
    await helper?.exited
  }

  #advance(): void {
    if (this.#endPause !== null) return
    while (this.#hasRoom()) {
      const next = this.#waiting.shift()
      if (!next || !this.#give(next)) return
    }
  }

  #hasRoom(): boolean {
    if (this.#helper === null || this.#helper.work.size === 0) return true
    const work = [...this.#helper.work.values()]
    // Suspects wait before all others, so that one that runs is alone from the start.
    if (work.some(({ picture }) => picture.suspect)) return false
    return work.length < this.#limits.atOnce && this.#helper.memory <= this.#limits.memory
  }

  /** Answers whether a helper took the picture. */
  #give(picture: Picture): boolean {
    this.#endIdling?.()
    this.#endIdling = null
    let helper: Helper
    try {
      helper = this.#helper ?? this.#launch()
    } catch (cause) {
      picture.reject(photoFailure('photoHelper', { cause }))
      this.#pause()
      return false
    }
    const endTimer = this.#after(this.#limits.picture, () => this.#timeOut(helper, picture))
    helper.work.set(picture.id, { picture, endTimer })
    const { id, image, crop } = picture
    const { pixels } = this.#picture
    helper.process.send({ id, image, ...(crop && { crop }), ...(pixels && { pixels }) })
    return true
  }

  #launch(): Helper {
    const process = this.#start()
    const { promise: exited, resolve } = Promise.withResolvers<void>()
    const helper: Helper = { process, exited, work: new Map(), memory: 0 }
    this.#helper = helper
    process.onMessage((message) => this.#receive(helper, message))
    process.onExit(() => {
      resolve()
      this.#lose(helper)
    })
    return helper
  }

  #receive(helper: Helper, message: unknown): void {
    if (helper !== this.#helper) return
    const answer = parsePhotoAnswer(message)
    const work = answer && helper.work.get(answer.id)
    // What it says makes no sense: a picture has taken it over, or the two are not of one version.
    if (!answer || !work) {
      this.#lose(helper)
      return
    }
    work.endTimer()
    helper.work.delete(answer.id)
    helper.memory = answer.memory
    this.#crashes = 0
    if (answer.ok) work.picture.resolve({ master: answer.master, thumbnail: answer.thumbnail })
    else work.picture.reject(errorOf(answer))
    if (helper.work.size === 0) this.#rest(helper)
    this.#advance()
  }

  /** The helper has nothing to do. A large one is ended, as memory once taken is not given back. */
  #rest(helper: Helper): void {
    const dismiss = () => void this.#dismiss(helper)
    if (helper.memory > this.#limits.memory) dismiss()
    else this.#endIdling = this.#after(this.#limits.idle, dismiss)
  }

  #timeOut(helper: Helper, picture: Picture): void {
    helper.work.delete(picture.id)
    picture.reject(photoFailure('photoTimeout'))
    this.#waiting.unshift(...this.#dismiss(helper))
    this.#pause()
  }

  /** The helper ended by itself, or has to be taken for broken. */
  #lose(helper: Helper): void {
    if (helper !== this.#helper) return
    const unfinished = this.#dismiss(helper)
    const [picture, ...others] = unfinished
    if (picture && others.length === 0) picture.reject(photoFailure('photoHelper'))
    else this.#waiting.unshift(...unfinished.map((each) => ({ ...each, suspect: true })))
    this.#pause()
  }

  /** Ends the helper. Answers the pictures that it had not finished. */
  #dismiss(helper: Helper): Picture[] {
    this.#endIdling?.()
    this.#endIdling = null
    this.#helper = null
    const work = [...helper.work.values()]
    for (const { endTimer } of work) endTimer()
    helper.process.kill()
    return work.map(({ picture }) => picture)
  }

  /** Waits before the next helper, longer after each crash in a row. */
  #pause(): void {
    const { pauses } = this.#limits
    const pause = pauses[Math.min(this.#crashes, pauses.length - 1)] ?? pauses[0]
    this.#crashes += 1
    this.#endPause = this.#after(pause, () => {
      this.#endPause = null
      this.#advance()
    })
  }
}
