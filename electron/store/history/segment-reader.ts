import { join } from 'node:path'
import type { Change } from '../../../shared/directory/transaction.ts'
import { segmentName } from '../file-names.ts'
import { decodeHeader, headerHash, headerLength } from '../format/file-header.ts'
import { type Chain, decodeFrame, tagDistance } from '../format/frame.ts'
import type { Seal } from '../format/seal.ts'
import {
  changeOf,
  type Extent,
  headOf,
  linesOf,
  type TransactionHead,
} from '../format/transaction-lines.ts'
import type { StoreFile, StoreFs } from '../store-fs.ts'
import type { StoreKeys } from '../store-keys.ts'
import type { Place } from './segment-index.ts'

/** Where the journal is, and how its segments are opened. */
export type HistoryPlace = {
  readonly fs: StoreFs
  readonly folder: string
  readonly keys: StoreKeys
}

/** Reads single transactions of one segment, or parts of them, without the rest of the file. */
export class SegmentReader {
  readonly #file: StoreFile
  readonly #seal: Seal
  readonly #bound: Uint8Array
  readonly #baseTag: Uint8Array

  private constructor(file: StoreFile, seal: Seal, bound: Uint8Array, baseTag: Uint8Array) {
    this.#file = file
    this.#seal = seal
    this.#bound = bound
    this.#baseTag = baseTag
  }

  static async open({ fs, folder, keys }: HistoryPlace, segment: number): Promise<SegmentReader> {
    const file = await fs.open(join(folder, segmentName(segment)), 'r')
    try {
      const bytes = await readAt(file, 0, headerLength)
      const header = decodeHeader(bytes, 'segment')
      const seal = typeof header === 'string' ? null : keys.sealOf(header)
      if (typeof header === 'string' || !seal) throw new UnreadableTransaction()
      return new SegmentReader(file, seal, headerHash(bytes), header.baseTag)
    } catch (cause) {
      await file.close()
      throw cause
    }
  }

  /** What a transaction is, and those of its changes that are asked for by number. */
  async read(
    place: Place,
    asked: readonly number[],
  ): Promise<{ readonly head: TransactionHead; readonly changes: readonly Change[] }> {
    const changes: Change[] = []
    let head: TransactionHead | null = null
    let first = 0
    for (const [at, extent] of place.extents.entries()) {
      const here = asked.filter((each) => each >= first && each < first + extent.changes)
      if (at === 0 || here.length > 0) {
        const end = place.extents[at + 1]?.offset ?? place.end
        const lines = linesOf(await this.#contentOf(extent, end))
        if (at === 0) head = headOf(lines.shift() ?? '')
        for (const each of here) changes.push(changeOf(lines[each - first] ?? ''))
      }
      first += extent.changes
    }
    if (!head) throw new UnreadableTransaction()
    return { head, changes }
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  async #contentOf({ offset, index }: Extent, end: number): Promise<Uint8Array> {
    const before = offset === headerLength ? 0 : tagDistance
    const bytes = await readAt(this.#file, offset - before, end - offset + before)
    const chain: Chain = {
      header: this.#bound,
      lastTag: before === 0 ? this.#baseTag : bytes.subarray(0, this.#baseTag.length),
      index,
    }
    const read = decodeFrame(bytes, before, this.#seal, chain)
    if (!read) throw new UnreadableTransaction()
    return read.frame.content
  }
}

/** Keeps open the segment that was read last: what is read together mostly lies together. */
export class SegmentReaders {
  readonly #place: HistoryPlace
  #last: { readonly segment: number; readonly reader: SegmentReader } | null = null

  constructor(place: HistoryPlace) {
    this.#place = place
  }

  async of(segment: number): Promise<SegmentReader> {
    if (this.#last?.segment === segment) return this.#last.reader
    await this.close()
    const reader = await SegmentReader.open(this.#place, segment)
    this.#last = { segment, reader }
    return reader
  }

  async close(): Promise<void> {
    const last = this.#last
    this.#last = null
    await last?.reader.close()
  }
}

/** A frame of the history is not there any more as it was written. */
export class UnreadableTransaction extends Error {
  override readonly name = 'UnreadableTransaction'
}

async function readAt(file: StoreFile, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  for (let read = 0; read < length; ) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read)
    if (bytesRead === 0) throw new UnreadableTransaction()
    read += bytesRead
  }
  return bytes
}
