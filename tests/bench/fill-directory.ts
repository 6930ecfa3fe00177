import { join } from 'node:path'
import { LowdbDirectoryStore } from '../../electron/store/lowdb-directory-store.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'
import { manyUsers } from '../support/many-users.ts'
import { unlockedKeys } from '../support/unlocked-keys.ts'
import { hostedApplication } from './hosted-application.ts'
import { importOf } from './import-of.ts'
import { quiet } from './quiet.ts'

export const administrator = {
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada.lovelace@bench.example',
  password: 'Analytical-Engine-1843',
}

/** Makes a directory of an administrator and `count` people in the data folder. */
export async function fillDirectory(dataDir: string, count: number): Promise<typeof administrator> {
  const { application, ask } = await hostedApplication(dataDir)
  await ask('createDirectory', { name: 'Bench', domain: 'bench.example', administrator })
  await application.close()
  const store = await LowdbDirectoryStore.open({
    fs: nodeFs,
    folder: join(dataDir, 'store'),
    now: () => new Date(),
    keys: await unlockedKeys(dataDir, administrator),
    log: quiet,
  })
  if (!store) throw new Error('The directory just made is not there.')
  await store.transact({ id: 'bench', displayName: 'Bench' }, () => importOf(manyUsers(count)))
  await store.close()
  return administrator
}
