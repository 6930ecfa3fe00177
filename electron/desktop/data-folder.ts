import { join } from 'node:path'
import { app } from 'electron'
import { makeDataFolder, mayWrite } from '../settings/data-folder.ts'

/**
 * Makes the data folder Electron's own, so that both hosts use the same one, and one Roster at a time
 * does. What Chromium keeps for itself goes into a folder of its own, and so does what a crash leaves, which is
 * never sent anywhere. In a folder that may not be written none of this could work: Electron stays where it
 * usually is then. Only before the app is ready.
 */
export function claimDataFolder(folder: string): void {
  makeDataFolder(folder)
  if (!mayWrite(folder)) return
  const chromium = join(folder, 'session')
  makeDataFolder(chromium)
  app.setPath('userData', folder)
  app.setPath('sessionData', chromium)
  app.setPath('crashDumps', join(folder, 'crashes'))
}
