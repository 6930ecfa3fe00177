import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '../../shared/zod.ts'
import { writeDurably } from './durable-file.ts'
import type { PersonalStore } from './personal-store.ts'
import { writeFailure } from './write-failure.ts'

const entries = z.array(z.tuple([z.string(), z.unknown()]))

/** One JSON file for each administrator, named by a hash so that no id can name a path. */
export class FilePersonalStore implements PersonalStore {
  readonly #folder: string
  readonly #desks = new Map<string, Promise<Map<string, unknown>>>()
  readonly #mayWrite: () => boolean
  #last: Promise<unknown> = Promise.resolve()

  /** While it may not write, it keeps everything in memory. */
  constructor(folder: string, mayWrite: () => boolean) {
    this.#folder = folder
    this.#mayWrite = mayWrite
  }

  async read(ownerId: string, key: string): Promise<unknown> {
    return (await this.#desk(ownerId)).get(key) ?? null
  }

  write(ownerId: string, key: string, value: unknown): Promise<void> {
    const done = this.#last.then(async () => {
      const desk = await this.#desk(ownerId)
      if (value === null) desk.delete(key)
      else desk.set(key, value)
      if (!this.#mayWrite()) return
      const bytes = Buffer.from(JSON.stringify([...desk]))
      await writeDurably(this.#pathOf(ownerId), bytes).catch((cause: unknown) => {
        throw writeFailure(cause)
      })
    })
    this.#last = done.catch(() => {})
    return done
  }

  #desk(ownerId: string): Promise<Map<string, unknown>> {
    const known = this.#desks.get(ownerId)
    if (known) return known
    const desk = readDesk(this.#pathOf(ownerId))
    this.#desks.set(ownerId, desk)
    return desk
  }

  #pathOf(ownerId: string): string {
    return join(this.#folder, `${createHash('sha256').update(ownerId).digest('hex')}.json`)
  }
}

/** A desk that cannot be read is an empty one: it holds only what can be made again. */
async function readDesk(path: string): Promise<Map<string, unknown>> {
  try {
    return new Map(entries.parse(JSON.parse(await readFile(path, 'utf8'))))
  } catch {
    return new Map()
  }
}
