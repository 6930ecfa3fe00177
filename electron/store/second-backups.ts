import { AppError } from '../../shared/errors.ts'
import type { FolderSettingsStore } from '../settings/folder-settings.ts'
import {
  checkBackupFolder,
  type FolderCheck,
  markBackupFolder,
  ownerOfBackupFolder,
} from './backup-folder.ts'
import type { Backups } from './backups.ts'

export type SecondPlace = FolderCheck & {
  readonly settings: FolderSettingsStore
  /** The folder that the organisation chose instead. */
  readonly managed?: string | undefined
}

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

  /** Whether the organisation chose the folder, and nobody else may. */
  get isManaged(): boolean {
    return this.#place.managed !== undefined
  }

  /** The backups in it; null when there is no second folder. */
  get current(): Backups | null {
    const { settings, managed } = this.#place
    const folder = managed ?? settings.get().secondBackupFolder
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
        // Nobody typed this folder: it is looked at when the first backup is to go there.
        if (this.isManaged && this.#place.settings.get().secondBackupFolder !== folder)
          await this.use(folder, capture.directoryId)
        const owner = await ownerOfBackupFolder(this.#place.fs, folder)
        const key = owner === null ? 'backupFolderAway' : 'backupFolderOfOther'
        if (owner !== capture.directoryId)
          throw new AppError('storage', key, { values: { path: folder } })
        return backups.take(capture, ...rest)
      },
    }
  }
}
