import type { FolderFs, StoreFile } from '../../electron/store/store-fs.ts'

/** What changes something on the disk; the others only look. */
const changing = new Set([
  'open wx',
  'write',
  'sync',
  'rename',
  'unlink',
  'mkdir',
  'utimes',
  'link',
  'rm',
])

/**
 * A file system on which `refuse` may throw before a call has done anything. It is told the call, such as
 * `rename`, `open wx` or `open r`, and the path that it is about.
 */
export function refusingFs(fs: FolderFs, refuse: (call: string, path: string) => void): FolderFs {
  const asked = async <T>(call: string, path: string, run: () => Promise<T>): Promise<T> => {
    refuse(call, path)
    return run()
  }
  const fileOf = (path: string, file: StoreFile): StoreFile => ({
    write: (...given) => asked('write', path, () => file.write(...given)),
    read: (...given) => asked('read', path, () => file.read(...given)),
    datasync: () => asked('sync', path, () => file.datasync()),
    sync: () => asked('sync', path, () => file.sync()),
    stat: () => file.stat(),
    close: () => file.close(),
  })
  return {
    open: (path, flags, mode) =>
      asked(`open ${flags}`, path, async () => fileOf(path, await fs.open(path, flags, mode))),
    readFile: (path) => asked('readFile', path, () => fs.readFile(path)),
    readdir: (path) => asked('readdir', path, () => fs.readdir(path)),
    rename: (from, to) => asked('rename', to, () => fs.rename(from, to)),
    unlink: (path) => asked('unlink', path, () => fs.unlink(path)),
    mkdir: (path, options) => asked('mkdir', path, () => fs.mkdir(path, options)),
    stat: (path) => asked('stat', path, () => fs.stat(path)),
    statfs: (path) => fs.statfs(path),
    utimes: (path, ...times) => asked('utimes', path, () => fs.utimes(path, ...times)),
    link: (existing, path) => asked('link', path, () => fs.link(existing, path)),
    rm: (path, options) => asked('rm', path, () => fs.rm(path, options)),
  }
}

/** A file system that refuses every change in this way. */
export const unwritable = (fs: FolderFs, code: string): FolderFs =>
  refusingFs(fs, (call) => {
    if (changing.has(call)) throw Object.assign(new Error(code), { code })
  })

/** A file system of a computer that stops at its `step`th change, as by a power cut, and how many it did. */
export function stoppingFs(fs: FolderFs, step = Number.POSITIVE_INFINITY) {
  const stopped = { fs, changes: 0 }
  stopped.fs = refusingFs(fs, (call) => {
    if (!changing.has(call)) return
    stopped.changes += 1
    if (stopped.changes >= step) throw Object.assign(new Error('stopped'), { code: 'EIO' })
  })
  return stopped
}
