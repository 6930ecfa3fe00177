import { z } from '../../shared/zod.ts'
import { type AttemptStore, type KeptAttempts, noAttempts } from '../services/sign-in-attempts.ts'
import { writeDurably } from './durable-file.ts'
import type { StoreFs } from './store-fs.ts'

const attempts = z.strictObject({ failures: z.int().min(0), waited: z.boolean() })

/** A small synced file. Whoever can remove it can also copy the directory, and try at leisure elsewhere. */
export class FileAttempts implements AttemptStore {
  readonly #path: string
  readonly #fs: StoreFs

  constructor(path: string, fs: StoreFs) {
    this.#path = path
    this.#fs = fs
  }

  async read(): Promise<KeptAttempts> {
    try {
      return attempts.parse(JSON.parse(Buffer.from(await this.#fs.readFile(this.#path)).toString()))
    } catch {
      return noAttempts
    }
  }

  write(kept: KeptAttempts): Promise<void> {
    return writeDurably(this.#path, Buffer.from(JSON.stringify(kept)), this.#fs)
  }
}
