import { join } from 'node:path'
import { AdministratorKeys } from '../../electron/keys/administrator-keys.ts'
import { deriveKeyInThread, type KeyCosts, usualKeyCosts } from '../../electron/keys/derive-key.ts'
import { DirectoryKeys } from '../../electron/keys/directory-keys.ts'
import { SlotFiles } from '../../electron/keys/slot-files.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'

/** The keys of the directory in a data folder, as an administrator's password opens them. */
export async function unlockedKeys(
  dataDir: string,
  account: { readonly userPrincipalName: string; readonly password: string },
  costs: KeyCosts = usualKeyCosts,
): Promise<DirectoryKeys> {
  const folder = join(dataDir, 'store')
  const keys = new DirectoryKeys(new SlotFiles(nodeFs, folder), {
    path: folder,
    now: () => new Date(),
    refuseReadOnly: () => {},
    onShutOut: () => {},
    log: { info: () => {}, error: () => {} },
  })
  const accounts = new AdministratorKeys(keys, deriveKeyInThread(), costs)
  const { unlocked } = await accounts.unlock(account.userPrincipalName, account.password)
  keys.take(unlocked)
  return keys
}
