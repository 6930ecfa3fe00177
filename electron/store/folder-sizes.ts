import { join } from 'node:path'
import { logFiles } from '../log.ts'
import { checkpointOf, isTemporary, segmentOf, slotFileNames } from './file-names.ts'
import type { StoreFs } from './store-fs.ts'

/** One file, or all of a kind together: those that are too many to list, or have names of somebody's own. */
export type Measured = { readonly path: string; readonly files: number; readonly bytes: number }

type Reading = Pick<StoreFs, 'readdir' | 'stat'>

const ownFiles: ReadonlySet<string> = new Set([
  'config.json',
  'window.json',
  'folders.json',
  'device.json',
  'attempts.json',
  ...logFiles,
  'ballast',
])
const ownFolders: ReadonlySet<string> = new Set(['backups', 'reports', 'session', 'crashes'])
const storeFolders: ReadonlySet<string> = new Set(['photos', 'personal'])
const storeFiles: ReadonlySet<string> = new Set([...slotFileNames, 'head.json', 'lock.json'])

/** Deeper than Roster or Chromium goes: a link may lead round in a circle. */
const deepest = 8

/** A name that Roster gave itself; of any other name nothing is told. */
export const ownName = (name: string): string =>
  storeFiles.has(name) ||
  segmentOf(name) !== null ||
  checkpointOf(name) !== null ||
  isTemporary(name)
    ? name
    : '(other)'

/** What the files of a data folder take, under the names that Roster gives them and no others. */
export async function folderSizes(fs: Reading, dataDir: string): Promise<readonly Measured[]> {
  const measured: Measured[] = []
  for (const name of await namesIn(fs, dataDir)) {
    const path = join(dataDir, name)
    if (isStore(name)) measured.push(...(await storeSizes(fs, path, name)))
    else
      measured.push(
        await sizeOf(fs, path, ownFiles.has(name) || ownFolders.has(name) ? name : '(other)'),
      )
  }
  return together(measured)
}

const isStore = (name: string) => name === 'store' || /^store\.[a-z]+(?:-[0-9TZ.:-]+)?$/.test(name)

async function storeSizes(fs: Reading, folder: string, as: string): Promise<Measured[]> {
  const names = await namesIn(fs, folder)
  return Promise.all(
    names.map((name) =>
      sizeOf(fs, join(folder, name), `${as}/${storeFolders.has(name) ? name : ownName(name)}`),
    ),
  )
}

async function sizeOf(fs: Reading, path: string, as: string, depth = 0): Promise<Measured> {
  const inside = depth < deepest ? await namesIn(fs, path) : []
  if (inside.length === 0) {
    const bytes = await fs.stat(path).then(
      ({ size }) => size,
      () => 0,
    )
    return { path: as, files: 1, bytes }
  }
  let total: Measured = { path: as, files: 0, bytes: 0 }
  for (const name of inside) {
    const { files, bytes } = await sizeOf(fs, join(path, name), as, depth + 1)
    total = { path: as, files: total.files + files, bytes: total.bytes + bytes }
  }
  return total
}

/** Nothing is in what is no folder. */
const namesIn = async (fs: Reading, folder: string): Promise<readonly string[]> =>
  fs.readdir(folder).then(
    (names) => names.sort(),
    () => [],
  )

function together(measured: readonly Measured[]): readonly Measured[] {
  return [...Map.groupBy(measured, ({ path }) => path)].map(([path, same]) => ({
    path,
    files: same.reduce((sum, { files }) => sum + files, 0),
    bytes: same.reduce((sum, { bytes }) => sum + bytes, 0),
  }))
}
