import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { KeyRing } from '../keys/key-ring.ts'
import { openSealedFile, sealFile } from '../keys/sealed-file.ts'
import type { Log } from '../log.ts'
import { syncFolder, unlessGone, writeDurably } from '../store/durable-file.ts'
import { writeFailure } from '../store/write-failure.ts'
import type { ProcessedPhoto } from './photo-processor.ts'
import { type PhotoSize, type PhotoStore, photoSizes } from './photo-store.ts'

/** Where the keys are while the directory is open. */
type Keys = { readonly ring: KeyRing }

/**
 * One sealed file a picture and size: `<folder>/<first 2 digits>/<name>.<size>.rph`. The name is an
 * authentication code of the picture's hash, so that nobody learns from it whether a picture they have is
 * somebody's here.
 */
export class FilePhotoStore implements PhotoStore {
  readonly #folder: string
  readonly #keys: Keys
  readonly #log: Log

  constructor(folder: string, keys: Keys, log: Log) {
    this.#folder = folder
    this.#keys = keys
    this.#log = log
  }

  async put({ master, thumbnail }: ProcessedPhoto): Promise<string> {
    const hash = createHash('sha256').update(master).digest('hex')
    const [masterSize, thumbnailSize] = photoSizes
    try {
      await this.#keep(hash, thumbnailSize, thumbnail)
      await this.#keep(hash, masterSize, master)
    } catch (cause) {
      throw writeFailure(cause)
    }
    return hash
  }

  async read(hash: string, size: PhotoSize): Promise<Uint8Array | null> {
    if (!/^[0-9a-f]{64}$/.test(hash) || !photoSizes.includes(size)) return null
    const { ring } = this.#keys
    // Until it is sealed anew, a picture lies under the name that a retired key gave it; that may happen just now.
    for (const number of [...ring.numbers, ring.number]) {
      const name = nameOf(ring, hash, size, number)
      const file = await this.#fileOf(name)
      if (!file) continue
      const content = openSealedFile(ring, { purpose: 'photo', name }, file)
      if (!content) this.#log.error(`the photo ${name} is damaged`, null)
      return content && new Uint8Array(content)
    }
    return null
  }

  async #keep(hash: string, size: PhotoSize, bytes: Uint8Array): Promise<void> {
    const { ring } = this.#keys
    const name = nameOf(ring, hash, size)
    const path = this.#pathOf(name)
    // The writer may have died between naming the file and making its name last.
    if (await exists(path)) return syncFolder(dirname(path))
    await writeDurably(path, sealFile(ring, { purpose: 'photo', name }, bytes))
  }

  #fileOf(name: string): Promise<Uint8Array | null> {
    return unlessGone(readFile(this.#pathOf(name)), null)
  }

  #pathOf(name: string): string {
    return photoPathOf(this.#folder, name)
  }
}

/** What a picture of this hash is called, sealed with the key of this number, up to its size. */
export const photoCodeOf = (ring: KeyRing, hash: string, number = ring.number): string =>
  ring.code('photoName', Buffer.from(hash, 'hex'), number).toString('hex')

/** Where a picture of this name lies in the folder of photos. */
export const photoPathOf = (folder: string, name: string): string =>
  join(folder, name.slice(0, 2), name)

const nameOf = (ring: KeyRing, hash: string, size: PhotoSize, number?: number): string =>
  `${photoCodeOf(ring, hash, number)}.${size}.rph`

const exists = async (path: string): Promise<boolean> =>
  (await unlessGone(stat(path), null))?.isFile() ?? false
