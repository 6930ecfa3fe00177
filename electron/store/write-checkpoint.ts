import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { compareListed } from '../../shared/directory/listed-user.ts'
import { inBackground, inSlices, inSteps } from '../slices.ts'
import { sorting } from '../sorting.ts'
import { bufferOver } from './buffer-over.ts'
import { renameOver, syncFolder, writeAll } from './durable-file.ts'
import { checkpointName } from './file-names.ts'
import { blocksOf, type Frozen, footerOf, framesOf } from './format/checkpoint.ts'
import { encodeHeader, type FileHeader, headerHash } from './format/file-header.ts'
import { encodeFrame, type Frame, type FrameType } from './format/frame.ts'
import { type Head, sealFor } from './journal.ts'
import { release } from './release.ts'
import type { StoreFile, StoreFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'

/** In bytes: what waits to be written when a save asks for its own to be, the save waits for as well. */
const mostUnsynced = 2 ** 19

export type CheckpointSubject = {
  readonly directoryId: string
  readonly head: Head
  readonly frozen: Frozen
  readonly revision: number
  readonly savedAt: string
  /** The number of the first segment whose transactions are not in the checkpoint. */
  readonly nextSegment: number
  readonly createdAt: number
}

/**
 * Writes a checkpoint beside the others, reads it back, and only then gives it its name. A crash at any
 * point leaves what was there before, or a checkpoint that is whole. `onBlock` is given what each block holds.
 */
export async function writeCheckpoint(
  fs: StoreFs,
  folder: string,
  subject: CheckpointSubject,
  keys: StoreKeys,
  onBlock: (content: Uint8Array) => void = () => {},
): Promise<void> {
  const path = join(folder, checkpointName(subject.head.sequence))
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await fs.open(temporary, 'wx', 0o600)
    try {
      await writeFrames(file, subject, keys, onBlock)
      await file.sync()
    } finally {
      await file.close()
    }
    await verify(fs, temporary, keys)
    await renameOver(temporary, path, fs)
  } catch (cause) {
    await fs.unlink(temporary).catch(() => {})
    throw cause
  }
  await syncFolder(folder, fs)
}

async function writeFrames(
  file: StoreFile,
  subject: CheckpointSubject,
  keys: StoreKeys,
  onBlock: (content: Uint8Array) => void,
) {
  const { directoryId, head, frozen, revision, savedAt, nextSegment, createdAt } = subject
  const header: FileHeader = {
    kind: 'checkpoint',
    directoryId,
    segment: 0,
    baseSequence: head.sequence,
    baseTag: head.tag,
    salt: randomBytes(32),
    createdAt,
    repeats: false,
    keyNumber: keys.number,
  }
  const bytes = encodeHeader(header)
  const seal = sealFor(header, keys)
  const bound = headerHash(bytes)
  let lastTag = head.tag
  let index = 0
  let unsynced = 0
  const put = async (type: FrameType, content: Uint8Array) => {
    const frame = { type, content, sequence: head.sequence, at: createdAt }
    const encoded = encodeFrame(frame, seal, { header: bound, lastTag, index })
    index += 1
    lastTag = encoded.tag
    await writeAll(file, encoded.bytes)
    unsynced += encoded.bytes.length
    if (unsynced > mostUnsynced) {
      await file.datasync()
      unsynced = 0
    }
    release(encoded.bytes)
    release(content)
  }
  await writeAll(file, bytes)
  let blocks = 0
  // Whoever reads it then has hardly anything to sort before the first list can be shown.
  const user = await inSteps(sorting(frozen.user, compareListed), inBackground)
  for await (const content of inSlices(blocksOf({ ...frozen, user }), inBackground)) {
    onBlock(content)
    await put('block', content)
    blocks += 1
  }
  await put('footer', footerOf({ blocks, revision, savedAt, mac: head.mac, nextSegment }))
}

function* released<End>(frames: Generator<Frame, End>): Generator<void, End> {
  for (let next = frames.next(); ; next = frames.next()) {
    if (next.done) return next.value
    release(next.value.content)
    yield
  }
}

async function verify(fs: StoreFs, path: string, keys: StoreKeys) {
  const file = bufferOver(await fs.readFile(path))
  const end = await inSteps(released(framesOf(file, keys)), inBackground)
  release(file)
  if (typeof end === 'string') throw new Error('A checkpoint did not read back as written.')
}
