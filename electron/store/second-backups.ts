import { AppError } from '../../shared/errors.ts'
import type { FolderSettingsStore } from '../settings/folder-settings.ts'
import {
  checkBackupFolder,
  type FolderCheck,
  markBackupFolder,
  ownerOfBackupFolder,
} from './backup-folder.ts'
import type { Backups } from './backups.ts'

export type SecondPlace = FolderCheck & { readonly settings: FolderSettingsStore }

/**
 * A second folder for backups that the person chose, as on another disk. A mark in it tells whose it is: a
 * disk that is not connected must not be taken for an empty folder, nor another directory's backups for old ones.
 */
export class SecondBackups {
  readonly #place: SecondPlace
  #known: Backups | null = null

  constructor(place: SecondPlace) {
    this.#place = place
  }

  /** The backups in it; null when there is no second folder. */
  get current(): Backups | null {
    const { secondBackupFolder: folder } = this.#place.settings.get()
    if (folder === null) return null
    if (this.#known?.folder !== folder) this.#known = this.#guarded(this.#place.backupsIn(folder))
    return this.#known
  }

  /** Uses a folder from now on. Throws `invalid-input` when it is not fit, and then changes nothing. */
  async use(typed: string, directoryId: string): Promise<void> {
    const folder = await checkBackupFolder(this.#place, typed, directoryId)
    await markBackupFolder(this.#place.fs, folder, directoryId)
    this.#place.settings.set({ secondBackupFolder: folder })
  }

  /** Uses none from now on. What is in it stays. */
  forget(): void {
    this.#place.settings.set({ secondBackupFolder: null })
  }

  #guarded(backups: Backups): Backups {
    const { folder } = backups
    return {
      folder,
      list: () => backups.list(),
      notedHeads: (directoryId) => backups.notedHeads(directoryId),
      prepare: (id) => backups.prepare(id),
      take: async (capture, ...rest) => {
        const owner = await ownerOfBackupFolder(this.#place.fs, folder)
        const key = owner === null ? 'backupFolderAway' : 'backupFolderOfOther'
        if (owner !== capture.directoryId)
          throw new AppError('storage', key, { values: { path: folder } })
        return backups.take(capture, ...rest)
      },
    }
  }
}
