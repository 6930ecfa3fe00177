import { dirname, join } from 'node:path'
import { errorCode, renameOver, syncFolder } from './durable-file.ts'
import type { StoreFs } from './store-fs.ts'

/** Where a restored directory waits, complete and checked, to take the place of the store. */
export const restoredFolder = (store: string) => join(dirname(store), 'store.restored')

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
  if (!(await renameIfThere(fs, restoredFolder(store), store))) return
  await syncFolder(dirname(store), fs)
}

async function renameIfThere(fs: StoreFs, from: string, to: string): Promise<boolean> {
  if (!(await isThere(fs, from))) return false
  await renameOver(from, to, fs)
  return true
}

async function isThere(fs: StoreFs, path: string): Promise<boolean> {
  try {
    await fs.stat(path)
    return true
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return false
    throw cause
  }
}
