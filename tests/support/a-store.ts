import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Ballast } from '../../electron/store/ballast.ts'
import { DamageReports } from '../../electron/store/damage-reports.ts'
import type { DirectoryStore, Plan } from '../../electron/store/directory-store.ts'
import type { CheckpointRule } from '../../electron/store/journal-adapter.ts'
import { LowdbDirectoryFolder } from '../../electron/store/lowdb-directory-folder.ts'
import { type FolderFs, nodeFs } from '../../electron/store/store-fs.ts'
import type { StoreKeys } from '../../electron/store/store-keys.ts'
import { ManualLockSystem } from './manual-lock-system.ts'
import { directoryId, testKeys } from './store-keys.ts'

export const actor = { id: 'ada', displayName: 'Ada' }

const noon = () => new Date('2026-01-02T12:00:00Z')

export type FolderOptions = {
  readonly fs?: FolderFs
  readonly system?: ManualLockSystem
  readonly now?: () => Date
  readonly checkpoints?: CheckpointRule
  readonly ballast?: Pick<Ballast, 'giveUp'>
  readonly keys?: StoreKeys
}

/** The directory's place in a data folder. It lets go when the test is over. */
export function aFolder(
  dataDir: string,
  {
    fs = nodeFs,
    system = new ManualLockSystem(),
    now = noon,
    checkpoints,
    ballast,
    keys = testKeys,
  }: FolderOptions = {},
): LowdbDirectoryFolder {
  const log = { info: () => {}, error: () => {} }
  const place = {
    fs,
    folder: join(dataDir, 'store'),
    now,
    keys,
    log,
    ...(checkpoints ? { checkpoints } : {}),
    ...(ballast ? { ballast } : {}),
  }
  const reports = new DamageReports(join(dataDir, 'reports'), fs, log)
  const folder = new LowdbDirectoryFolder(place, system, reports)
  onTestFinished(() => folder.release())
  return folder
}

export const begin = (): Plan => ({
  activity: 'createDirectory',
  changes: [
    {
      kind: 'organization',
      id: 'directory',
      before: null,
      after: { displayName: 'Contoso', domains: ['contoso.example'] },
    },
  ],
})

/** A directory of so many transactions in a data folder that nobody has any more. */
export async function makeDirectory(
  dataDir: string,
  transactions = 1,
  options: FolderOptions = {},
): Promise<void> {
  const folder = aFolder(dataDir, options)
  const store = await folder.create(directoryId)
  await store.transact(actor, begin)
  for (let step = 2; step <= transactions; step += 1) await rename(store, `Contoso ${step}`)
  await store.close()
  await folder.release()
}

export async function rename(store: DirectoryStore, name: string): Promise<void> {
  await store.transact(actor, ({ tables }) => ({
    activity: 'updateUser',
    changes: [
      {
        kind: 'organization',
        id: 'directory',
        before: { displayName: tables.organization.get('directory')?.displayName },
        after: { displayName: name },
      },
    ],
  }))
}

export const nameIn = (store: DirectoryStore | null) =>
  store?.directory.tables.organization.get('directory')?.displayName
