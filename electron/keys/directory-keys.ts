import type { Hmac } from 'node:crypto'
import type { Directory } from '../../shared/directory/directory.ts'
import { AppError } from '../../shared/errors.ts'
import type { Finding } from '../../shared/storage/damage-report.ts'
import type { Log } from '../log.ts'
import type { DirectoryStore } from '../store/directory-store.ts'
import { errorCode } from '../store/durable-file.ts'
import { slotFileNames } from '../store/file-names.ts'
import type { FileHeader } from '../store/format/file-header.ts'
import type { Seal } from '../store/format/seal.ts'
import type { StoreKeys } from '../store/store-keys.ts'
import { writeFailure } from '../store/write-failure.ts'
import { canonicalJson } from './canonical.ts'
import { FoundSlots, type Unlocked } from './found-slots.ts'
import { KeyRing } from './key-ring.ts'
import type { Slot } from './key-slot.ts'
import { inStepWith, rekeyed } from './slot-changes.ts'
import { encodeSlotFile, isGenuine, readSlotFile, type SlotFile } from './slot-file.ts'
import type { SlotFiles } from './slot-files.ts'

export type KeyPorts = {
  /** Where the directory is, for the person to read. */
  readonly path: string
  readonly now: () => Date
  /** Throws while nothing may be written. */
  readonly refuseReadOnly: () => void
  /** Told when somebody who could open the directory no longer can, or can again. */
  readonly onShutOut: () => void
  readonly log: Log
}

type Open = Omit<Unlocked, 'file'> & { file: SlotFile }

/** The keys of the directory: on the disk in slots, and in memory while somebody has opened one. */
export class DirectoryKeys implements StoreKeys {
  readonly #files: SlotFiles
  readonly #ports: KeyPorts
  #found: FoundSlots | null = null
  #open: Open | null = null
  /** Rings that were replaced while the directory is open: what is being read may still need them. */
  readonly #former: KeyRing[] = []
  /** The slot file is written by one after another. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(files: SlotFiles, ports: KeyPorts) {
    this.#files = files
    this.#ports = ports
  }

  /** Reads the slot files. Answers what they show without a key; null when there are none. */
  async look(): Promise<FoundSlots | null> {
    await this.#last
    const { path, log } = this.#ports
    const read = await this.#files.read().catch((cause: unknown) => {
      log.error('the key slots could not be read', cause)
      const values = { path, reason: errorCode(cause) || 'unknown' }
      throw new AppError('damaged', 'directoryUnreadable', { values, cause })
    })
    const found = FoundSlots.in(read)
    if (found === 'newer') throw new AppError('damaged', 'directoryNewer', { values: { path } })
    if (found === 'damaged') throw new AppError('damaged', 'keysDamaged', { values: { path } })
    this.#found = found
    return found
  }

  /** What the last look found; null when there was nothing. */
  get found(): FoundSlots | null {
    return this.#found
  }

  /** Whether the keys are in memory. */
  get held(): boolean {
    return this.#open !== null
  }

  /** What is wrong with the slot files that the keys came from. */
  get findings(): readonly Finding[] {
    return this.#open?.findings ?? []
  }

  /** Whether nobody who holds the keys wrote those files: then nothing may be saved on top of them. */
  get forged(): boolean {
    return this.#open?.forged ?? false
  }

  /** Begins a directory's first key. It is in memory alone until the first slots are written. */
  begin(directoryId: string, name: string): KeyRing {
    const ring = KeyRing.create(directoryId)
    const facts = {
      directoryId,
      name,
      generation: 0,
      keyNumber: ring.number,
      resealed: ring.number,
    }
    const file = { ...facts, retired: [], shutOut: [], slots: [] }
    this.#open = { ring, file, bytes: null, forged: false, findings: [] }
    return ring
  }

  /** Takes the keys that a slot gave. */
  take(unlocked: Unlocked): void {
    this.#open?.ring.wipe()
    this.#open = { ...unlocked }
  }

  /** Whether the keys that are held are still those of the slot files, which are taken over then. */
  async renew(): Promise<boolean> {
    if (!this.#open) return false
    const renewed = this.#found?.openWith(this.#open.ring) ?? null
    if (renewed) this.#open = { ...renewed }
    else await this.drop()
    return renewed !== null
  }

  /** Overwrites the keys in memory. */
  async drop(): Promise<void> {
    await this.#last
    this.#open?.ring.wipe()
    for (const ring of this.#former.splice(0)) ring.wipe()
    this.#open = null
  }

  get ring(): KeyRing {
    return this.#held.ring
  }

  get file(): SlotFile {
    return this.#held.file
  }

  /** Changes the slots, on disk when it resolves. `verify` is given the slots as the disk gives them back. */
  update(
    change: (file: SlotFile, ring: KeyRing) => SlotFile,
    verify: (slots: readonly Slot[]) => void = () => {},
  ): Promise<void> {
    const done = this.#last.then(async () => {
      const open = this.#held
      const changed = change(open.file, open.ring)
      if (canonicalJson(changed) === canonicalJson(open.file)) return
      this.#ports.refuseReadOnly()
      const file = { ...changed, generation: open.file.generation + 1 }
      await this.#write(file, open.ring, verify)
      const same = canonicalJson(file.shutOut) === canonicalJson(open.file.shutOut)
      open.file = file
      if (!same) this.#ports.onShutOut()
    })
    this.#last = done.catch(() => {})
    return done
  }

  /**
   * Puts a new data key in the present one's place, which is retired after transaction `until`. Everybody's
   * password stays as it is. `verify` is given the new ring and the slots as the disk gives them back.
   */
  replace(until: number, verify: (ring: KeyRing, slots: readonly Slot[]) => void): Promise<void> {
    const done = this.#last.then(async () => {
      const { ring, file } = this.#held
      this.#ports.refuseReadOnly()
      const next = ring.next(until)
      const renewed = { ...rekeyed(file, ring, next), generation: file.generation + 1 }
      const bytes = await this.#write(renewed, next, (slots) => verify(next, slots))
      this.#former.push(ring)
      this.#open = { ring: next, file: renewed, bytes, forged: false, findings: [] }
      // The file before opens what was, with the slots of those who left: it must not stay.
      await this.#settle()
    })
    this.#last = done.catch(() => {})
    return done
  }

  /** Lets the slots follow who holds a role in the directory that has been opened, and may sign in. */
  async follow(store: DirectoryStore): Promise<void> {
    await this.#settle()
    await this.#keepInStep(store.directory)
    store.follow({
      apply: (_transaction, directory) => void this.#keepInStep(directory),
      prepare: async (_transaction, next) => () => void this.#keepInStep(next),
    })
  }

  get number(): number {
    return this.#held.ring.number
  }

  get generation(): number {
    return this.#held.file.generation
  }

  get id(): string {
    return this.#held.ring.idOf()
  }

  get slotFile(): Uint8Array {
    const { file, ring } = this.#held
    return encodeSlotFile(file, ring)
  }

  numberOf(id: string): number | null {
    const ring = this.#open?.ring
    return ring?.numbers.find((number) => ring.idOf(number) === id) ?? null
  }

  sealOf(header: FileHeader): Seal | null {
    return this.#held.ring.sealOf(header)
  }

  audit(number: number): (() => Hmac) | null {
    return this.#held.ring.audit(number)
  }

  codeOf(content: Uint8Array, number: number): Uint8Array | null {
    return this.#held.ring.codeOf(content, number)
  }

  async #write(
    file: SlotFile,
    ring: KeyRing,
    verify: (slots: readonly Slot[]) => void,
  ): Promise<Buffer> {
    const bytes = encodeSlotFile(file, ring)
    try {
      await this.#files.write(bytes, (written) => {
        const read = readSlotFile(written)
        if (typeof read === 'string' || read.damaged.length > 0 || !isGenuine(read, ring))
          throw new Error('The key slots did not read back as written.')
        verify(read.file.slots)
      })
      if (file.generation === 1) await this.#files.settle(bytes)
      return bytes
    } catch (cause) {
      throw writeFailure(cause)
    }
  }

  /** Once a file has opened the directory, the one before is not needed, and a damaged one is made good. */
  async #settle(): Promise<void> {
    const { bytes, findings } = this.#held
    if (!bytes) return
    const { now, log, refuseReadOnly } = this.#ports
    try {
      refuseReadOnly()
      const time = now().toISOString().slice(0, 19).replaceAll(':', '')
      if (findings.some(({ file }) => file === slotFileNames[0]))
        await this.#files.repair(bytes, `keyslots.damaged-${time}Z.json`)
      await this.#files.settle(bytes)
    } catch (cause) {
      log.error('the copy of the key slots could not be brought up to date', cause)
    }
  }

  /** What cannot be written now is after the next change, or the next time somebody signs in. */
  async #keepInStep(directory: Directory): Promise<void> {
    await this.update((file, ring) => inStepWith(file, directory, ring)).catch((cause: unknown) =>
      this.#ports.log.error('the key slots could not be brought into step', cause),
    )
  }

  get #held(): Open {
    if (!this.#open) throw new AppError('locked', 'notSignedIn')
    return this.#open
  }
}
