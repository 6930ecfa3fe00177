import { basename } from 'node:path'
import type { FolderFs, StoreFile } from '../../../electron/store/store-fs.ts'

/** What is done, such as "write segment" or "rename checkpoint". */
export type Step = string

/** Runs `work`, which is the step, or lets something happen before, while or after it does. */
export type Around = <T>(step: Step, work: () => Promise<T>) => Promise<T>

/** A file system of which each call is told as a step of what the store is about. */
export function stepFs(fs: FolderFs, around: Around): FolderFs {
  let last = 'nothing'
  const mutating = (path: string) => {
    last = kindOf(path)
    return last
  }
  const step = <T>(verb: string, path: string, work: () => Promise<T>) =>
    around(`${verb} ${kindOf(path)}`, work)
  return {
    open: async (path, flags, mode) => {
      if (flags !== 'wx')
        return handle(await step('open', path, () => fs.open(path, flags, mode)), () =>
          kindOf(path) === 'folder' ? `folder after ${last}` : kindOf(path),
        )
      const kind = mutating(path)
      return handle(await around(`create ${kind}`, () => fs.open(path, 'wx', mode)), () => kind)
    },
    readFile: (path) => step('read', path, () => fs.readFile(path)),
    readdir: (path) => around('list folder', () => fs.readdir(path)),
    rename: (from, to) => around(`rename ${mutating(to)}`, () => fs.rename(from, to)),
    unlink: (path) => around(`remove ${mutating(path)}`, () => fs.unlink(path)),
    mkdir: (path, options) => around('make folder', () => fs.mkdir(path, options)),
    stat: (path) => step('measure', path, () => fs.stat(path)),
    statfs: (path) => around('measure disk', () => fs.statfs(path)),
    utimes: (path, ...times) => step('touch', path, () => fs.utimes(path, ...times)),
    link: (existing, path) => around(`link ${mutating(path)}`, () => fs.link(existing, path)),
    rm: (path, options) => around(`remove ${mutating(path)}`, () => fs.rm(path, options)),
  }

  function handle(file: StoreFile, kind: () => string): StoreFile {
    return {
      write: (...given) => around(`write ${kind()}`, () => file.write(...given)),
      read: (...given) => around(`read ${kind()}`, () => file.read(...given)),
      datasync: () => around(`sync ${kind()}`, () => file.datasync()),
      sync: () => around(`sync ${kind()}`, () => file.sync()),
      stat: () => around(`measure ${kind()}`, () => file.stat()),
      close: () => around(`close ${kind()}`, () => file.close()),
    }
  }
}

function kindOf(path: string): string {
  const name = basename(path)
  const final = name.replace(/\.[0-9a-f-]{12,36}\.tmp$/, '')
  if (final !== name) return `new ${kindOf(final)}`
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? name
}

const kinds: readonly [RegExp, string][] = [
  [/\.rjrn$/, 'segment'],
  [/\.rsnap$/, 'checkpoint'],
  [/^[0-9a-f]{64}$/, 'shared file'],
  [/^\d{4}-.*\.partial$/, 'unfinished backup'],
  [/^\d{4}-/, 'backup'],
  [/^store\.restoring-/, 'unfinished copy'],
  [/^store\.restored$/, 'restored store'],
  [/^store\.replaced-/, 'replaced store'],
  [/^[^.]*$/, 'folder'],
]
