import { dirname, join } from 'node:path'
import { makeFolderDurably, replaceFile, syncFolder } from './durable-file.ts'
import { hashInSlices, hashOfFile } from './hash-in-slices.ts'
import type { StoreFs } from './store-fs.ts'

/**
 * What several backups have in common, each file once under its SHA-256: photos and closed segments never
 * change, so a backup of today holds mostly what the one of yesterday does.
 */
export class SharedFiles {
  readonly #folder: string
  readonly #fs: StoreFs
  /** Folders with new files in them. */
  readonly #unsettled = new Set<string>()

  constructor(folder: string, fs: StoreFs) {
    this.#folder = folder
    this.#fs = fs
  }

  /** The hashes of all that is there. */
  async hashes(): Promise<Set<string>> {
    const found = new Set<string>()
    for (const prefix of await this.#namesIn(this.#folder))
      for (const name of await this.#namesIn(join(this.#folder, prefix)))
        if (/^[0-9a-f]{64}$/.test(name)) found.add(name)
    return found
  }

  /** Adds a file and reads it back. It is there for good after `settle`. */
  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(sha256)
    const folder = dirname(path)
    if (!this.#unsettled.has(folder)) await makeFolderDurably(folder, this.#fs)
    this.#unsettled.add(folder)
    await replaceFile(path, bytes, this.#fs)
    if ((await hashOfFile(this.#fs, path)) !== sha256)
      throw new Error(`${path} did not read back as written.`)
  }

  /** Makes the names of all that was put survive a power cut. Once for many files, because each takes its time. */
  async settle(): Promise<void> {
    for (const folder of this.#unsettled) await syncFolder(folder, this.#fs)
    this.#unsettled.clear()
  }

  /** The file, or null when it is not there or not what it was. */
  async read(sha256: string): Promise<Uint8Array | null> {
    const bytes = await this.#fs.readFile(this.#pathOf(sha256)).catch(() => null)
    return bytes && (await hashInSlices(bytes)) === sha256 ? bytes : null
  }

  async remove(sha256: string): Promise<void> {
    await this.#fs.unlink(this.#pathOf(sha256))
  }

  #pathOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256)
  }

  async #namesIn(folder: string): Promise<readonly string[]> {
    return this.#fs.readdir(folder).catch(() => [])
  }
}
