import { powerMonitor } from 'electron'
import type { Application } from '../application.ts'

/** Locks when the computer goes to sleep, when its screen is locked and when another person takes over. */
export function lockWithSystem({ lock, askToLock }: Pick<Application, 'lock' | 'askToLock'>): void {
  // The page may have no time to answer: what it keeps as drafts is a second old at most.
  powerMonitor.on('suspend', () => void lock())
  // Windows and macOS tell of these. On Linux it takes the minutes without a sign of somebody.
  powerMonitor.on('lock-screen', askToLock)
  powerMonitor.on('user-did-resign-active', askToLock)
}
