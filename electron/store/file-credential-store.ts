import { readFile } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import { z } from '../../shared/zod.ts'
import type { Credential, CredentialStore } from './credential-store.ts'
import { errorCode, writeDurably } from './durable-file.ts'
import { writeFailure } from './write-failure.ts'

const credentials = z.record(z.string(), z.object({ hash: z.string(), mustChange: z.boolean() }))

export class FileCredentialStore implements CredentialStore {
  readonly #path: string
  readonly #refuseReadOnly: () => void
  #last: Promise<unknown> = Promise.resolve()

  /** `refuseReadOnly` throws while nothing may be written. */
  constructor(path: string, refuseReadOnly: () => void) {
    this.#path = path
    this.#refuseReadOnly = refuseReadOnly
  }

  async read(userId: string): Promise<Credential | null> {
    return (await this.#all()).get(userId) ?? null
  }

  /** One after another: each writes the whole file, and must not lose what the one before wrote. */
  write(userId: string, credential: Credential): Promise<void> {
    const done = this.#last.then(() => this.#write(userId, credential))
    this.#last = done.catch(() => {})
    return done
  }

  async #write(userId: string, credential: Credential): Promise<void> {
    this.#refuseReadOnly()
    const all = (await this.#all()).set(userId, credential)
    const bytes = Buffer.from(JSON.stringify(Object.fromEntries(all)))
    await writeDurably(this.#path, bytes).catch((cause: unknown) => {
      throw writeFailure(cause)
    })
  }

  async #all(): Promise<Map<string, Credential>> {
    try {
      const stored = credentials.parse(JSON.parse(await readFile(this.#path, 'utf8')))
      return new Map(Object.entries(stored))
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT') return new Map()
      throw new AppError('damaged', 'directoryDamaged', { values: { path: this.#path }, cause })
    }
  }
}
