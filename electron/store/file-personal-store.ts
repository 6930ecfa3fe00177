import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '../../shared/zod.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { openSealedFile, sealFile } from '../keys/sealed-file.ts'
import { writeDurably } from './durable-file.ts'
import type { PersonalStore } from './personal-store.ts'
import { writeFailure } from './write-failure.ts'

/** What stands in a desk's file. */
export const deskContentSchema = z.object({
  owner: z.string(),
  entries: z.array(z.tuple([z.string(), z.unknown()])),
})

type Desk = Map<string, unknown>

export type DeskPlace = {
  readonly folder: string
  /** Where the keys are while the directory is open. */
  readonly keys: { readonly ring: KeyRing }
  /** While it may not, everything is kept in memory. */
  readonly mayWrite: () => boolean
}

/** One sealed file for each administrator. Its name tells nobody without the keys whose it is. */
export class FilePersonalStore implements PersonalStore {
  readonly #place: DeskPlace
  readonly #desks = new Map<string, Promise<Desk>>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(place: DeskPlace) {
    this.#place = place
  }

  async read(ownerId: string, key: string): Promise<unknown> {
    return (await this.#desk(ownerId)).get(key) ?? null
  }

  write(ownerId: string, key: string, value: unknown): Promise<void> {
    const done = this.#last.then(async () => {
      const desk = await this.#desk(ownerId)
      if (value === null) desk.delete(key)
      else desk.set(key, value)
      const { folder, keys, mayWrite } = this.#place
      if (!mayWrite()) return
      const name = deskNameOf(keys.ring, ownerId)
      const bytes = Buffer.from(JSON.stringify({ owner: ownerId, entries: [...desk] }))
      const file = sealFile(keys.ring, { purpose: 'desk', name }, bytes)
      await writeDurably(join(folder, name), file).catch((cause: unknown) => {
        throw writeFailure(cause)
      })
    })
    this.#last = done.catch(() => {})
    return done
  }

  /** Runs what moves a desk's file when nobody writes one. */
  between(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }

  /** Finishes what is being written, and forgets everything: the directory is about to be closed. */
  async close(): Promise<void> {
    await this.#last
    this.#desks.clear()
  }

  #desk(ownerId: string): Promise<Desk> {
    const known = this.#desks.get(ownerId)
    if (known) return known
    const desk = this.#readDesk(ownerId)
    this.#desks.set(ownerId, desk)
    return desk
  }

  /** A desk that cannot be read is an empty one: it holds only what can be made again. */
  async #readDesk(ownerId: string): Promise<Desk> {
    const { folder, keys } = this.#place
    const { ring } = keys
    for (const number of ring.numbers) {
      const name = deskNameOf(ring, ownerId, number)
      const file = await readFile(join(folder, name)).catch(() => null)
      const content = file && openSealedFile(ring, { purpose: 'desk', name }, file)
      if (content)
        return new Map(deskContentSchema.parse(JSON.parse(content.toString('utf8'))).entries)
    }
    return new Map()
  }
}

/** What somebody's desk is called, sealed with the key of this number. */
export function deskNameOf(ring: KeyRing, ownerId: string, number = ring.number): string {
  const code = ring.code('deskName', Buffer.from(ownerId, 'utf8'), number)
  return `${code.toString('hex')}.rdsk`
}
