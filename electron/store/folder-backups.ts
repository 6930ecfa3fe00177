import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Backup, BackupReason } from '../../shared/storage/backup.ts'
import type { Log } from '../log.ts'
import { eachInSlices } from '../slices.ts'
import { anchorNames, encodeAnchor } from './anchor.ts'
import {
  backupOf,
  type Manifest,
  manifestName,
  manifestOf,
  type Part,
  partsInSharedList,
  readManifest,
  sharedListName,
  sharedListOf,
} from './backup-manifest.ts'
import { newestFirst, surplusOf } from './backup-retention.ts'
import type { Backups, NotedHead, Restored } from './backups.ts'
import { bufferOver } from './buffer-over.ts'
import { digestOfCheckpoint } from './checkpoint-digest.ts'
import type { Capture } from './directory-store.ts'
import { headroom, inMegabytes } from './disk-space.ts'
import {
  errorCode,
  makeFolderDurably,
  renameOver,
  syncFolder,
  writeDurably,
} from './durable-file.ts'
import { checkpointName, slotFileNames } from './file-names.ts'
import { hashInSlices, hashOfFile } from './hash-in-slices.ts'
import { lastingFiles } from './lasting-files.ts'
import { prepareRestore } from './prepare-restore.ts'
import { release } from './release.ts'
import { SharedFiles } from './shared-files.ts'
import type { FolderFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'
import { writeCheckpoint } from './write-checkpoint.ts'

export type BackupPlace = {
  readonly fs: FolderFs
  /** Where the backups are. */
  readonly folder: string
  /** The folder of the directory that they are of. */
  readonly store: string
  readonly keys: StoreKeys
  readonly now: () => Date
  readonly log: Log
}

const unfinished = '.partial'
const idPattern = /^\d{4}-\d{2}-\d{2}T\d{6}Z-\d+(-\d+)?$/
const sharedName = 'shared'

const isUnfinished = (name: string) =>
  name.endsWith(unfinished) && idPattern.test(name.slice(0, -unfinished.length))

/** Whether something in a folder is of backups by its name. */
export const isPartOfBackups = (name: string): boolean =>
  name === sharedName || idPattern.test(name) || isUnfinished(name)

/** Bytes that a record takes at most as a rule. */
const recordSize = 1000

/**
 * One folder a backup: a checkpoint, the key slots, a list of the shared files and a manifest with the hash
 * of each. The folder gets its name when all of it was read back and compared.
 */
export class FolderBackups implements Backups {
  readonly folder: string
  readonly #place: BackupPlace
  readonly #shared: SharedFiles

  constructor(place: BackupPlace) {
    this.folder = place.folder
    this.#place = place
    this.#shared = new SharedFiles(join(place.folder, sharedName), place.fs)
  }

  async list(): Promise<readonly Backup[]> {
    return (await this.#manifests()).map(backupOf).sort(newestFirst)
  }

  async notedHeads(directoryId: string): Promise<readonly NotedHead[]> {
    const { keys } = this.#place
    return (await this.#manifests())
      .filter(
        (manifest) => manifest.directoryId === directoryId && keys.numberOf(manifest.key) !== null,
      )
      .sort(newestFirst)
      .flatMap(({ takenAt, history }) => (history ? [{ takenAt, ...history }] : []))
  }

  async #manifests(): Promise<Manifest[]> {
    const { fs, log } = this.#place
    const names = await fs.readdir(this.folder).catch((cause: unknown) => {
      if (errorCode(cause) !== 'ENOENT') log.error('the backups could not be listed', cause)
      return []
    })
    const found: Manifest[] = []
    for (const id of names.filter((name) => idPattern.test(name)))
      try {
        found.push({ ...(await readManifest(fs, join(this.folder, id), this.#place.keys)), id })
      } catch (cause) {
        log.error(`the backup ${id} cannot be read`, cause)
      }
    return found
  }

  async take(
    capture: Capture,
    reason: BackupReason,
    signal: AbortSignal,
    at = this.#place.now(),
  ): Promise<Backup> {
    const { fs, log } = this.#place
    try {
      await this.#refuseWithoutSpace(capture)
      const before = await this.list()
      const id = await this.#freeId(capture, at)
      const partial = join(this.folder, id + unfinished)
      await this.#dropUnfinished()
      await makeFolderDurably(partial, fs)
      try {
        const manifest = await this.#fill(partial, {
          id,
          capture,
          reason,
          at,
          last: before[0],
          signal,
        })
        signal.throwIfAborted()
        await renameOver(partial, join(this.folder, id), fs)
        await syncFolder(this.folder, fs)
        const backup = backupOf(manifest)
        await this.#prune([backup, ...before], backup).catch((cause: unknown) =>
          log.error('old backups could not be removed', cause),
        )
        return backup
      } catch (cause) {
        await fs.rm(partial, { recursive: true, force: true }).catch(() => {})
        throw cause
      }
    } catch (cause) {
      // A new backup that does not read back was not made: it is none of those that are damaged.
      const told = cause instanceof AppError && cause.code === 'storage'
      if (told || signal.aborted) throw cause
      const values = { reason: errorCode(cause) || 'unknown', path: this.folder }
      throw new AppError('storage', 'backupFailed', { values, cause })
    }
  }

  async prepare(id: string): Promise<Restored> {
    if (!idPattern.test(id)) throw new AppError('not-found', 'backupGone')
    const { fs, store, keys } = this.#place
    const folder = join(this.folder, id)
    return prepareRestore({ fs, folder, store, keys, shared: this.#shared })
  }

  /** Writes all parts of a backup and reads each back; the manifest comes last. */
  async #fill(folder: string, making: Making): Promise<Manifest> {
    const { fs, keys } = this.#place
    const { id, capture, reason, at, signal } = making
    const parts = [await this.#addCheckpoint(folder, capture)]
    for (const [name, bytes] of this.#records(capture))
      parts.push(await this.#add(folder, name, bytes))
    signal.throwIfAborted()
    parts.push(await this.#add(folder, sharedListName, sharedListOf(await this.#share(making))))
    const manifest = {
      id,
      takenAt: at.toISOString(),
      reason,
      ...factsOf(capture),
      history: { sequence: capture.head.sequence, mac: capture.head.mac },
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      parts,
    }
    await this.#add(folder, manifestName, manifestOf(manifest, keys))
    return readManifest(fs, folder, keys)
  }

  async #addCheckpoint(folder: string, capture: Capture): Promise<Part> {
    const { fs, keys } = this.#place
    const path = checkpointName(capture.head.sequence)
    const records = createHash('sha256')
    await writeCheckpoint(fs, folder, capture, keys, (content) => records.update(content))
    const written = bufferOver(await fs.readFile(join(folder, path)))
    if ((await digestOfCheckpoint(written, keys)) !== records.digest('hex'))
      throw notAsWritten(path)
    const part = { path, bytes: written.length, sha256: await hashInSlices(written) }
    release(written)
    return part
  }

  async #add(folder: string, path: string, bytes: Uint8Array): Promise<Part> {
    const { fs } = this.#place
    await writeDurably(join(folder, path), bytes, fs)
    const sha256 = await hashInSlices(bytes)
    if ((await hashOfFile(fs, join(folder, path))) !== sha256) throw notAsWritten(path)
    return { path, bytes: bytes.length, sha256 }
  }

  /** Small files beside the journal: who can open it, and how far it goes. */
  #records({ directoryId, head }: Capture): [string, Uint8Array][] {
    const { keys } = this.#place
    const { slotFile, generation } = keys
    const { sequence } = head
    const anchor = encodeAnchor({ directoryId, sequence, digest: null, generation }, keys)
    return [
      [slotFileNames[0], slotFile],
      [anchorNames[0], anchor],
    ]
  }

  /** Puts what is not there yet among the shared files, and answers all that belong to the backup. */
  async #share({ capture, last, signal }: Making): Promise<Part[]> {
    const { fs, store } = this.#place
    const known = new Map<string, Part>()
    if (last)
      await eachInSlices(await this.#sharedPartsOf(last.id), (part) => known.set(part.path, part))
    const there = await this.#shared.hashes()
    const parts: Part[] = []
    for await (const { path, settled } of lastingFiles(fs, store, capture.nextSegment)) {
      signal.throwIfAborted()
      const earlier = settled ? known.get(path) : undefined
      if (earlier && there.has(earlier.sha256)) {
        parts.push(earlier)
        continue
      }
      const bytes = await fs.readFile(join(store, path))
      const sha256 = await hashInSlices(bytes)
      if (!there.has(sha256)) await this.#shared.put(sha256, bytes)
      there.add(sha256)
      parts.push({ path, bytes: bytes.length, sha256 })
      release(bytes)
    }
    await this.#shared.settle()
    return parts
  }

  async #prune(backups: readonly Backup[], newest: Backup): Promise<void> {
    const { fs, now } = this.#place
    const surplus = surplusOf(backups, newest, now())
    if (surplus.length === 0) return
    for (const { id } of surplus)
      await fs.rm(join(this.folder, id), { recursive: true, force: true })
    const needed = new Set<string>()
    for (const { id } of backups.filter((backup) => !surplus.includes(backup)))
      await eachInSlices(await this.#sharedPartsOf(id), ({ sha256 }) => needed.add(sha256))
    for (const sha256 of await this.#shared.hashes())
      if (!needed.has(sha256)) await this.#shared.remove(sha256)
  }

  async #sharedPartsOf(id: string): Promise<Iterable<Part>> {
    return partsInSharedList(await this.#place.fs.readFile(join(this.folder, id, sharedListName)))
  }

  async #dropUnfinished(): Promise<void> {
    const { fs } = this.#place
    for (const name of await fs.readdir(this.folder).catch(() => []))
      if (isUnfinished(name)) await fs.rm(join(this.folder, name), { recursive: true, force: true })
  }

  async #freeId({ head }: Capture, at: Date): Promise<string> {
    const { fs } = this.#place
    const id = `${at.toISOString().slice(0, 19).replaceAll(':', '')}Z-${head.sequence}`
    const names = new Set(await fs.readdir(this.folder).catch(() => []))
    for (let copy = 2; ; copy += 1) {
      const free = copy === 2 ? id : `${id}-${copy - 1}`
      if (!names.has(free)) return free
    }
  }

  async #refuseWithoutSpace({ frozen }: Capture): Promise<void> {
    const { fs, store } = this.#place
    const { bavail, bsize } = await fs.statfs(this.folder).catch(() => fs.statfs(store))
    const records = Object.values(frozen).reduce((sum, each) => sum + each.length, 0)
    const needed = headroom + records * recordSize
    if (bavail * bsize >= needed) return
    const values = { ...inMegabytes(needed, bavail * bsize), path: this.folder }
    throw new AppError('storage', 'backupNoSpace', { values })
  }
}

type Making = {
  readonly id: string
  readonly capture: Capture
  readonly reason: BackupReason
  readonly at: Date
  /** The newest one before. */
  readonly last: Backup | undefined
  readonly signal: AbortSignal
}

const notAsWritten = (path: string) => new Error(`${path} did not read back as written.`)

function factsOf({ directoryId, revision, savedAt, frozen }: Capture) {
  const [organization] = frozen.organization as readonly { readonly displayName?: string }[]
  const users = frozen.user as readonly { readonly photo?: string | null }[]
  return {
    directoryId,
    name: organization?.displayName ?? '',
    revision,
    savedAt,
    users: users.length,
    groups: frozen.group.length,
    roleAssignments: frozen.roleAssignment.length,
    photos: new Set(users.flatMap(({ photo }) => photo ?? [])).size,
  }
}
