import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import { errorCode, renameOver, syncFolder, writeAll } from './durable-file.ts'
import { segmentName } from './file-names.ts'
import { AuditLink } from './format/audit-link.ts'
import { encodeHeader, type FileHeader, headerHash } from './format/file-header.ts'
import { encodeFrame } from './format/frame.ts'
import { type Seal, tagLength } from './format/seal.ts'
import { type Extent, partsOf } from './format/transaction-lines.ts'
import type { StoreFile, StoreFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'

/** The last acknowledged transaction: what the next one is chained to. */
export type Head = {
  readonly sequence: number
  readonly tag: Uint8Array
  /** What the next entry of the history is chained to. */
  readonly mac: string
}

/** The head of a journal that holds nothing. */
export const noHead: Head = { sequence: 0, tag: new Uint8Array(tagLength), mac: '' }

/** Where a segment is, and where it was begun if not there. */
type Place = { readonly fs: StoreFs; readonly path: string; readonly temporary: string | null }

/** How a segment's frames are sealed, and its entries chained. */
type Sealing = { readonly seal: Seal; readonly linkAfter: (mac: string) => AuditLink }

/**
 * One segment being written. It is created for its first transaction, synced with its folder before that
 * is acknowledged, and never opened again once it is closed. The first segment of a directory gets its name
 * only with its first transaction in it: without one it would look like a directory that was damaged.
 */
export class Journal {
  readonly segment: number
  readonly #place: Place
  readonly #file: StoreFile
  readonly #seal: Seal
  readonly #linkAfter: (mac: string) => AuditLink
  readonly #header: Uint8Array
  #head: Head
  #size: number
  #named: boolean
  /** Frames sealed so far. */
  #frames = 0
  /** Whether an append failed, or has not ended: what it sealed must never be sealed again in its place. */
  #spent = false

  private constructor(
    segment: number,
    place: Place,
    file: StoreFile,
    { seal, linkAfter }: Sealing,
    header: Buffer,
    head: Head,
  ) {
    this.segment = segment
    this.#place = place
    this.#named = place.temporary === null
    this.#file = file
    this.#seal = seal
    this.#linkAfter = linkAfter
    this.#header = headerHash(header)
    this.#head = head
    this.#size = header.length
  }

  /** Creates segment `segment`. Refuses when it exists: then somebody else writes here. */
  static async begin(
    fs: StoreFs,
    folder: string,
    begun: Pick<FileHeader, 'directoryId' | 'segment' | 'createdAt' | 'repeats'>,
    head: Head,
    keys: StoreKeys,
  ): Promise<Journal> {
    const header: FileHeader = {
      ...begun,
      kind: 'segment',
      baseSequence: head.sequence,
      baseTag: head.tag,
      salt: randomBytes(32),
      keyNumber: keys.number,
    }
    const sealing = { seal: sealFor(header, keys), linkAfter: linksFor(header, keys) }
    const bytes = encodeHeader(header)
    const path = join(folder, segmentName(begun.segment))
    const temporary = head.sequence === 0 ? `${path}.${randomBytes(6).toString('hex')}.tmp` : null
    const file = await fs.open(temporary ?? path, 'wx', 0o600).catch((cause: unknown) => {
      throw errorCode(cause) === 'EEXIST'
        ? new AppError('storage', 'readOnlyLost', { cause })
        : cause
    })
    try {
      await writeAll(file, bytes)
      await file.sync()
      await syncFolder(folder, fs)
    } catch (cause) {
      await file.close().catch(() => {})
      throw cause
    }
    const place = { fs, path, temporary }
    return new Journal(begun.segment, place, file, sealing, bytes, head)
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size
  }

  get head(): Head {
    return this.#head
  }

  /**
   * On disk when it resolves, with where its frames are. After a failure the segment must be closed and never
   * written again.
   */
  async append(transaction: Transaction): Promise<readonly Extent[]> {
    if (transaction.sequence !== this.#head.sequence + 1)
      throw new Error(`Transaction ${transaction.sequence} does not follow ${this.#head.sequence}.`)
    if (this.#spent) throw new Error('A segment that failed must not be written again.')
    this.#spent = true
    let lastTag = this.#head.tag
    const extents: Extent[] = []
    const link = this.#linkAfter(this.#head.mac)
    for (const { type, content, changes } of partsOf(transaction, link)) {
      const frame = {
        type,
        content,
        sequence: transaction.sequence,
        at: Date.parse(transaction.at),
      }
      // When the commit is on disk, all that it commits is: a frame that is missing then is damage.
      if (type === 'commit') await this.#file.datasync()
      const { bytes, tag } = encodeFrame(frame, this.#seal, {
        header: this.#header,
        lastTag,
        index: this.#frames,
      })
      await writeAll(this.#file, bytes)
      lastTag = tag
      extents.push({ offset: this.#size, changes, index: this.#frames })
      this.#frames += 1
      this.#size += bytes.length
    }
    await this.#file.datasync()
    if (!this.#named) await this.#name()
    this.#head = { sequence: transaction.sequence, tag: lastTag, mac: link.mac }
    this.#spent = false
    return extents
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  async #name(): Promise<void> {
    const { fs, path, temporary } = this.#place
    if (temporary !== null) await renameOver(temporary, path, fs)
    this.#named = true
    await syncFolder(dirname(path), fs)
  }
}

/** The seal of a file that is about to be written. */
export function sealFor(header: FileHeader, keys: StoreKeys): Seal {
  const seal = keys.sealOf(header)
  if (!seal) throw new Error(`The data key ${header.keyNumber} is not good for a new file.`)
  return seal
}

/** What chains each entry of a segment to the one before. */
function linksFor({ keyNumber }: FileHeader, keys: StoreKeys): (mac: string) => AuditLink {
  const hmac = keys.audit(keyNumber)
  if (!hmac) throw new Error(`There is no data key ${keyNumber}.`)
  return (mac) => new AuditLink(hmac(), mac)
}
