import { app, type BrowserWindow, dialog } from 'electron'
import type { DesktopText } from './text.ts'

/**
 * Asks before edits are lost, whichever way the window closes. The page says that there are any, by
 * its beforeunload event.
 */
export function guardUnsavedEdits(window: BrowserWindow, text: DesktopText): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const chosen = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: text('unsavedTitle'),
      detail: text('unsavedDetail'),
      buttons: [text('keepEditing'), text('closeAnyway')],
      defaultId: 0,
      cancelId: 0,
    })
    if (chosen === 1) event.preventDefault()
  })
}

/** Offers a fresh page when the process that shows it has ended. */
export function reviveLostPage(window: BrowserWindow, text: DesktopText): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const chosen = dialog.showMessageBoxSync(window, {
      type: 'error',
      message: text('pageGoneTitle'),
      detail: text('pageGoneDetail'),
      buttons: [text('reloadWindow'), text('quit')],
      defaultId: 0,
    })
    if (chosen === 0) window.webContents.reload()
    else app.exit(1)
  })
}
