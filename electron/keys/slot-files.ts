import { join } from 'node:path'
import {
  makeFolderDurably,
  renameOver,
  replaceFile,
  syncFolder,
  unlessGone,
  writeDurably,
} from '../store/durable-file.ts'
import { slotFileNames } from '../store/file-names.ts'
import type { StoreFs } from '../store/store-fs.ts'

const [current, previous] = slotFileNames

/** The slot file and the one before, which stays until the new one has opened the directory once. */
export type FoundSlotFiles = {
  /** Null when it is not there. */
  readonly current: Uint8Array | null
  readonly previous: Uint8Array | null
}

/** Keeps the slot file so that no failure, and no crash, leaves nobody able to open the directory. */
export class SlotFiles {
  readonly #fs: StoreFs
  readonly #folder: string

  constructor(fs: StoreFs, folder: string) {
    this.#fs = fs
    this.#folder = folder
  }

  /** Throws what the disk says when one is there and cannot be read, and the other is of no help. */
  async read(): Promise<FoundSlotFiles> {
    const [first, second] = await Promise.allSettled(
      slotFileNames.map((name) => this.#bytesOf(name)),
    )
    const found = {
      current: first?.status === 'fulfilled' ? first.value : null,
      previous: second?.status === 'fulfilled' ? second.value : null,
    }
    if (first?.status === 'rejected' && !found.previous) throw first.reason
    return found
  }

  /**
   * Puts a slot file in the place of the present one, which is kept beside it. `verify` is given what the
   * disk gives back, and throws when that does not open: then everything is as before.
   */
  async write(bytes: Uint8Array, verify: (written: Uint8Array) => void): Promise<void> {
    await makeFolderDurably(this.#folder, this.#fs)
    const before = await this.#bytesOf(current).catch(() => null)
    const kept = await this.#bytesOf(previous).catch(() => null)
    if (before && !isSame(before, kept)) await this.#put(previous, before)
    await replaceFile(join(this.#folder, current), bytes, this.#fs, verify)
    await syncFolder(this.#folder, this.#fs)
  }

  /** Makes the copy beside the present file one of it: it has opened the directory. */
  async settle(bytes: Uint8Array): Promise<void> {
    if (!isSame(bytes, await this.#bytesOf(previous).catch(() => null)))
      await this.#put(previous, bytes)
  }

  /** Puts the good file in the place of the present one, which is damaged and stays under another name. */
  async repair(bytes: Uint8Array, aside: string): Promise<void> {
    const path = join(this.#folder, current)
    const damaged = await this.#bytesOf(current).catch(() => null)
    if (damaged) await renameOver(path, join(this.#folder, aside), this.#fs)
    await this.#put(current, bytes)
  }

  #put(name: string, bytes: Uint8Array): Promise<void> {
    return writeDurably(join(this.#folder, name), bytes, this.#fs)
  }

  #bytesOf(name: string): Promise<Uint8Array | null> {
    return unlessGone(this.#fs.readFile(join(this.#folder, name)), null)
  }
}

const isSame = (one: Uint8Array, other: Uint8Array | null) =>
  other !== null && Buffer.compare(one, other) === 0
