import { randomBytes } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { isAbsolute, join, normalize, relative } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { FailureKey } from '../../shared/text/message.ts'
import { z } from '../../shared/zod.ts'
import type { Backups } from './backups.ts'
import { errorCode, makeFolderDurably, writeDurably } from './durable-file.ts'
import { isPartOfBackups } from './folder-backups.ts'
import type { FolderFs } from './store-fs.ts'

const markName = 'roster-backups.json'
const markSchema = z.object({ format: z.literal(1), directoryId: z.string() })

/** What systems put into folders by themselves, and at the top of disks. */
const ofTheSystem = new Set([
  'lost+found',
  'System Volume Information',
  '$RECYCLE.BIN',
  'desktop.ini',
  'Thumbs.db',
])

export type FolderCheck = {
  readonly fs: FolderFs
  readonly dataDir: string
  readonly backupsIn: (folder: string) => Backups
}

/**
 * The folder that somebody typed, when backups of this directory can be kept in it: it is there or can be
 * made, is empty or has nothing but such backups in it, and gives back what is written. Throws
 * `invalid-input`, and then leaves nothing behind.
 */
export async function checkBackupFolder(
  check: FolderCheck,
  typed: string,
  directoryId: string,
): Promise<string> {
  // Some systems put a path into quotes when it is copied.
  const folder = normalize(typed.trim().replace(/^"(.*)"$/, '$1'))
  if (!isAbsolute(folder)) throw unfit('backupFolderRelative', folder)
  const { fs } = check
  const made = await fs.mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw unusable(folder, cause)
  })
  try {
    await refuseOwn(check, folder)
    await refuseOccupied(check, folder, directoryId)
    await proveWritable(fs, folder)
  } catch (cause) {
    if (made !== undefined) await fs.rm(made, { recursive: true, force: true }).catch(() => {})
    throw cause instanceof AppError ? cause : unusable(folder, cause)
  }
  return folder
}

/** Notes in the folder whose backups it is for. */
export async function markBackupFolder(
  fs: FolderFs,
  folder: string,
  directoryId: string,
): Promise<void> {
  await makeFolderDurably(folder, fs)
  const mark = Buffer.from(`${JSON.stringify({ format: 1, directoryId })}\n`)
  await writeDurably(join(folder, markName), mark, fs).catch((cause: unknown) => {
    throw unusable(folder, cause)
  })
}

/** The directory whose backups the folder is for; null when it does not say, as when its disk is away. */
export async function ownerOfBackupFolder(fs: FolderFs, folder: string): Promise<string | null> {
  try {
    const mark = Buffer.from(await fs.readFile(join(folder, markName))).toString('utf8')
    return markSchema.parse(JSON.parse(mark)).directoryId
  } catch {
    return null
  }
}

/** A folder in the data folder would be lost with it, and one in the store be taken for a part of it. */
async function refuseOwn({ dataDir }: FolderCheck, folder: string): Promise<void> {
  const way = relative(await realpath(dataDir), await realpath(folder))
  const outside = way.startsWith('..') || isAbsolute(way)
  if (!outside) throw unfit('backupFolderInside', folder)
}

async function refuseOccupied(
  { fs, backupsIn }: FolderCheck,
  folder: string,
  directoryId: string,
): Promise<void> {
  const names = await fs.readdir(folder)
  const strange = names.find(
    (name) =>
      name !== markName &&
      !name.startsWith('.') &&
      !ofTheSystem.has(name) &&
      !isPartOfBackups(name),
  )
  if (strange) throw unfit('backupFolderOccupied', folder, { name: strange })
  const owner = await ownerOfBackupFolder(fs, folder)
  const owners =
    owner === null ? (await backupsIn(folder).list()).map((each) => each.directoryId) : [owner]
  if (owners.some((each) => each !== directoryId)) throw unfit('backupFolderOfOther', folder)
}

async function proveWritable(fs: FolderFs, folder: string): Promise<void> {
  const path = join(folder, `.roster-${randomBytes(6).toString('hex')}`)
  const bytes = randomBytes(4096)
  await writeDurably(path, bytes, fs)
  const read = await fs.readFile(path)
  await fs.unlink(path)
  if (Buffer.compare(read, bytes) !== 0) throw new Error('A file did not read back as written.')
}

const unfit = (key: FailureKey, path: string, values: Readonly<Record<string, string>> = {}) =>
  new AppError('invalid-input', key, { values: { path, ...values } })

const unusable = (path: string, cause: unknown) =>
  new AppError('invalid-input', 'backupFolderUnusable', {
    values: { path, reason: errorCode(cause) || 'unknown' },
    cause,
  })
