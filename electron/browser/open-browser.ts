import { spawn } from 'node:child_process'

/** Opens a window of its own for Roster. A browser that does not start is no reason to stop. */
export function openBrowser(program: string, address: string): void {
  const browser = spawn(program, [`--app=${address}`], { detached: true, stdio: 'ignore' })
  browser.on('error', () => {})
  browser.unref()
}
