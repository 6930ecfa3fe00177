import { type BrowserWindow, dialog } from 'electron'
import type { DesktopText } from './text.ts'

/** Lets the person choose a folder, or make one, in the system's dialog. */
export async function chooseFolder(
  window: BrowserWindow,
  text: DesktopText,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text('chooseFolderTitle'),
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
