import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { anchorNames } from './anchor.ts'
import {
  backupOf,
  damagedPart,
  type Manifest,
  type Part,
  partsInSharedList,
  readManifest,
  sharedListName,
} from './backup-manifest.ts'
import type { Restored } from './backups.ts'
import { errorCode, makeFolderDurably, renameOver, syncFolder, writeNew } from './durable-file.ts'
import { segmentOf, slotFileNames } from './file-names.ts'
import { hashInSlices } from './hash-in-slices.ts'
import { recover } from './recover.ts'
import { dropLeftovers, linkOrWrite, restoredFolder, restoringFolder } from './restore-swap.ts'
import type { SharedFiles } from './shared-files.ts'
import type { FolderFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'

export type RestoreSource = {
  readonly fs: FolderFs
  /** The backup's own folder. */
  readonly folder: string
  /** The store whose place it is to take. */
  readonly store: string
  readonly shared: SharedFiles
  readonly keys: StoreKeys
}

/** A store has these twice, a backup once. */
const copies: ReadonlyMap<string, string> = new Map([slotFileNames, anchorNames])

/**
 * Copies a backup beside the store and opens it there; without its key in use, only what every file holds is
 * compared with what was noted of it. What is in the store is not touched.
 */
export async function prepareRestore(source: RestoreSource): Promise<Restored> {
  const { fs, store, keys } = source
  const target = restoringFolder(store)
  try {
    const manifest = await readManifest(fs, source.folder, keys)
    await dropLeftovers(fs, store)
    await makeFolderDurably(target, fs)
    const missing = await copy(source, manifest, target)
    if (keys.numberOf(manifest.key) !== null && keys.id === manifest.key)
      await compare(source, manifest, target)
    await renameOver(target, restoredFolder(store), fs)
    await syncFolder(dirname(store), fs)
    return { backup: backupOf(manifest), missing }
  } catch (cause) {
    await fs.rm(target, { recursive: true, force: true }).catch(() => {})
    if (cause instanceof AppError) throw cause
    const values = { reason: errorCode(cause) || 'unknown' }
    throw new AppError('storage', 'restoreFailed', { values, cause })
  }
}

/** Answers what no good copy is left of. A part of the backup itself that is not right is refused. */
async function copy(source: RestoreSource, { parts }: Manifest, target: string) {
  const { fs, folder } = source
  const folders = new Set([target])
  const missing = { photos: 0, history: 0 }
  for (const part of parts) {
    const bytes = await fs.readFile(join(folder, part.path)).catch((cause: unknown) => {
      throw damagedPart(part.path, cause)
    })
    if ((await hashInSlices(bytes)) !== part.sha256) throw damagedPart(part.path)
    if (part.path !== sharedListName) {
      await writeNew(join(target, part.path), bytes, fs)
      const copy = copies.get(part.path)
      if (copy) await writeNew(join(target, copy), bytes, fs)
      continue
    }
    for (const shared of partsInSharedList(bytes)) {
      const path = join(target, shared.path)
      folders.add(dirname(path))
      await fs.mkdir(dirname(path), { recursive: true, mode: 0o700 })
      if (await bring(source, shared, path)) continue
      missing[segmentOf(shared.path) === null ? 'photos' : 'history'] += 1
    }
  }
  for (const each of folders) await syncFolder(each, fs)
  if (folders.size > 1) await syncFolder(join(target, 'photos'), fs).catch(() => {})
  return missing
}

/** Puts a shared file in its place: the very one of the store where that is right, else a copy. */
async function bring({ fs, store, shared }: RestoreSource, part: Part, path: string) {
  const present = join(store, part.path)
  const there = await fs.readFile(present).catch(() => null)
  if (there && (await hashInSlices(there)) === part.sha256) {
    await linkOrWrite(fs, { from: present, bytes: there }, path)
    return true
  }
  const bytes = await shared.read(part.sha256)
  if (bytes) await writeNew(path, bytes, fs)
  return bytes !== null
}

/** Opens the copy as the next start will, and compares what is in it. */
async function compare({ fs, folder, keys }: RestoreSource, manifest: Manifest, target: string) {
  const recovery = await recover(fs, target, keys)
  const { user, group, roleAssignment } = recovery?.directory.tables ?? {}
  const same =
    recovery?.incomplete === false &&
    recovery.directory.id === manifest.directoryId &&
    recovery.directory.revision === manifest.revision &&
    user?.size === manifest.users &&
    group?.size === manifest.groups &&
    roleAssignment?.size === manifest.roleAssignments
  if (!same) throw damagedPart(basename(folder))
}
