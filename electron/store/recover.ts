import { join } from 'node:path'
import { applyTransaction } from '../../shared/directory/apply.ts'
import { type Directory, emptyDirectory } from '../../shared/directory/directory.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import type { Finding } from '../../shared/storage/damage-report.ts'
import { type Anchor, compareWithAnchor, digestOf, readAnchor } from './anchor.ts'
import { bufferOver } from './buffer-over.ts'
import { errorCode, unlessGone } from './durable-file.ts'
import { checkpointName, type StoreFiles, segmentName, sortFiles } from './file-names.ts'
import { type Checkpoint, readCheckpoint } from './format/checkpoint.ts'
import { decodeHeader, type FileHeader } from './format/file-header.ts'
import { intactFrames } from './format/frame.ts'
import { isVoid, limitsOf, readSegment } from './format/read-segment.ts'
import { type Head, noHead } from './journal.ts'
import type { StoreFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'

export type Recovery = {
  readonly directory: Directory
  readonly head: Head
  /** The number of the next segment to begin. */
  readonly nextSegment: number
  /** What a checkpoint would save reading at the next start. */
  readonly journal: { readonly bytes: number; readonly records: number }
  /** Bytes of the checkpoint read; zero without one. */
  readonly checkpointSize: number
  readonly findings: readonly Finding[]
  /** Acknowledged transactions may be missing: nothing may be written on top of this. */
  readonly incomplete: boolean
  /** Where reading stopped before the end of the journal; null when nothing shows that it did. */
  readonly gap: Gap | null
  /** The last transaction that the files show any trace of. */
  readonly lastKnown: number
  readonly anchor: Anchor | null
  /** The last transaction, when the journal alone has it: it may not have reached the disk yet. */
  readonly last: Last | null
}

/** The segment, and how far into it everything is whole, in bytes. */
export type Gap = { readonly segment: number; readonly offset: number }

/** A transaction and what it is chained to. */
export type Last = { readonly transaction: Transaction; readonly before: Head }

/** Nothing of a directory could be read. */
export class UnreadableDirectory extends AppError {
  readonly findings: readonly Finding[]

  constructor(path: string, findings: readonly Finding[], fault: unknown) {
    if (fault === null) super('damaged', 'directoryDamaged', { values: { path } })
    else {
      const reason = errorCode(fault) || 'unknown'
      super('damaged', 'directoryUnreadable', { values: { path, reason }, cause: fault })
    }
    this.findings = findings
  }
}

/** What is read from, and what was found wrong on the way. */
type Reading = {
  readonly fs: StoreFs
  readonly folder: string
  readonly keys: StoreKeys
  readonly findings: Finding[]
  /** Why a file could not be read; the first time it happened. */
  fault: unknown
}

/**
 * Reads a store folder and changes nothing in it: the newest checkpoint that is right in every byte, then
 * the transactions of the segments behind it. Answers null for a folder that holds no directory. Throws
 * `damaged` when nothing can be read, or a newer Roster wrote it.
 */
export async function recover(
  fs: StoreFs,
  folder: string,
  keys: StoreKeys,
): Promise<Recovery | null> {
  // Before anything else: whoever writes here meanwhile moves the anchor on.
  const anchored = await readAnchor(fs, folder, keys)
  const files = sortFiles(await unlessGone(fs.readdir(folder), []))
  if (files.segments.length === 0 && files.checkpoints.length === 0) return null
  const reading: Reading = { fs, folder, keys, findings: [], fault: null }
  const base = await newestCheckpoint(reading, files)
  const first = base?.checkpoint.footer.nextSegment ?? 1
  const segments = await readSegments(
    reading,
    files.segments.filter((each) => each >= first),
  )
  const begun = segments.find(({ header }) => header !== null)?.header
  const { findings } = reading
  const directory = base?.checkpoint.directory ?? emptyDirectory(begun?.directoryId ?? '')
  const head = base ? headOf(base.checkpoint) : noHead
  const watched = anchored.anchor?.sequence ?? 0
  const replayed = replay({ directory, head, segments, keys, findings, watched })
  const lack = compareWithAnchor(anchored, replayed, keys.generation)
  findings.push(...lack.findings)
  // The first segment got its name when its first transaction was in it, so one must have been there.
  if (replayed.head.sequence === 0) throw new UnreadableDirectory(folder, findings, reading.fault)
  const incomplete = replayed.incomplete || lack.incomplete
  return {
    ...replayed,
    incomplete,
    anchor: anchored.anchor,
    // A checkpoint is written only after what is in it.
    last: files.checkpoints.includes(replayed.head.sequence) ? null : replayed.last,
    nextSegment: Math.max(first, (files.segments.at(-1) ?? 0) + 1),
    checkpointSize: base?.size ?? 0,
    findings,
    lastKnown: incomplete
      ? Math.max(watched, lastKnown(replayed.head, files, segments))
      : replayed.head.sequence,
  }
}

/** The file's bytes, or null with a finding where the disk does not give them. */
async function bytesOf(reading: Reading, file: string): Promise<Buffer | null> {
  try {
    return bufferOver(await reading.fs.readFile(join(reading.folder, file)))
  } catch (cause) {
    // Gone since the folder was listed: another Roster is at work in it, and it must be listed again.
    if (errorCode(cause) === 'ENOENT') throw cause
    reading.fault ??= cause
    reading.findings.push({ file, kind: 'unreadable-file', offset: 0 })
    return null
  }
}

async function newestCheckpoint(
  reading: Reading,
  { checkpoints }: StoreFiles,
): Promise<{ checkpoint: Checkpoint; size: number } | null> {
  for (const sequence of checkpoints.toReversed()) {
    const file = checkpointName(sequence)
    const bytes = await bytesOf(reading, file)
    if (!bytes) continue
    const checkpoint = readCheckpoint(bytes, reading.keys)
    if (checkpoint === 'newer' || checkpoint === 'preliminary')
      throw unreadable(checkpoint, reading.folder)
    // A file under another's name is as good as damaged: it is not what was written here.
    const readable = checkpoint !== 'damaged' && checkpoint !== 'foreign'
    if (readable && checkpoint.header.baseSequence === sequence)
      return { checkpoint, size: bytes.length }
    const kind = checkpoint === 'foreign' ? 'foreign-file' : 'damaged-checkpoint'
    reading.findings.push({ file, kind, offset: 0 })
  }
  return null
}

type Segment = {
  readonly number: number
  /** Null when the disk does not give them. */
  readonly bytes: Buffer | null
  /** Null when it cannot be read. */
  readonly header: FileHeader | null
}

async function readSegments(reading: Reading, numbers: readonly number[]): Promise<Segment[]> {
  const segments: Segment[] = []
  for (const number of numbers) {
    const bytes = await bytesOf(reading, segmentName(number))
    const header = bytes && decodeHeader(bytes, 'segment')
    if (header === 'newer' || header === 'preliminary') throw unreadable(header, reading.folder)
    segments.push({ number, bytes, header: header === 'damaged' ? null : header })
  }
  return segments
}

const countsForNothing = ({ bytes, header }: Segment) => bytes !== null && isVoid(bytes, header)

type Replay = {
  directory: Directory
  head: Head
  readonly segments: readonly Segment[]
  readonly keys: StoreKeys
  readonly findings: Finding[]
  /** The transaction whose digest is wanted. */
  readonly watched: number
}

/**
 * Applies the segments' transactions up to where the next segment goes on: what a segment holds beyond
 * that was never acknowledged. Stops where something acknowledged is missing.
 */
function replay({ directory, head, segments, keys, findings, watched }: Replay) {
  const journal = { bytes: 0, records: 0 }
  let last: Last | null = null
  let digest: string | null = null
  const written = segments.filter((each) => !countsForNothing(each))
  for (const { number, bytes } of segments.filter(countsForNothing))
    findings.push({ file: segmentName(number), kind: 'torn-tail', offset: bytes?.length ?? 0 })
  const limits = limitsOf(written.map(({ header }) => header))
  for (const [index, { number, bytes, header }] of written.entries()) {
    const file = segmentName(number)
    const limit = limits[index] ?? Number.POSITIVE_INFINITY
    // Nothing that it holds was acknowledged.
    if (header && header.baseSequence >= limit) continue
    const stopAt = (offset: number) => {
      const gap: Gap = { segment: number, offset }
      return { directory, head, journal, last, digest, incomplete: true, gap }
    }
    const incomplete = (kind: Finding['kind'], offset: number) => {
      findings.push({ file, kind, offset })
      return stopAt(offset)
    }
    if (!bytes) return stopAt(0)
    const genuine = header?.directoryId === directory.id && header.segment === number
    if (!header || !genuine) return incomplete('damaged-segment', 0)
    if (!goesOnFrom(head, header)) return incomplete('missing-segment', 0)
    const segment = readSegment(bytes, keys)
    let placed = segment.next()
    for (; !placed.done; placed = segment.next()) {
      const { transaction, tag, mac } = placed.value
      if (transaction.sequence > limit) continue
      directory = applyTransaction(directory, transaction)
      last = { transaction, before: head }
      head = { sequence: transaction.sequence, tag, mac }
      if (head.sequence === watched) digest = digestOf(transaction)
      journal.records += 1
    }
    journal.bytes += bytes.length
    if (typeof placed.value === 'string') return incomplete('damaged-segment', 0)
    const { end, offset } = placed.value
    // Where a later segment goes on from here, what is left of this one was never acknowledged.
    if (end === 'foreign') return incomplete('foreign-file', 0)
    if (end === 'damaged' && head.sequence < limit) return incomplete('damaged-segment', offset)
    if (end !== 'whole') findings.push({ file, kind: 'torn-tail', offset })
  }
  return { directory, head, journal, last, digest, incomplete: false, gap: null }
}

/** The greatest sequence that a file's name, a header or an intact frame tells of. */
function lastKnown(head: Head, files: StoreFiles, segments: readonly Segment[]): number {
  let last = Math.max(head.sequence, ...files.checkpoints)
  for (const { bytes, header } of segments) {
    last = Math.max(last, header?.baseSequence ?? 0)
    for (const { sequence } of bytes ? intactFrames(bytes, 0) : []) last = Math.max(last, sequence)
  }
  return last
}

const headOf = ({ header, footer }: Checkpoint): Head => ({
  sequence: header.baseSequence,
  tag: header.baseTag,
  mac: footer.mac ?? '',
})

const goesOnFrom = ({ sequence, tag }: Head, { baseSequence, baseTag }: FileHeader) =>
  baseSequence === sequence && Buffer.compare(baseTag, tag) === 0

/** Why files of this version cannot be read. */
export const unreadable = (version: 'newer' | 'preliminary', path: string) =>
  new AppError('damaged', version === 'newer' ? 'directoryNewer' : 'directoryPreliminary', {
    values: { path },
  })
