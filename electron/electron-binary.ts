import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The Electron program of this checkout, or null while it has not been fetched. */
export function findElectron(): string | null {
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const program = join(folder, 'dist', readFileSync(note, 'utf8'))
  return existsSync(program) ? program : null
}

/** Fetches the program as `install-electron` does; null when it cannot be had. */
export async function fetchElectron(): Promise<string | null> {
  const script = join(folder, 'install.js')
  await once(spawn(process.execPath, [script], { stdio: 'ignore' }), 'close')
  return findElectron()
}
