import { app, type BrowserWindow } from 'electron'

/** Roster lives as long as its window, and ends only when what it was doing is done. */
export function liveAndQuitWith(window: BrowserWindow, close: () => Promise<void>): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    void close().finally(() => app.exit())
  })
}
