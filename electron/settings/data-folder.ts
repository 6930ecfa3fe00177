import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Policies } from './policies.ts'

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

/** Everything that can say where the directory lies. */
export type DataFolderWishes = {
  readonly policies: Pick<Policies, 'enforced' | 'defaults'>
  readonly dataDir?: string | undefined
  readonly portable?: boolean
}

/**
 * What the organisation enforces goes before the command line, and that before what the organisation suggests. Throws
 * `storage` when a policy names no absolute path.
 */
export function dataFolderOf(
  { policies, dataDir, portable = false }: DataFolderWishes,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const { enforced, defaults } = policies
  if (enforced.DataFolder) return absolute(enforced.DataFolder, environment)
  if (dataDir) return resolve(dataDir)
  if (portable || environment.PORTABLE_EXECUTABLE_DIR) return portableDataFolder(environment)
  if (defaults.DataFolder) return absolute(defaults.DataFolder, environment)
  return defaultDataFolder(process.platform, environment)
}

/** Fills in `%NAME%`, `$NAME` and `${NAME}` from the environment, as an administrator writes them. */
export function expandPath(path: string, environment: NodeJS.ProcessEnv): string {
  return path.replace(/%(\w+)%|\$\{(\w+)\}|\$(\w+)/g, (whole, ...names: (string | undefined)[]) => {
    const name = names.slice(0, 3).find((each) => each !== undefined)
    return (name && environment[name]) || whole
  })
}

function absolute(given: string, environment: NodeJS.ProcessEnv): string {
  const path = expandPath(given, environment)
  if (isAbsolute(path)) return resolve(path)
  throw new AppError('storage', 'dataFolderUnusable', {
    values: { path, reason: 'not an absolute path' },
  })
}

/**
 * Beside the program, where a stick carries both. The single-file programs unpack themselves elsewhere and say where they
 * are; a Mac's program is a folder that must stay as it was signed.
 */
function portableDataFolder({ PORTABLE_EXECUTABLE_DIR, APPIMAGE }: NodeJS.ProcessEnv): string {
  const [bundle] = process.execPath.split(/\.app[/\\]/)
  const beside =
    PORTABLE_EXECUTABLE_DIR ??
    dirname(APPIMAGE ?? (process.platform === 'darwin' && bundle ? bundle : process.execPath))
  return join(beside, 'Roster Data')
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
