import { join } from 'node:path'
import { inSteps } from '../../slices.ts'
import { bufferOver } from '../buffer-over.ts'
import { segmentName, sortFiles } from '../file-names.ts'
import { AuditLink, linesAndMac } from '../format/audit-link.ts'
import { decodeHeader, type FileHeader } from '../format/file-header.ts'
import { framesOfSegment, isVoid, limitsOf } from '../format/read-segment.ts'
import type { Head } from '../journal.ts'
import type { StoreKeys } from '../store-keys.ts'
import type { HistoryPlace } from './segment-reader.ts'

/** How far the history fits together. */
export type ChainCheck = {
  /** The last entry that is to be there. */
  readonly last: number
  /** Up to which entry each fits the one before. */
  readonly fit: number
  /** When that one was saved; null when none fits. */
  readonly at: string | null
  /** What the last entry is chained by: it stands for all of them. Null where they do not fit. */
  readonly mac: string | null
  /** The macs of the entries that were asked for, as far as they fit. */
  readonly macs: ReadonlyMap<number, string>
}

/** Reads every entry up to the head, and looks whether each fits the one before. */
export async function checkChain(
  place: HistoryPlace,
  head: Head,
  asked: ReadonlySet<number>,
): Promise<ChainCheck> {
  const chain = new Chain(asked)
  const last = head.sequence
  for (const { number, limit } of await segmentsUpTo(place, last)) {
    const bytes = await bytesOf(place, number)
    if (!bytes) break
    await inSteps(chain.follow(bytes, place.keys, limit))
    if (chain.fit < limit) break
  }
  // What is on the disk fits, and is not what was saved.
  if (chain.fit === last && chain.mac !== head.mac) chain.dropLast()
  const whole = chain.fit === last
  return { last, fit: chain.fit, at: chain.at, mac: whole ? chain.mac : null, macs: chain.macs }
}

/** The entries as they are read, the oldest first. */
class Chain {
  fit = 0
  at: string | null = null
  mac = ''
  readonly macs = new Map<number, string>()
  readonly #asked: ReadonlySet<number>
  #atBefore: string | null = null

  constructor(asked: ReadonlySet<number>) {
    this.#asked = asked
  }

  /** Takes in the entries of a segment up to `limit`, and stops at the first that does not fit. */
  *follow(file: Buffer, keys: StoreKeys, limit: number): Generator<void> {
    const header = decodeHeader(file, 'segment')
    if (typeof header === 'string') return
    const hmac = keys.audit(header.keyNumber)
    if (!hmac) return
    let link: AuditLink | null = null
    for (const { frame, begins } of framesOfSegment(file, keys)) {
      if (frame.sequence > limit) return
      if (frame.sequence <= this.fit) continue
      if (frame.sequence > this.fit + 1) return
      if (begins) link = new AuditLink(hmac(), this.mac)
      const { lines, mac } = linesAndMac(frame.content)
      link?.add(lines)
      yield
      if (mac === null) continue
      if (mac !== link?.mac) return
      this.#take(frame.sequence, frame.at, mac)
    }
  }

  dropLast(): void {
    this.fit -= 1
    this.at = this.#atBefore
  }

  #take(sequence: number, at: number, mac: string) {
    this.fit = sequence
    this.#atBefore = this.at
    this.at = new Date(at).toISOString()
    this.mac = mac
    if (this.#asked.has(sequence)) this.macs.set(sequence, mac)
  }
}

/** The segments that count, the oldest first, each with the last entry that is to be found in it. */
async function segmentsUpTo(place: HistoryPlace, last: number) {
  const found: { readonly number: number; readonly header: FileHeader | null }[] = []
  for (const number of sortFiles(await place.fs.readdir(place.folder)).segments) {
    const bytes = await bytesOf(place, number)
    const read = bytes && decodeHeader(bytes, 'segment')
    const header = typeof read === 'string' ? null : read
    if (!bytes || !isVoid(bytes, header)) found.push({ number, header })
  }
  const limits = limitsOf(found.map(({ header }) => header))
  return found.map(({ number }, at) => ({ number, limit: Math.min(last, limits[at] ?? last) }))
}

async function bytesOf({ fs, folder }: HistoryPlace, number: number): Promise<Buffer | null> {
  const bytes = await fs.readFile(join(folder, segmentName(number))).catch(() => null)
  return bytes && bufferOver(bytes)
}
