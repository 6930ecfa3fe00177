import { join } from 'node:path'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import type { Log } from '../log.ts'
import { digestOf, writeAnchor } from './anchor.ts'
import type { Ballast } from './ballast.ts'
import { makeFolderDurably, syncFolder } from './durable-file.ts'
import { checkpointName, sortFiles } from './file-names.ts'
import { freeze } from './format/checkpoint.ts'
import type { Place } from './history/segment-index.ts'
import { type Head, Journal, noHead } from './journal.ts'
import { type Last, type Recovery, recover, UnreadableDirectory } from './recover.ts'
import type { StoreFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'
import { type CheckpointSubject, writeCheckpoint } from './write-checkpoint.ts'
import { isFull } from './write-failure.ts'

/** Who decides whether a folder may be written. */
export type Custody = {
  /** Why nothing may be saved on top of what was recovered, or null. When it throws, nothing is opened. */
  readonly admit: (recovery: Recovery) => AppError | null
  /** Throws when somebody else writes in the folder by now; looks `anew` however lately it looked. */
  readonly verify: (anew: boolean) => Promise<void>
}

export type JournalPlace = {
  readonly fs: StoreFs
  readonly folder: string
  readonly now: () => Date
  readonly keys: StoreKeys
  readonly log: Log
  readonly checkpoints?: CheckpointRule
  /** What a save on a full disk gives up, to succeed once more. */
  readonly ballast?: Pick<Ballast, 'giveUp'>
  /** Without one, the folder may be written unless something in it is missing. */
  readonly custody?: Custody
}

/** How much the journal may grow, in bytes and in records, before a checkpoint is due. */
type Growth = { readonly bytes: number; readonly records: number }

/** When a checkpoint is due while somebody works, and when quitting is worth one. */
export type CheckpointRule = { readonly working: Growth; readonly closing: Growth }

/** Reading the journal again would by then cost more than writing a checkpoint. */
const usualRule: CheckpointRule = {
  working: { bytes: 16 * 2 ** 20, records: 5000 },
  closing: { bytes: 2 ** 20, records: 500 },
}

/** A checkpoint is not due before the journal has grown to this share of it. */
const shareOfCheckpoint = 0.25

/** Good checkpoints that are kept: when the newest is damaged, the other and the journal say the same. */
const generations = 2

/**
 * lowdb's adapter: its way to the journal. `read` recovers the directory; `write` appends the one transaction that is
 * due. lowdb hands over the whole directory and no difference, so the transaction is set down beforehand.
 */
export class JournalAdapter {
  /** What the next `write` appends. */
  due: Transaction | null = null
  /** Where the last `write` put it. */
  written: Place | null = null
  /** Why nothing may be written; null when it may. */
  refusal: AppError | null = null
  readonly #place: JournalPlace
  /** Files that are no good. They stay as they were found. */
  readonly #damaged = new Set<string>()
  #journal: Journal | null = null
  #head: Head = noHead
  /** What tells the transaction of this number from any other; null where it is not at hand. */
  #digest: { readonly sequence: number; readonly digest: string | null } | null = null
  #nextSegment = 1
  /** What the next segment repeats first: whoever wrote it may have died before it was on disk. */
  #unsure: Last | null = null
  /** What is behind the newest checkpoint, the open segment aside. */
  #closed = { bytes: 0, records: 0 }
  #records = 0
  #checkpointSize = 0
  #compaction: Promise<void> | null = null

  constructor(place: JournalPlace) {
    this.#place = place
  }

  /** The last acknowledged transaction. */
  get head(): Head {
    return this.#head
  }

  async read(): Promise<Directory | null> {
    const { fs, folder, keys, log, custody = refusing(folder) } = this.#place
    const recovery = await recover(fs, folder, keys)
    if (!recovery) return null
    for (const { file, kind, offset } of recovery.findings) {
      log.info(`${file}: ${kind} at ${offset}`)
      this.#damaged.add(file)
    }
    this.refusal = custody.admit(recovery)
    this.#head = recovery.head
    this.#unsure = recovery.last
    this.#digest = recovery.anchor
    this.#nextSegment = recovery.nextSegment
    this.#closed = { ...recovery.journal }
    this.#checkpointSize = recovery.checkpointSize
    return recovery.directory
  }

  /**
   * Appends the due transaction. A segment that fails is given up for good, because a sync that is tried
   * again may report a success it is not, and the transaction goes into a new one, once.
   */
  async write(directory: Directory): Promise<void> {
    const transaction = this.due
    this.due = null
    if (!transaction) throw new Error('lowdb was asked to write while no transaction was due.')
    await this.#verify()
    try {
      await this.#append(directory.id, transaction)
    } catch (cause) {
      this.#place.log.error('a journal segment was given up', cause)
      await this.#giveUp(cause)
      if (this.refusal) throw this.refusal
      if (isFull(cause)) await this.#place.ballast?.giveUp()
      await this.#append(directory.id, transaction).catch(async (again: unknown) => {
        await this.#giveUp(again)
        throw again
      })
    }
  }

  /** Writes a checkpoint in the background when the journal has grown enough. Call it between writes. */
  async compactIfDue(directory: Directory, due: Growth = this.#dueWhileWorking) {
    const bytes = this.#closed.bytes + (this.#journal?.size ?? 0)
    const records = this.#closed.records + this.#records
    if (this.#compaction || (bytes <= due.bytes && records <= due.records)) return
    if (this.refusal || this.#damaged.has(checkpointName(this.#head.sequence))) return
    // A checkpoint promises that the journal has what is in it.
    if (this.#unsure) return
    const subject = await this.#subjectOf(directory)
    this.#closed = { bytes: 0, records: 0 }
    const { fs, folder, keys, log } = this.#place
    this.#compaction = writeCheckpoint(fs, folder, subject, keys)
      .then(() => this.#dropOldCheckpoints())
      .then(() => this.#anchor(subject.directoryId, subject.head))
      .catch((cause: unknown) => log.error('a checkpoint could not be written', cause))
      .finally(() => {
        this.#compaction = null
      })
  }

  /** The directory as it is, with its place in the journal. Closes the segment. Call it between writes. */
  async capture(directory: Directory): Promise<CheckpointSubject> {
    const subject = await this.#subjectOf(directory)
    await this.#keepAnchor(subject.directoryId)
    return subject
  }

  async #subjectOf(directory: Directory): Promise<CheckpointSubject> {
    await this.#retire()
    return {
      directoryId: directory.id,
      head: this.#head,
      frozen: freeze(directory),
      revision: directory.revision,
      savedAt: directory.savedAt,
      nextSegment: this.#nextSegment,
      createdAt: this.#place.now().getTime(),
    }
  }

  /** Changes over to another key. Call it between writes, and once something was written since the start. */
  async rekey(directory: Directory, change: (until: number) => Promise<void>): Promise<void> {
    await this.#compaction
    const subject = await this.#subjectOf(directory)
    await change(subject.head.sequence)
    // The key has been changed by now. What fails here is made up by the next save and the next checkpoint.
    await this.#settleKey(subject).catch((cause: unknown) =>
      this.#place.log.error('the new key was not taken into use at once', cause),
    )
  }

  async #settleKey(subject: CheckpointSubject): Promise<void> {
    const { directoryId, head } = subject
    // From here on nothing counts that somebody seals with the key before.
    const nextSegment = this.#nextSegment
    await this.#begin(directoryId)
    const { fs, folder, keys } = this.#place
    if (this.#damaged.has(checkpointName(head.sequence))) return
    await writeCheckpoint(fs, folder, { ...subject, nextSegment }, keys)
    this.#closed = { bytes: 0, records: 0 }
    await this.#dropOldCheckpoints()
    await this.#anchor(directoryId, head)
  }

  async close(directory: Directory): Promise<void> {
    await this.#compaction
    if (directory.revision > 0) await this.compactIfDue(directory, this.#rule.closing)
    await this.#compaction
    await this.#retire()
    if (directory.revision > 0) await this.#keepAnchor(directory.id)
  }

  /** Notes how far the journal goes. A note that lags behind does no harm. */
  async #keepAnchor(directoryId: string): Promise<void> {
    // What may not have reached the disk may be gone after a crash.
    const head = this.#unsure?.before ?? this.#head
    await this.#anchor(directoryId, head).catch((cause: unknown) =>
      this.#place.log.error('the end of the journal could not be noted', cause),
    )
  }

  async #anchor(directoryId: string, { sequence }: Head): Promise<void> {
    if (this.refusal) return
    const { fs, folder, keys } = this.#place
    await this.#verify()
    const digest = this.#digest?.sequence === sequence ? this.#digest.digest : null
    const { generation } = keys
    await writeAnchor(fs, folder, { directoryId, sequence, digest, generation }, keys)
  }

  get #rule(): CheckpointRule {
    return this.#place.checkpoints ?? usualRule
  }

  get #dueWhileWorking(): Growth {
    const { bytes, records } = this.#rule.working
    return { bytes: Math.max(bytes, this.#checkpointSize * shareOfCheckpoint), records }
  }

  async #append(directoryId: string, transaction: Transaction): Promise<void> {
    const journal = this.#journal ?? (await this.#begin(directoryId))
    if (this.#unsure) {
      await journal.append(this.#unsure.transaction)
      this.#unsure = null
      this.#head = journal.head
    }
    const appending = journal.append(transaction)
    // Worked out while the disk is at work, which the save waits for in any case.
    const digest = digestOf(transaction)
    const extents = await appending
    this.written = { segment: journal.segment, extents, end: journal.size }
    this.#head = journal.head
    this.#digest = { sequence: transaction.sequence, digest }
    this.#records += 1
  }

  async #begin(directoryId: string): Promise<Journal> {
    const { fs, folder, now, keys } = this.#place
    await this.#verify(true)
    await makeFolderDurably(folder, fs)
    // Without an anchor from the first, its absence would not tell of a journal that was taken away.
    if (this.#head.sequence === 0) await this.#anchor(directoryId, this.#head)
    const segment = this.#nextSegment
    this.#nextSegment += 1
    const repeats = this.#unsure !== null
    const begun = { directoryId, segment, createdAt: now().getTime(), repeats }
    const head = this.#unsure?.before ?? this.#head
    this.#journal = await Journal.begin(fs, folder, begun, head, keys)
    return this.#journal
  }

  async #verify(anew = false): Promise<void> {
    if (this.refusal) throw this.refusal
    await this.#place.custody?.verify(anew)
  }

  async #giveUp(cause: unknown): Promise<void> {
    await this.#retire()
    // Somebody else writes here: another segment would take the place of what they save.
    if (cause instanceof AppError) this.refusal = cause
  }

  async #retire(): Promise<void> {
    const journal = this.#journal
    if (!journal) return
    this.#journal = null
    this.#closed = {
      bytes: this.#closed.bytes + journal.size,
      records: this.#closed.records + this.#records,
    }
    this.#records = 0
    await journal.close().catch(() => {})
  }

  async #dropOldCheckpoints(): Promise<void> {
    const { fs, folder } = this.#place
    const names = (await fs.readdir(folder)).filter((name) => !this.#damaged.has(name))
    const { checkpoints, temporary } = sortFiles(names)
    const newest = checkpoints.at(-1)
    if (newest !== undefined)
      this.#checkpointSize = (await fs.stat(join(folder, checkpointName(newest)))).size
    const surplus = checkpoints.slice(0, -generations).map(checkpointName)
    for (const name of [...surplus, ...temporary]) await fs.unlink(join(folder, name))
    await syncFolder(folder, fs)
  }
}

const refusing = (path: string): Pick<Custody, 'admit'> => ({
  admit: ({ incomplete, findings }) => {
    if (incomplete) throw new UnreadableDirectory(path, findings, null)
    return null
  },
})
