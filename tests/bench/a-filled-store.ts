import type { JournalPlace } from '../../electron/store/journal-adapter.ts'
import { LowdbDirectoryStore } from '../../electron/store/lowdb-directory-store.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'
import type { StoreKeys } from '../../electron/store/store-keys.ts'
import type { User } from '../../shared/directory/user.ts'
import { directoryId } from '../support/store-keys.ts'
import { importOf } from './import-of.ts'
import { quiet } from './quiet.ts'

export const actor = { id: 'bench', displayName: 'Bench' }

export const aPlace = (folder: string, keys: StoreKeys): JournalPlace => ({
  fs: nodeFs,
  folder,
  now: () => new Date(),
  keys,
  log: quiet,
})

/** Writes a store of these users with its checkpoint, so that what follows is not measured beside one. */
export async function fill(place: JournalPlace, users: readonly User[]): Promise<void> {
  const store = LowdbDirectoryStore.create(place, directoryId)
  await store.transact(actor, () => importOf(users))
  await store.close()
}
