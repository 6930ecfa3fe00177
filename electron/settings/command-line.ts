import { parseArgs } from 'node:util'
import { UsageError } from './switches.ts'

/** What the desktop program is started for; all but `run` open no window. */
export type Task = 'run' | 'check' | 'version' | 'help'

export type CommandLine = {
  readonly task: Task
  /** As it was given; nothing when the usual folder is meant. */
  readonly dataDir: string | undefined
  /** The data lies beside the program. */
  readonly portable: boolean
  readonly readOnly: boolean
  /** The window opens where it does the first time. */
  readonly resetWindow: boolean
}

export const desktopUsage = `roster [--data-dir DIR | --portable] [--read-only] [--reset-window]
       roster --check [--data-dir DIR]
       roster --version | --help

  --data-dir DIR   the folder that holds the directory
  --portable       keep the directory beside the program
  --read-only      read the directory and save nothing
  --reset-window   forget where the window stood
  --check          open no window; tell by the exit code how the directory and Roster stand
  --version        print the version
  --help           print this

Exit codes: 0 as it should be, 1 an error, 2 a switch that is not understood,
4 the directory is in use by another Roster, 5 it is damaged or was written by a newer Roster,
6 its folder cannot be read or written, 7 a part of Roster does not work on this computer.`

/**
 * Switches of Chromium and Node that Electron itself reads from the same command line, and that people, launchers and
 * test drivers pass with good reason.
 */
const engineSwitches = new Set([
  'class',
  'disable-dev-shm-usage',
  'disable-features',
  'disable-gpu',
  'enable-features',
  'enable-logging',
  'enable-wayland-ime',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-renderer-accessibility',
  'host-resolver-rules',
  'inspect',
  'lang',
  'name',
  'no-sandbox',
  'original-process-start-time',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
  'remote-debugging-port',
  'use-gl',
  'user-data-dir',
])

const isForEngine = (argument: string) =>
  engineSwitches.has(/^--([^=]+)/.exec(argument)?.[1] ?? '') || argument.startsWith('-psn_')

/**
 * Reads what the desktop program was started with, without the program itself. An unpackaged Electron also takes the
 * folder of the app. Throws `UsageError` for a switch it does not know.
 */
export function readCommandLine(given: readonly string[], packaged: boolean): CommandLine {
  const args = given.filter((argument) => !isForEngine(argument))
  const app = packaged ? -1 : args.findIndex((argument) => !argument.startsWith('-'))
  const values = valuesOf(args.filter((_, index) => index !== app))
  const { 'data-dir': dataDir, portable = false } = values
  if (dataDir === '') throw new UsageError('--data-dir needs a folder.', desktopUsage)
  if (dataDir !== undefined && portable)
    throw new UsageError('--data-dir and --portable exclude each other.', desktopUsage)
  const task = (['help', 'version', 'check'] as const).find((each) => values[each]) ?? 'run'
  const { 'read-only': readOnly = false, 'reset-window': resetWindow = false } = values
  return { task, dataDir, portable, readOnly, resetWindow }
}

function valuesOf(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: false,
      options: {
        'data-dir': { type: 'string' },
        portable: { type: 'boolean' },
        'read-only': { type: 'boolean' },
        'reset-window': { type: 'boolean' },
        check: { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), desktopUsage)
  }
}
