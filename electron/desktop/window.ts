import { BrowserWindow, screen } from 'electron'
import type { Log } from '../log.ts'
import type { SettingsFile } from '../settings/settings-file.ts'
import { pageAddress } from './page-address.ts'
import { placeOf, windowStateSchema } from './window-state.ts'

export type WindowPorts = {
  readonly preload: string
  readonly state: SettingsFile<typeof windowStateSchema>
  /** Whether to forget where the window stood. */
  readonly resetWindow: boolean
  readonly developerTools: boolean
  readonly log: Log
}

/** Roster's only window, where it was closed the last time. It shows once it has something to show. */
export function openWindow({
  preload,
  state,
  resetWindow,
  developerTools,
  log,
}: WindowPorts): BrowserWindow {
  const last = resetWindow ? windowStateSchema.parse({}) : state.get()
  const window = new BrowserWindow({
    ...placeOf(last, screen.getAllDisplays()),
    minWidth: 480,
    minHeight: 360,
    title: 'Roster',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: developerTools,
    },
  })
  window.once('ready-to-show', () => {
    if (last.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    try {
      state.set({ ...window.getNormalBounds(), maximized: window.isMaximized() })
    } catch (error) {
      log.error('the place of the window could not be kept', error)
    }
  })
  return window
}

export const loadPage = (window: BrowserWindow) => window.loadURL(pageAddress)
