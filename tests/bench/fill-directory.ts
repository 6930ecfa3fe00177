import { join } from 'node:path'
import { openApplication } from '../../electron/application.ts'
import { forkPhotoHelper } from '../../electron/photos/fork-photo-helper.ts'
import { LowdbDirectoryStore } from '../../electron/store/lowdb-directory-store.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'
import { preferencesSchema } from '../../shared/contract/preferences.ts'
import { packUser } from '../../shared/directory/user.ts'
import { manyUsers } from '../support/many-users.ts'
import { unlockedKeys } from '../support/unlocked-keys.ts'

export const quiet = { info: () => {}, error: () => {} }

export const administrator = {
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada.lovelace@bench.example',
  password: 'Analytical-Engine-1843',
}

/** Makes a directory of an administrator and `count` people in the data folder. */
export async function fillDirectory(dataDir: string, count: number): Promise<typeof administrator> {
  const preferences = preferencesSchema.parse({})
  const application = await openApplication({
    dataDir,
    sampleFile: '',
    preferences: { get: () => preferences, set: () => preferences },
    startPhotoHelper: forkPhotoHelper,
    log: quiet,
  })
  const input = { name: 'Bench', domain: 'bench.example', administrator }
  const created = await application.answer('createDirectory', input)
  if (!created.ok) throw new Error(created.failure.message)
  await application.close()
  const store = await LowdbDirectoryStore.open({
    fs: nodeFs,
    folder: join(dataDir, 'store'),
    now: () => new Date(),
    keys: await unlockedKeys(dataDir, administrator),
    log: quiet,
  })
  if (!store) throw new Error('The directory just made is not there.')
  await store.transact({ id: 'bench', displayName: 'Bench' }, () => ({
    activity: 'importUsers',
    changes: manyUsers(count)
      .map(packUser)
      .map(({ id = '', ...after }) => ({
        kind: 'user',
        id,
        before: null,
        after,
      })),
  }))
  await store.close()
  return administrator
}
