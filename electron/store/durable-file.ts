import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { nodeFs, type StoreFile, type StoreFs } from './store-fs.ts'

/** What `writeAll` needs of an open file. */
export type WritableFile = Pick<StoreFile, 'write'>

// Windows cannot flush a folder: its file system journals a rename by itself.
const noFolderFlush = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP'])

// Somebody else's folder may hold ours and not be readable.
const noAccess = new Set(['EACCES', 'EPERM'])

// A virus scanner or an indexer holds a new file for a moment, and Windows then refuses the rename.
const heldByAnother = new Set(['EPERM', 'EACCES', 'EBUSY'])
const longestHold = 10_000
const longestPause = 100

/**
 * Makes `path` hold exactly `bytes`, on disk when it resolves: a power cut leaves the old or the new file.
 * Folders that are missing are made.
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array,
  fs: StoreFs = nodeFs,
): Promise<void> {
  await makeFolderDurably(dirname(path), fs)
  await replaceFile(path, bytes, fs)
  await syncFolder(dirname(path), fs)
}

/**
 * The same without the folder: its names are on disk only once it is synced. `verify` is given what the disk gives
 * back before that takes the place of the old file, and throws when it must not.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  fs: StoreFs,
  verify?: (written: Uint8Array) => void,
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await writeNew(temporary, bytes, fs)
    if (verify) verify(await fs.readFile(temporary))
    await renameOver(temporary, path, fs)
  } catch (cause) {
    await fs.unlink(temporary).catch(() => {})
    throw cause
  }
}

/** What the system answers, or `nothing` where the file or folder is not there. */
export const unlessGone = <Found, Nothing>(
  asked: Promise<Found>,
  nothing: Nothing,
): Promise<Found | Nothing> =>
  asked.catch((cause: unknown) => {
    if (errorCode(cause) === 'ENOENT') return nothing
    throw cause
  })

/** Writes every byte, or throws: one call may take fewer than it was given, as on a nearly full disk. */
export async function writeAll(
  file: WritableFile,
  bytes: Uint8Array,
  position: number | null = null,
): Promise<void> {
  let written = 0
  while (written < bytes.byteLength) {
    const rest = bytes.byteLength - written
    const at = position === null ? null : position + written
    const { bytesWritten } = await file.write(bytes, written, rest, at)
    if (bytesWritten === 0) {
      throw Object.assign(new Error('the disk took no more bytes'), { code: 'ENOSPC' })
    }
    written += bytesWritten
  }
}

/** Makes what was created, renamed or removed in `folder` survive a power cut. */
export async function syncFolder(folder: string, fs: StoreFs = nodeFs): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (process.platform !== 'win32' || !noFolderFlush.has(errorCode(cause))) throw cause
  }
}

/** Creates `folder` and those above it that are missing, on disk when it resolves. */
export async function makeFolderDurably(folder: string, fs: StoreFs = nodeFs): Promise<void> {
  const first = await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) {
    // It may be a process that was killed that made it, and did not come to sync it.
    await syncFolder(dirname(folder), fs).catch((cause: unknown) => {
      if (!noAccess.has(errorCode(cause))) throw cause
    })
    return
  }
  const top = dirname(first)
  for (let made = dirname(folder); ; made = dirname(made)) {
    await syncFolder(made, fs)
    if (made === top || made === dirname(made)) return
  }
}

/** How to wait between two tries, and whether this system refuses what it grants a moment later. */
type Patience = {
  readonly wait?: (milliseconds: number) => Promise<unknown>
  readonly patient?: boolean
}

/** Renames; where another program holds the file, as Windows reports it, tries again for ten seconds. */
export async function renameOver(
  from: string,
  to: string,
  system: Pick<StoreFs, 'rename'> & Patience = nodeFs,
): Promise<void> {
  const { wait = setTimeout, patient = process.platform === 'win32' } = system
  let waited = 0
  for (let pause = 10; ; pause = Math.min(pause + 10, longestPause)) {
    try {
      return await system.rename(from, to)
    } catch (cause) {
      const worthwhile = patient && heldByAnother.has(errorCode(cause))
      if (!worthwhile || waited >= longestHold) throw cause
    }
    await wait(pause)
    waited += pause
  }
}

/** Creates a file that holds exactly `bytes`, on disk when it resolves; its name in the folder not yet. */
export async function writeNew(path: string, bytes: Uint8Array, fs: StoreFs): Promise<void> {
  const handle = await fs.open(path, 'wx', 0o600)
  try {
    await writeAll(handle, bytes)
    // Never repeated on the same file: after a failed flush the next one may report a success it is not.
    await handle.sync()
    const { size } = await handle.stat()
    if (size !== bytes.byteLength) {
      throw new Error(`${size} of ${bytes.byteLength} bytes arrived in the file`)
    }
  } finally {
    await handle.close()
  }
}

/** The system's name of a failure, such as ENOSPC; empty when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
