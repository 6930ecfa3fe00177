import { basename, dirname } from 'node:path'
import type { FolderFs, StoreFile } from '../../../electron/store/store-fs.ts'
import { FileNode, FolderNode, type MemoryDisk, systemError } from './memory-disk.ts'

export type CallName =
  | Exclude<keyof FolderFs, 'open'>
  | 'create'
  | 'open'
  | `file.${keyof StoreFile}`

/** One call of the store to the file system. `number` counts them from zero. */
export type Call = { readonly name: CallName; readonly path: string; readonly number: number }

/** How much of a call is done before it fails or its process is killed. */
export type Extent = 'nothing' | 'part' | 'whole'

/** What becomes of a call instead of success. */
export type Verdict = { readonly fail: string; readonly done: Extent } | { readonly kill: Extent }

export type Intercept = (call: Call) => Verdict | null

/** A process's view of a memory disk. Each call can be made to fail, or be the one at which it is killed. */
export class MemoryStoreFs implements FolderFs {
  /** Calls so far. */
  calls = 0
  /** Syncs and writes on a file after a sync of it failed: the system may report a success they are not. */
  readonly usedAfterFailedSync: string[] = []
  readonly killed: Promise<void>
  readonly #disk: MemoryDisk
  readonly #intercept: Intercept
  #dead = false
  #die: () => void = () => {}

  constructor(disk: MemoryDisk, intercept: Intercept = () => null) {
    this.#disk = disk
    this.#intercept = intercept
    this.killed = new Promise((resolve) => {
      this.#die = resolve
    })
  }

  /** From now on no call of this process does anything or comes back. */
  kill(): void {
    this.#dead = true
    this.#die()
  }

  open(path: string, flags: 'wx' | 'r'): Promise<StoreFile> {
    const disk = this.#disk
    if (flags === 'r')
      return this.#call('open', path, () => {
        const node = disk.find(path)
        if (!node) throw systemError('ENOENT', path)
        return this.#handle(path, node)
      })
    return this.#call('create', path, () => {
      const folder = disk.folderOf(path)
      if (disk.find(path)) throw systemError('EEXIST', path)
      const node = new FileNode()
      disk.apply({ type: 'link', folder, name: basename(path), node })
      return this.#handle(path, node)
    })
  }

  readFile(path: string): Promise<Uint8Array> {
    return this.#call('readFile', path, () => Buffer.from(this.#disk.fileAt(path).bytes))
  }

  readdir(path: string): Promise<string[]> {
    return this.#call('readdir', path, () => {
      const folder = this.#disk.find(path)
      if (!folder) throw systemError('ENOENT', path)
      if (!(folder instanceof FolderNode)) throw systemError('ENOTDIR', path)
      return [...folder.entries.keys()].sort()
    })
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call('rename', from, () => {
      const folder = this.#disk.folderOf(from)
      if (folder !== this.#disk.folderOf(to)) throw systemError('EXDEV', from)
      const node = this.#disk.find(from)
      if (!node) throw systemError('ENOENT', from)
      const type = 'rename'
      this.#disk.apply({ type, folder, name: basename(to), from: basename(from), node })
    })
  }

  unlink(path: string): Promise<void> {
    return this.#call('unlink', path, () => {
      this.#disk.fileAt(path)
      const folder = this.#disk.folderOf(path)
      this.#disk.apply({ type: 'unlink', folder, name: basename(path) })
    })
  }

  mkdir(path: string): Promise<string | undefined> {
    return this.#call('mkdir', path, () => this.#make(path))
  }

  stat(path: string) {
    return this.#call('stat', path, () => {
      const node = this.#disk.find(path)
      if (!node) throw systemError('ENOENT', path)
      return node instanceof FileNode
        ? { size: node.bytes.length, mtimeMs: node.modifiedAt }
        : { size: 0, mtimeMs: 0 }
    })
  }

  statfs(path: string) {
    return this.#call('statfs', path, () => ({ bavail: 2 ** 20, bsize: 4096 }))
  }

  utimes(path: string, _: Date, modified: Date): Promise<void> {
    return this.#call('utimes', path, () => {
      this.#disk.fileAt(path).modifiedAt = modified.getTime()
    })
  }

  link(existing: string, path: string): Promise<void> {
    return this.#call('link', path, () => {
      const node = this.#disk.fileAt(existing)
      if (this.#disk.find(path)) throw systemError('EEXIST', path)
      const folder = this.#disk.folderOf(path)
      this.#disk.apply({ type: 'link', folder, name: basename(path), node })
    })
  }

  rm(path: string): Promise<void> {
    return this.#call('rm', path, () => {
      if (!this.#disk.find(path)) return
      const folder = this.#disk.folderOf(path)
      this.#disk.apply({ type: 'unlink', folder, name: basename(path) })
    })
  }

  #make(path: string): string | undefined {
    if (this.#disk.find(path) instanceof FolderNode) return undefined
    if (this.#disk.find(path)) throw systemError('EEXIST', path)
    const above = this.#make(dirname(path))
    const node = new FolderNode()
    const folder = this.#disk.folderOf(path)
    this.#disk.apply({ type: 'link', folder, name: basename(path), node })
    return above ?? path
  }

  #handle(path: string, node: FileNode | FolderNode): StoreFile {
    const disk = this.#disk
    let end = 0
    let failed = false
    const sync = (name: 'file.sync' | 'file.datasync') => () => {
      if (failed) this.usedAfterFailedSync.push(`${name} ${path}`)
      return this.#call(
        name,
        path,
        () => disk.apply({ type: 'sync', node }),
        () => {
          failed = true
          disk.apply({ type: 'failed-sync', node })
        },
      )
    }
    const put = (bytes: Uint8Array, position: number | null, most: number) => {
      if (!(node instanceof FileNode)) throw systemError('EBADF', path)
      const taken = Math.min(most, Math.max(0, disk.capacity - disk.used))
      if (taken === 0 && most > 0) throw systemError('ENOSPC', path)
      const offset = position ?? end
      const written = Buffer.from(bytes.subarray(0, taken))
      disk.apply({ type: 'write', file: node, offset, bytes: written })
      end = offset + taken
      return { bytesWritten: taken }
    }
    return {
      write: (bytes, offset, length, position) => {
        if (failed) this.usedAfterFailedSync.push(`write ${path}`)
        const given = bytes.subarray(offset, offset + length)
        const part = () => void put(given, position, Math.ceil(length / 2))
        return this.#call('file.write', path, () => put(given, position, length), undefined, part)
      },
      read: (bytes, offset, length, position) =>
        this.#call('file.read', path, () => {
          if (!(node instanceof FileNode)) throw systemError('EISDIR', path)
          const given = node.bytes.subarray(position, position + length)
          bytes.set(given, offset)
          return { bytesRead: given.length }
        }),
      datasync: sync('file.datasync'),
      sync: sync('file.sync'),
      stat: () =>
        this.#call('file.stat', path, () => ({
          size: node instanceof FileNode ? node.bytes.length : 0,
        })),
      close: () => this.#call('file.close', path, () => {}),
    }
  }

  /** One call: as the interceptor wants it, and never in the turn of its caller. */
  async #call<T>(
    name: CallName,
    path: string,
    work: () => T,
    failing: () => void = () => {},
    part: () => void = () => {},
  ): Promise<T> {
    await null
    if (this.#dead) return never
    const number = this.calls
    this.calls += 1
    const verdict = this.#intercept({ name, path, number })
    if (!verdict) {
      const value = work()
      await null
      return this.#dead ? never : value
    }
    const done = 'kill' in verdict ? verdict.kill : verdict.done
    const isSync = name === 'file.sync' || name === 'file.datasync'
    if (done === 'whole' && !(isSync && 'fail' in verdict)) work()
    if (done === 'part') part()
    if ('kill' in verdict) {
      this.kill()
      return never
    }
    failing()
    throw systemError(verdict.fail, `${name} ${path}`)
  }
}

const never = new Promise<never>(() => {})
