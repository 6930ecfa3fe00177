import { z } from '../../shared/zod.ts'
import type { Changes } from './preferences-store.ts'

/** Folders outside the data folder that Roster uses on this computer. */
export const folderSettingsSchema = z.strictObject({
  /** Where every backup is made a second time; null for nowhere. */
  secondBackupFolder: z.string().nullable().default(null),
})

export type FolderSettings = z.output<typeof folderSettingsSchema>

export interface FolderSettingsStore {
  get(): FolderSettings

  /** Throws `storage` when they could not be written. */
  set(changes: Changes<FolderSettings>): FolderSettings
}
