import { join } from 'node:path'
import { sequenceToldBy } from './anchor.ts'
import { checkpointName, segmentName, sortFiles } from './file-names.ts'
import { decodeHeader, type FileKind, headerLength } from './format/file-header.ts'
import { UnreadableDirectory, unreadable } from './recover.ts'
import type { StoreFs } from './store-fs.ts'

/**
 * Whether a folder holds a directory, as far as that shows without a key. Throws `damaged` when a file is of
 * another version of Roster, cannot be read, or all of them are gone.
 */
export async function showsDirectory(fs: StoreFs, folder: string): Promise<boolean> {
  const { segments, checkpoints } = sortFiles(await fs.readdir(folder))
  const [segment, checkpoint] = [segments.at(-1), checkpoints.at(-1)]
  const newest = [
    ...(segment === undefined ? [] : [['segment', segmentName(segment)] as const]),
    ...(checkpoint === undefined ? [] : [['checkpoint', checkpointName(checkpoint)] as const]),
  ]
  const faults: unknown[] = []
  for (const [kind, name] of newest) {
    const version = await versionOf(fs, join(folder, name), kind).catch((cause: unknown) => {
      faults.push(cause)
      return 'unknown'
    })
    if (version === 'newer' || version === 'preliminary') throw unreadable(version, folder)
  }
  if (faults.length > 0 && faults.length === newest.length) throw faults[0]
  if (newest.length > 0) return true
  // The anchor comes before the first transaction, and moves on with those that follow.
  if (((await sequenceToldBy(fs, folder)) ?? 0) > 0)
    throw new UnreadableDirectory(
      folder,
      [{ file: 'head.json', kind: 'missing-end', offset: 0 }],
      null,
    )
  return false
}

async function versionOf(fs: StoreFs, path: string, kind: FileKind) {
  const file = await fs.open(path, 'r')
  try {
    const bytes = Buffer.alloc(headerLength)
    const { bytesRead } = await file.read(bytes, 0, headerLength, 0)
    return decodeHeader(bytes.subarray(0, bytesRead), kind)
  } finally {
    await file.close()
  }
}
