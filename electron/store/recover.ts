import { join } from 'node:path'
import { applyTransaction } from '../../shared/directory/apply.ts'
import { type Directory, emptyDirectory } from '../../shared/directory/directory.ts'
import { AppError } from '../../shared/errors.ts'
import { errorCode } from './durable-file.ts'
import { checkpointName, type StoreFiles, segmentName, sortFiles } from './file-names.ts'
import { type Checkpoint, readCheckpoint } from './format/checkpoint.ts'
import { decodeHeader, type FileHeader } from './format/file-header.ts'
import { hasLaterFrame } from './format/frame.ts'
import { readSegment } from './format/read-segment.ts'
import { tagLength } from './format/seal.ts'
import type { Head, SealOf } from './journal.ts'
import type { StoreFs } from './store-fs.ts'

/** Something in the folder that is not as it was written. `offset` is where, in bytes. */
export type Finding = {
  readonly file: string
  readonly kind: 'torn-tail' | 'damaged-checkpoint' | 'damaged-segment' | 'missing-segment'
  readonly offset: number
}

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
}

/**
 * Reads a store folder and changes nothing in it: the newest checkpoint that is right in every byte, then
 * the transactions of the segments behind it. Answers null for a folder that holds no directory. Throws
 * `damaged` when nothing can be read, or a newer Roster wrote it.
 */
export async function recover(
  fs: StoreFs,
  folder: string,
  sealOf: SealOf,
): Promise<Recovery | null> {
  const files = sortFiles(await namesIn(fs, folder))
  if (files.segments.length === 0 && files.checkpoints.length === 0) return null
  const findings: Finding[] = []
  const base = await newestCheckpoint(fs, folder, files, sealOf, findings)
  const first = base?.checkpoint.footer.nextSegment ?? 1
  const segments = await readSegments(
    fs,
    folder,
    files.segments.filter((each) => each >= first),
  )
  const begun = segments.find(({ header }) => header !== null)?.header
  if (!base && (begun?.segment !== 1 || begun.baseSequence !== 0)) {
    if (findings.length === 0 && segments.every(({ bytes }) => isVoid(bytes))) return null
    throw new AppError('damaged', 'directoryDamaged', { values: { path: folder } })
  }
  const directory = base?.checkpoint.directory ?? emptyDirectory(begun?.directoryId ?? '')
  const head = base
    ? { sequence: base.checkpoint.header.baseSequence, tag: base.checkpoint.header.baseTag }
    : { sequence: 0, tag: new Uint8Array(tagLength) }
  const replayed = replay({ directory, head, segments, sealOf, findings })
  return {
    ...replayed,
    nextSegment: Math.max(first, (files.segments.at(-1) ?? 0) + 1),
    checkpointSize: base?.size ?? 0,
    findings,
  }
}

async function namesIn(fs: StoreFs, folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder)
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return []
    throw cause
  }
}

async function newestCheckpoint(
  fs: StoreFs,
  folder: string,
  { checkpoints }: StoreFiles,
  sealOf: SealOf,
  findings: Finding[],
): Promise<{ checkpoint: Checkpoint; size: number } | null> {
  for (const sequence of checkpoints.toReversed()) {
    const name = checkpointName(sequence)
    const bytes = Buffer.from(await fs.readFile(join(folder, name)))
    const checkpoint = readCheckpoint(bytes, sealOf)
    if (checkpoint === 'newer') throw newer(folder)
    if (checkpoint !== 'damaged') return { checkpoint, size: bytes.length }
    findings.push({ file: name, kind: 'damaged-checkpoint', offset: 0 })
  }
  return null
}

type Segment = {
  readonly number: number
  readonly bytes: Buffer
  /** Null when it cannot be read. */
  readonly header: FileHeader | null
}

async function readSegments(
  fs: StoreFs,
  folder: string,
  numbers: readonly number[],
): Promise<Segment[]> {
  const segments: Segment[] = []
  for (const number of numbers) {
    const bytes = Buffer.from(await fs.readFile(join(folder, segmentName(number))))
    const header = decodeHeader(bytes, 'segment')
    if (header === 'newer') throw newer(folder)
    segments.push({ number, bytes, header: header === 'damaged' ? null : header })
  }
  return segments
}

/** A segment that was being created in a crash: its header never reached the disk, so nothing in it did. */
const isVoid = (bytes: Buffer) => !hasLaterFrame(bytes, 0, 0)

type Replay = {
  directory: Directory
  head: Head
  readonly segments: readonly Segment[]
  readonly sealOf: SealOf
  readonly findings: Finding[]
}

/**
 * Applies the segments' transactions up to where the next segment goes on: what a segment holds beyond
 * that was never acknowledged. Stops where something acknowledged is missing.
 */
function replay({ directory, head, segments, sealOf, findings }: Replay) {
  const journal = { bytes: 0, records: 0 }
  const written = segments.filter(({ bytes, header }) => header !== null || !isVoid(bytes))
  for (const { number, bytes } of segments.filter((each) => !written.includes(each)))
    findings.push({ file: segmentName(number), kind: 'torn-tail', offset: bytes.length })
  for (const [index, { number, bytes, header }] of written.entries()) {
    const file = segmentName(number)
    const incomplete = (kind: Finding['kind'], offset: number) => {
      findings.push({ file, kind, offset })
      return { directory, head, journal, incomplete: true }
    }
    if (!header || header.directoryId !== directory.id) return incomplete('damaged-segment', 0)
    if (!isSame(head, { sequence: header.baseSequence, tag: header.baseTag }))
      return incomplete('missing-segment', 0)
    const next = written[index + 1]
    const limit = next?.header?.baseSequence ?? Number.POSITIVE_INFINITY
    const reading = readSegment(bytes, sealOf)
    let placed = reading.next()
    for (; !placed.done; placed = reading.next()) {
      const { transaction, tag } = placed.value
      if (transaction.sequence > limit) continue
      directory = applyTransaction(directory, transaction)
      head = { sequence: transaction.sequence, tag }
      journal.records += 1
    }
    journal.bytes += bytes.length
    if (typeof placed.value === 'string') return incomplete('damaged-segment', 0)
    const { end, offset } = placed.value
    if (end === 'damaged') return incomplete('damaged-segment', offset)
    if (end === 'torn') findings.push({ file, kind: 'torn-tail', offset })
  }
  return { directory, head, journal, incomplete: false }
}

const isSame = (one: Head, other: Head) =>
  one.sequence === other.sequence && Buffer.compare(one.tag, other.tag) === 0

const newer = (path: string) => new AppError('damaged', 'directoryNewer', { values: { path } })
