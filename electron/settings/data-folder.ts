import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../../shared/errors.ts'

/**
 * Where the directory lives when nobody says otherwise, the same for both hosts. On Windows it is
 * the local folder, not the roaming one, which has a quota and slows down signing in to Windows.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Roster', 'Data')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Roster', 'Data')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'roster')
}

/** What `--data-dir` says, among switches of whatever started the process, or the default. */
export function dataFolderOf(commandLine: readonly string[]): string {
  const { values } = parseArgs({
    args: [...commandLine],
    options: { 'data-dir': { type: 'string' } },
    strict: false,
  })
  const given = values['data-dir']
  return typeof given === 'string' && given !== '' ? resolve(given) : defaultDataFolder()
}

/** A new folder is for this person only. Throws `storage` when it is not there and cannot be made. */
export function makeDataFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new AppError('storage', 'dataFolderUnusable', { values: { path, reason }, cause })
  }
}

/** Whether files can be made in a folder, as far as the system tells. */
export function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
