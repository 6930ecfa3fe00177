import { basename, dirname, join } from 'node:path'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import type { Finding } from '../../shared/storage/damage-report.ts'
import type { Log } from '../log.ts'
import { digestOf, writeAnchor } from './anchor.ts'
import { errorCode, makeFolderDurably, renameOver, syncFolder, writeNew } from './durable-file.ts'
import { checkpointName, segmentName, slotFileNames, sortFiles } from './file-names.ts'
import { lastingFiles } from './lasting-files.ts'
import { LowdbDirectoryStore } from './lowdb-directory-store.ts'
import { readLater } from './read-later.ts'
import { type Recovery, recover } from './recover.ts'
import { dropLeftovers, linkOrWrite, restoredFolder, restoringFolder } from './restore-swap.ts'
import type { FolderFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'

export type SalvagePlace = {
  readonly fs: FolderFs
  /** The damaged store. Nothing in it is changed. */
  readonly folder: string
  readonly keys: StoreKeys
  readonly now: () => Date
  readonly log: Log
}

/** What is left of a directory whose journal has a gap. */
export type Remains = {
  /** The directory as it was before the gap. */
  readonly directory: Directory
  /** Whole transactions from behind it, the oldest first. */
  readonly later: readonly Transaction[]
}

/** A store that begins with the directory before the gap. */
export type Begun = Pick<LowdbDirectoryStore, 'directory' | 'again' | 'record'>

/** Where somebody put an older or another journal in place, what is behind it is not to be trusted. */
const suspicious: ReadonlySet<Finding['kind']> = new Set([
  'other-history',
  'foreign-file',
  'foreign-keys',
  'damaged-keys',
  'old-keys',
])

/** Makes a new store of what is left of a damaged one. */
export class Salvage {
  readonly #place: SalvagePlace

  constructor(place: SalvagePlace) {
    this.#place = place
  }

  /** Null when nothing is missing, or what is there may have been put there by somebody. */
  async read(): Promise<Remains | null> {
    const found = await this.#find()
    return found && { directory: found.recovery.directory, later: found.later }
  }

  /**
   * Builds the new store beside the damaged one: what is whole before the gap, and what `carry` saves on top of it. It
   * then waits to be put in the place. Throws, and then nothing has changed.
   */
  async prepare<T>(carry: (begun: Begun, later: readonly Transaction[]) => Promise<T>): Promise<T> {
    const { fs, folder, log } = this.#place
    const target = restoringFolder(folder)
    try {
      const found = await this.#find()
      if (!found) throw new AppError('not-found', 'nothingToBringBack')
      await dropLeftovers(fs, folder)
      await makeFolderDurably(target, fs)
      await this.#begin(target, found.recovery)
      const begun = await LowdbDirectoryStore.open({ ...this.#place, folder: target })
      if (!begun || begun.directory.sequence < found.recovery.head.sequence)
        throw new Error('What is whole did not read back as written.')
      // One more where the next segment was to repeat the last transaction, and is damaged there.
      const whole = begun.directory.sequence
      const carried = await carry(
        begun,
        found.later.filter((each) => each.sequence > whole),
      )
      await begun.close()
      const { sequence } = begun.directory
      const again = await recover(fs, target, this.#place.keys)
      if (!again || again.incomplete || again.head.sequence !== sequence)
        throw new Error('The new store did not read back as written.')
      await renameOver(target, restoredFolder(folder), fs)
      await syncFolder(dirname(folder), fs)
      return carried
    } catch (cause) {
      await fs.rm(target, { recursive: true, force: true }).catch(() => {})
      if (cause instanceof AppError) throw cause
      log.error('what is left of the directory could not be brought back', cause)
      const values = { reason: errorCode(cause) || 'unknown' }
      throw new AppError('storage', 'bringBackFailed', { values, cause })
    }
  }

  async #find(): Promise<{ recovery: Recovery; later: readonly Transaction[] } | null> {
    const { fs, folder, keys } = this.#place
    const recovery = await recover(fs, folder, keys)
    if (!recovery?.incomplete || recovery.findings.some(({ kind }) => suspicious.has(kind)))
      return null
    return { recovery, later: await readLater(fs, folder, recovery, keys) }
  }

  /** What is whole before the gap, with an anchor that says that it ends there. */
  async #begin(target: string, recovery: Recovery): Promise<void> {
    const { fs, folder, keys } = this.#place
    const { gap, directory, head, last } = recovery
    const { segments, checkpoints } = sortFiles(await fs.readdir(folder))
    const broken = new Set(
      recovery.findings.filter(({ kind }) => kind !== 'torn-tail').map(({ file }) => file),
    )
    const before = segments.filter((number) => !gap || number < gap.segment).map(segmentName)
    const whole = checkpoints.map(checkpointName).filter((name) => !broken.has(name))
    for (const name of [...before, ...whole]) await this.#bring(name, target)
    for (const name of slotFileNames) await this.#bring(name, target)
    const folders = new Set([target])
    for await (const { path } of lastingFiles(fs, folder, 0)) {
      await fs.mkdir(dirname(join(target, path)), { recursive: true, mode: 0o700 })
      folders.add(dirname(join(target, path)))
      await this.#bring(path, target)
    }
    if (gap && gap.offset > 0) {
      const name = segmentName(gap.segment)
      const bytes = await fs.readFile(join(folder, name))
      await writeNew(join(target, name), bytes.subarray(0, gap.offset), fs)
    }
    for (const each of folders) await syncFolder(each, fs)
    const { sequence } = head
    const digest = last ? digestOf(last.transaction) : null
    const { generation } = keys
    await writeAnchor(fs, target, { directoryId: directory.id, sequence, digest, generation }, keys)
  }

  /** A file that is not there, or that the disk does not give, is not brought: it is history, or a picture. */
  async #bring(path: string, target: string): Promise<void> {
    const { fs, folder, log } = this.#place
    const from = join(folder, path)
    try {
      const bytes = await fs.readFile(from)
      await linkOrWrite(fs, { from, bytes }, join(target, path))
    } catch (cause) {
      log.error(`${basename(path)} could not be brought along`, cause)
    }
  }
}
