import { join } from 'node:path'
import type { Transaction } from '../../shared/directory/transaction.ts'
import { bufferOver } from './buffer-over.ts'
import { segmentName, sortFiles } from './file-names.ts'
import { decodeHeader } from './format/file-header.ts'
import { readBehind } from './format/read-behind.ts'
import { isVoid, limitsOf, readSegment } from './format/read-segment.ts'
import type { Recovery } from './recover.ts'
import type { StoreFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'

/**
 * The whole transactions behind a gap in the journal, in their order. Each segment is sealed by what its own header
 * says, so that one is read whatever became of those before it.
 */
export async function readLater(
  fs: StoreFs,
  folder: string,
  { gap, head, directory }: Pick<Recovery, 'gap' | 'head' | 'directory'>,
  keys: StoreKeys,
): Promise<Transaction[]> {
  if (!gap) return []
  const found: Transaction[] = []
  const { segments } = sortFiles(await fs.readdir(folder))
  const files = await Promise.all(
    segments
      .filter((number) => number >= gap.segment)
      .map((number) => readable(fs, join(folder, segmentName(number)), number)),
  )
  const written = files.filter((file) => file !== null && file.header.directoryId === directory.id)
  const limits = limitsOf(written.map((file) => file?.header ?? null))
  let last = head.sequence
  for (const [index, file] of written.entries()) {
    const limit = limits[index] ?? Number.POSITIVE_INFINITY
    for (const transaction of file ? transactionsIn(file.bytes, keys) : []) {
      const { sequence } = transaction
      if (sequence <= last || sequence > limit) continue
      found.push(transaction)
      last = sequence
    }
  }
  return found
}

/** A segment with what it says of itself; null when it does not, or nothing in it counts. */
async function readable(fs: StoreFs, path: string, number: number) {
  const bytes = await fs.readFile(path).then(bufferOver, () => null)
  const header = bytes && decodeHeader(bytes, 'segment')
  if (!bytes || !header || typeof header === 'string') return null
  return header.segment !== number || isVoid(bytes, header) ? null : { bytes, header }
}

function* transactionsIn(bytes: Buffer, keys: StoreKeys): Generator<Transaction> {
  const reading = readSegment(bytes, keys)
  let placed = reading.next()
  for (; !placed.done; placed = reading.next()) yield placed.value.transaction
  if (typeof placed.value !== 'string' && placed.value.end === 'damaged')
    yield* readBehind(bytes, keys, placed.value)
}
