import { join } from 'node:path'
import type { Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import { bufferOver } from './buffer-over.ts'
import { errorCode } from './durable-file.ts'
import { segmentName, sortFiles } from './file-names.ts'
import { decodeHeader, type FileHeader } from './format/file-header.ts'
import { isVoid, limitsOf, readSegment } from './format/read-segment.ts'
import type { StoreFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'

type Segment = { readonly bytes: Buffer; readonly header: FileHeader }

/**
 * The transactions after `sequence` up to `last`, the oldest first. Segments are never removed, so this is
 * the whole history. Throws `damaged` where one is missing: a start reads only what its checkpoint does
 * not have, and cannot have noticed.
 */
export async function* readHistory(
  fs: StoreFs,
  folder: string,
  sequence: number,
  last: number,
  keys: StoreKeys,
): AsyncGenerator<Transaction> {
  if (sequence >= last) return
  let next = sequence + 1
  const segments = await segmentsFrom(fs, folder, sequence).catch((cause: unknown) => {
    const values = { path: folder, reason: errorCode(cause) || 'unknown' }
    throw new AppError('damaged', 'directoryUnreadable', { values, cause })
  })
  const limits = limitsOf(segments.map(({ header }) => header))
  for (const [index, { bytes }] of segments.entries()) {
    const limit = Math.min(last, limits[index] ?? last)
    const reading = readSegment(bytes, keys)
    for (let placed = reading.next(); !placed.done; placed = reading.next()) {
      const { transaction } = placed.value
      if (transaction.sequence < next || transaction.sequence > limit) continue
      if (transaction.sequence > next) throw missing(folder)
      next += 1
      yield transaction
    }
  }
  if (next <= last) throw missing(folder)
}

const missing = (path: string) => new AppError('damaged', 'historyDamaged', { values: { path } })

/** The segments that hold what comes after `sequence`, the oldest first. */
async function segmentsFrom(fs: StoreFs, folder: string, sequence: number): Promise<Segment[]> {
  const found: Segment[] = []
  for (const number of sortFiles(await fs.readdir(folder)).segments.toReversed()) {
    const bytes = bufferOver(await fs.readFile(join(folder, segmentName(number))))
    const header = decodeHeader(bytes, 'segment')
    if (typeof header === 'string' || isVoid(bytes, header)) continue
    found.unshift({ bytes, header })
    if (header.baseSequence <= sequence) break
  }
  return found
}
