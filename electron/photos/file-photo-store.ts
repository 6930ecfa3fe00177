import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode, syncFolder, writeDurably } from '../store/durable-file.ts'
import { writeFailure } from '../store/write-failure.ts'
import type { ProcessedPhoto } from './photo-processor.ts'
import { type PhotoSize, type PhotoStore, photoSizes } from './photo-store.ts'

/** One file a picture and size: `<folder>/<first 2 digits>/<SHA-256>.<size>.jpg`. */
export class FilePhotoStore implements PhotoStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async put({ master, thumbnail }: ProcessedPhoto): Promise<string> {
    const hash = createHash('sha256').update(master).digest('hex')
    const [masterSize, thumbnailSize] = photoSizes
    try {
      await this.#keep(this.#pathOf(hash, thumbnailSize), thumbnail)
      await this.#keep(this.#pathOf(hash, masterSize), master)
    } catch (cause) {
      throw writeFailure(cause)
    }
    return hash
  }

  async read(hash: string, size: PhotoSize): Promise<Uint8Array | null> {
    if (!/^[0-9a-f]{64}$/.test(hash) || !photoSizes.includes(size)) return null
    try {
      return new Uint8Array(await readFile(this.#pathOf(hash, size)))
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT') return null
      throw cause
    }
  }

  #pathOf(hash: string, size: PhotoSize): string {
    return join(this.#folder, hash.slice(0, 2), `${hash}.${size}.jpg`)
  }

  async #keep(path: string, bytes: Uint8Array): Promise<void> {
    // The writer may have died between naming the file and making its name last.
    if (await exists(path)) return syncFolder(dirname(path))
    await writeDurably(path, bytes)
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return false
    throw cause
  }
}
