import type { Finding } from '../../shared/storage/damage-report.ts'
import { slotFileNames } from '../store/file-names.ts'
import { KeyRing } from './key-ring.ts'
import { openLock, ownerOf, type Slot } from './key-slot.ts'
import { isGenuine, type ReadSlotFile, readSlotFile, type SlotFile } from './slot-file.ts'
import type { FoundSlotFiles } from './slot-files.ts'

/** A slot that somebody may have the key of. */
export type FoundSlot<S extends Slot = Slot> = { readonly slot: S; readonly source: ReadSlotFile }

/** What a slot gave. */
export type Unlocked = {
  readonly ring: KeyRing
  readonly file: SlotFile
  /** The file as it lies on the disk; null for a directory that has none yet. */
  readonly bytes: Uint8Array | null
  /** Nobody who holds the data key wrote a file like this: nothing in it may be relied on. */
  readonly forged: boolean
  readonly findings: readonly Finding[]
}

/** The slot files as they were found, before any key. */
export class FoundSlots {
  readonly #current: ReadSlotFile | null
  readonly #previous: ReadSlotFile | null
  /** The file that tells whom to ask for a password. */
  readonly shown: ReadSlotFile

  private constructor(
    current: ReadSlotFile | null,
    previous: ReadSlotFile | null,
    shown: ReadSlotFile,
  ) {
    this.#current = current
    this.#previous = previous
    this.shown = shown
  }

  /** Null when there are no slot files. */
  static in({ current, previous }: FoundSlotFiles): FoundSlots | 'newer' | 'damaged' | null {
    if (!current && !previous) return null
    const first = current && readSlotFile(current)
    const second = previous && readSlotFile(previous)
    if (first === 'newer' || second === 'newer') return 'newer'
    const readable = [first, second].map((each) => (each === 'damaged' ? null : each))
    const [one = null, other = null] = readable
    const shown = one ?? other
    return shown ? new FoundSlots(one, other, shown) : 'damaged'
  }

  /**
   * The slot that `is` tells of. Where it is damaged, which `isDamaged` tells by the name it had, the one of
   * the file before does as well. Null when there is none.
   */
  find<S extends Slot>(
    is: (slot: Slot) => slot is S,
    isDamaged: (name: string) => boolean,
  ): FoundSlot<S> | 'damaged' | null {
    const slot = this.#current?.file.slots.find(is)
    if (this.#current && slot) return { slot, source: this.#current }
    const damaged = this.#current === null || this.#current.damaged.some(isDamaged)
    if (!damaged) return null
    const before = this.#previous?.file.slots.find(is)
    if (this.#previous && before && !this.#isOutdated(this.#previous))
      return { slot: before, source: this.#previous }
    return this.#current ? 'damaged' : null
  }

  /** Opens a slot with its key. */
  open({ slot, source }: FoundSlot, key: Uint8Array): Unlocked | 'wrong-key' | 'damaged' {
    const { directoryId, keyNumber, retired } = source.file
    const { lock } = slot
    if (!lock) return 'wrong-key'
    if (lock.keyNumber !== keyNumber) return 'damaged'
    const dataKey = openLock(directoryId, ownerOf(slot), lock, key)
    if (typeof dataKey === 'string') return dataKey
    const ring = KeyRing.open(directoryId, keyNumber, dataKey, retired)
    return this.#withRing(ring, source)
  }

  /** What the files say to whoever holds the keys already; null when they are not written with those. */
  openWith(ring: KeyRing): Unlocked | null {
    const unlocked = this.#withRing(ring, this.shown)
    return unlocked.forged ? null : unlocked
  }

  #withRing(ring: KeyRing, source: ReadSlotFile): Unlocked {
    const genuine = [this.#current, this.#previous].find((each) => each && isGenuine(each, ring))
    const { file, bytes } = genuine ?? source
    return { ring, file, bytes, forged: !genuine, findings: this.#findings(ring) }
  }

  #findings(ring: KeyRing): Finding[] {
    const files = [this.#current, this.#previous]
    return slotFileNames.flatMap((file, at) => {
      const read = files[at]
      if (read && isGenuine(read, ring)) return []
      const kind = read && read.damaged.length === 0 ? 'foreign-keys' : 'damaged-keys'
      return [{ file, kind, offset: 0 } as const]
    })
  }

  /** A slot of the data key before would open what was, and nothing of what is. */
  #isOutdated({ file }: ReadSlotFile): boolean {
    return this.#current !== null && this.#current.file.keyNumber > file.keyNumber
  }
}
