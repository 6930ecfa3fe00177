import { join } from 'node:path'
import { app } from 'electron'
import { dataFolderOf, makeDataFolder } from '../settings/data-folder.ts'

/**
 * Makes the data folder Electron's own, so that both hosts use the same one, and one Roster at a time
 * does. What Chromium keeps for itself goes into a folder of its own. Only before the app is ready.
 */
export function claimDataFolder(): string {
  const folder = dataFolderOf(process.argv.slice(1))
  const chromium = join(folder, 'session')
  makeDataFolder(chromium)
  app.setPath('userData', folder)
  app.setPath('sessionData', chromium)
  return folder
}
