import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { renameOver, syncFolder, unlessGone, writeNew } from './durable-file.ts'
import type { FolderFs, StoreFs } from './store-fs.ts'

const unfinished = 'store.restoring-'

/** Where a directory is put together that is to take the place of the store. */
export const restoringFolder = (store: string) =>
  join(dirname(store), unfinished + randomBytes(6).toString('hex'))

/** Where a restored directory waits, complete and checked, to take the place of the store. */
export const restoredFolder = (store: string) => join(dirname(store), 'store.restored')

/** Removes what was put together and never took the store's place. */
export async function dropLeftovers(fs: FolderFs, store: string): Promise<void> {
  const beside = dirname(store)
  const leftover = basename(restoredFolder(store))
  for (const name of await fs.readdir(beside))
    if (name === leftover || name.startsWith(unfinished))
      await fs.rm(join(beside, name), { recursive: true, force: true })
}

/** Puts a file that nobody changes in another folder as well: the very one, so that both have it, or a copy. */
export async function linkOrWrite(
  fs: FolderFs,
  { from, bytes }: { readonly from: string; readonly bytes: Uint8Array },
  to: string,
): Promise<void> {
  try {
    await fs.link(from, to)
  } catch {
    await writeNew(to, bytes, fs)
  }
}

/**
 * Puts the restored directory in the place of the store, which is kept under the name `aside`. After a
 * crash in between there is no store, and the next start puts the restored one there.
 */
export async function swapIn(fs: StoreFs, store: string, aside: string): Promise<void> {
  await renameOver(store, aside, fs)
  try {
    await renameOver(restoredFolder(store), store, fs)
  } catch (cause) {
    await renameOver(aside, store, fs)
    throw cause
  }
  await syncFolder(dirname(store), fs)
}

/** Ends a swap that a crash cut short. */
export async function finishRestore(fs: StoreFs, store: string): Promise<void> {
  if (await isThere(fs, store)) return
  const restored = restoredFolder(store)
  if (!(await isThere(fs, restored))) return
  await renameOver(restored, store, fs)
  await syncFolder(dirname(store), fs)
}

const isThere = async (fs: StoreFs, path: string): Promise<boolean> =>
  (await unlessGone(fs.stat(path), null)) !== null
