import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { basename, posix, win32 } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import type { ShowFolder } from '../show-folder.ts'

type Surroundings = {
  readonly platform: NodeJS.Platform
  readonly environment: NodeJS.ProcessEnv
  readonly exists: (path: string) => boolean
}

/** In milliseconds: what has not failed by then shows its window. */
const startTime = 2000

/** Opens folders in the system's file manager; undefined where there is none, or no display. */
export function findFileManager(
  surroundings: Surroundings = {
    platform: process.platform,
    environment: process.env,
    exists: existsSync,
  },
): ShowFolder | undefined {
  const program = programOf(surroundings)
  return program === null ? undefined : (path) => show(program, path, surroundings)
}

function programOf({ platform, environment, exists }: Surroundings): string | null {
  const { SystemRoot = 'C:\\Windows', PATH = '', DISPLAY, WAYLAND_DISPLAY } = environment
  if (platform === 'win32') return win32.join(SystemRoot, 'explorer.exe')
  if (platform === 'darwin') return '/usr/bin/open'
  if (!DISPLAY && !WAYLAND_DISPLAY) return null
  const folders = PATH.split(':').filter((folder) => posix.isAbsolute(folder))
  return folders.map((folder) => posix.join(folder, 'xdg-open')).find(exists) ?? null
}

async function show(program: string, path: string, { platform, environment }: Surroundings) {
  const manager = spawn(program, [path], { env: environment, detached: true, stdio: 'ignore' })
  manager.unref()
  const failed = (reason: string, cause?: unknown) =>
    new AppError('storage', 'folderNotShown', { values: { path, reason }, cause })
  const ended = once(manager, 'close').catch((cause: unknown) => {
    throw failed(String(cause instanceof Error && 'code' in cause ? cause.code : cause), cause)
  })
  const still = new AbortController()
  const running = setTimeout(startTime, null, { signal: still.signal }).catch(() => null)
  const end = await Promise.race([ended, running])
  still.abort()
  // The Explorer always says 1.
  if (end && end[0] !== 0 && platform !== 'win32') throw failed(`${basename(program)}: ${end[0]}`)
}
