import { join } from 'node:path'
import { app } from 'electron'
import { dataFolderOf, makeDataFolder, mayWrite } from '../settings/data-folder.ts'

/**
 * Makes the data folder Electron's own, so that both hosts use the same one, and one Roster at a time
 * does. What Chromium keeps for itself goes into a folder of its own. In a folder that may not be written
 * neither could work: Electron stays where it usually is then. Only before the app is ready.
 */
export function claimDataFolder(): string {
  const folder = dataFolderOf(process.argv.slice(1))
  const chromium = join(folder, 'session')
  makeDataFolder(folder)
  if (!mayWrite(folder)) return folder
  makeDataFolder(chromium)
  app.setPath('userData', folder)
  app.setPath('sessionData', chromium)
  return folder
}
