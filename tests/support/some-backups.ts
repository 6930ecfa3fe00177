import { join } from 'node:path'
import { FolderBackups } from '../../electron/store/folder-backups.ts'
import { type FolderFs, nodeFs } from '../../electron/store/store-fs.ts'
import type { StoreKeys } from '../../electron/store/store-keys.ts'
import type { BackupReason } from '../../shared/storage/backup.ts'
import { aFolder, type FolderOptions } from './a-store.ts'
import { testKeys } from './store-keys.ts'

const noon = () => new Date('2026-01-02T12:00:00Z')

type BackupOptions = {
  readonly fs?: FolderFs
  readonly now?: () => Date
  readonly keys?: StoreKeys
}

/** The backups of a data folder. */
export const someBackups = (dataDir: string, options: BackupOptions = {}): FolderBackups =>
  backupsIn(dataDir, join(dataDir, 'backups'), options)

/** The backups of a data folder that are in another one. */
export function backupsIn(
  dataDir: string,
  folder: string,
  { fs = nodeFs, now = noon, keys = testKeys }: BackupOptions = {},
): FolderBackups {
  return new FolderBackups({
    fs,
    folder,
    store: join(dataDir, 'store'),
    keys,
    now,
    log: { info: () => {}, error: () => {} },
  })
}

/** Opens a data folder, backs it up and closes it again. */
export async function backUp(
  dataDir: string,
  options: FolderOptions & { readonly reason?: BackupReason } = {},
) {
  const folder = aFolder(dataDir, options)
  try {
    const store = await folder.open()
    if (!store) throw new Error('There is no directory.')
    try {
      const { reason = 'daily', ...rest } = options
      const backups = someBackups(dataDir, rest)
      return await backups.take(await store.capture(), reason, new AbortController().signal)
    } finally {
      await store.close()
    }
  } finally {
    await folder.release()
  }
}

/** Puts a backup in the place of the directory, as the application does. Answers where that is kept. */
export async function restore(dataDir: string, id: string, options: FolderOptions = {}) {
  const folder = aFolder(dataDir, options)
  try {
    await (await folder.open().catch(() => null))?.close()
    const { missing } = await someBackups(dataDir, options).prepare(id)
    return { missing, keptAt: await folder.putRestored() }
  } finally {
    await folder.release()
  }
}
