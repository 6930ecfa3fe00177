import {
  type Directory,
  emptyDirectory,
  type RecordKind,
  type Records,
} from '../../../shared/directory/directory.ts'
import { isUnread, type UnreadUser } from '../../../shared/directory/listed-user.ts'
import type { Table } from '../../../shared/directory/table.ts'
import { z } from '../../../shared/zod.ts'
import { release } from '../release.ts'
import type { StoreKeys } from '../store-keys.ts'
import { listedIn, UserTable } from '../user-table.ts'
import { asciiJson, parseAscii } from './ascii-json.ts'
import { Block, encodeBlock } from './block.ts'
import {
  decodeHeader,
  type FileFault,
  type FileHeader,
  headerHash,
  headerLength,
} from './file-header.ts'
import { decodeFrame, type Frame, mostContent } from './frame.ts'

/** How many records one block of a checkpoint holds: about a quarter of a megabyte of people. */
const blockRecords = 400

const kinds: readonly RecordKind[] = ['organization', 'group', 'roleAssignment', 'user']

const footerSchema = z.object({
  blocks: z.int(),
  /** The last transaction that changed a record, and when it was saved. */
  revision: z.int(),
  savedAt: z.string(),
  /** What the next entry of the history is chained to. */
  mac: z.string().optional(),
  /** The number of the first segment whose transactions are not in here. */
  nextSegment: z.int(),
})

export type Footer = z.output<typeof footerSchema>

/** A directory at one moment, whose records nobody changes any more. */
export type Frozen = { readonly [K in RecordKind]: readonly (Records[K] | UnreadUser)[] }

/** The records as they are now. They are replaced, never changed, so this costs a list of references. */
export const freeze = ({ tables }: Directory): Frozen => ({
  organization: [...tables.organization.values()],
  group: [...tables.group.values()],
  roleAssignment: [...tables.roleAssignment.values()],
  user: [...listedIn(tables.user)],
})

/** The contents of a checkpoint's blocks, one after another. */
export function* blocksOf(frozen: Frozen): Generator<Buffer> {
  for (const kind of kinds)
    for (let from = 0; from < frozen[kind].length; from += blockRecords)
      yield* blocksIn(kind, frozen[kind].slice(from, from + blockRecords).map(whole))
}

const whole = (record: object): object => (isUnread(record) ? record.glimpse() : record)

/** One block, or more where the records differ in shape or are too large together. */
function* blocksIn(kind: RecordKind, records: readonly object[]): Generator<Buffer> {
  const columns = Object.keys(records[0] ?? {})
  // A property that a record lacks would come back as one that is null.
  const other = records.findIndex((record) => !hasExactly(record, columns))
  if (other > 0) {
    yield* blocksIn(kind, records.slice(0, other))
    yield* blocksIn(kind, records.slice(other))
    return
  }
  const content = encodeBlock(kind, records)
  const half = Math.ceil(records.length / 2)
  if (content.length <= mostContent || half === records.length) {
    yield content
    return
  }
  yield* blocksIn(kind, records.slice(0, half))
  yield* blocksIn(kind, records.slice(half))
}

const hasExactly = (record: object, columns: readonly string[]) =>
  Object.keys(record).length === columns.length && columns.every((name) => name in record)

export const footerOf = (footer: Footer) => Buffer.from(asciiJson(footer), 'latin1')

export type Checkpoint = {
  readonly header: FileHeader
  readonly directory: Directory
  readonly footer: Footer
}

/** The frames of a checkpoint file, whose last one is the footer. Answers what is wrong when any byte is. */
export function* framesOf(
  file: Buffer,
  keys: StoreKeys,
): Generator<Frame, { readonly header: FileHeader; readonly footer: Footer } | FileFault> {
  const header = decodeHeader(file, 'checkpoint')
  if (typeof header === 'string') return header
  const seal = keys.sealOf(header)
  if (!seal) return 'foreign'
  const bound = headerHash(file)
  let lastTag = header.baseTag
  let offset = headerLength
  for (let blocks = 0; ; blocks += 1) {
    const read = decodeFrame(file, offset, seal, { header: bound, lastTag, index: blocks })
    if (!read || read.frame.sequence !== header.baseSequence) return 'damaged'
    lastTag = read.tag
    offset = read.end
    if (read.frame.type === 'footer') {
      const footer = footerSchema.parse(parseAscii(read.frame.content))
      return footer.blocks === blocks && offset === file.length ? { header, footer } : 'damaged'
    }
    yield read.frame
  }
}

/**
 * The directory in a checkpoint file, or what is wrong with it: it counts only when every byte is right. Takes the
 * bytes over: what is unsealed is kept in their place, for hundreds of new buffers would cost half the time again.
 */
export function readCheckpoint(file: Buffer, keys: StoreKeys): Checkpoint | FileFault {
  const { tables } = emptyDirectory('')
  const users: UnreadUser[] = []
  const frames = framesOf(file, keys)
  let end = headerLength
  let next = frames.next()
  for (; !next.done; next = frames.next()) {
    const { content } = next.value
    const kept = file.subarray(end, end + content.length)
    kept.set(content)
    release(content)
    end += kept.length
    const block = new Block(kept)
    if (block.kind === 'user') for (const user of block.users()) users.push(user)
    else fill(tables[block.kind], block)
  }
  if (typeof next.value === 'string') return next.value
  const { header, footer } = next.value
  const { revision, savedAt } = footer
  const { directoryId: id, baseSequence: sequence } = header
  const read = { ...tables, user: new UserTable(users) }
  return { header, footer, directory: { id, sequence, revision, savedAt, tables: read } }
}

function fill(table: Table<object>, block: Block) {
  for (const record of block.records()) table.set(record.id, record)
}
