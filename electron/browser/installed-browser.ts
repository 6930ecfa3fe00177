import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'

type Surroundings = {
  readonly platform: NodeJS.Platform
  readonly environment: NodeJS.ProcessEnv
  readonly exists: (path: string) => boolean
}

/** The program of a Chromium, Chrome or Edge that is installed where they usually are, or null. */
export function findInstalledBrowser(
  { platform, environment, exists }: Surroundings = {
    platform: process.platform,
    environment: process.env,
    exists: existsSync,
  },
): string | null {
  return placesOn(platform, environment).find((path) => exists(path)) ?? null
}

function placesOn(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') return onWindows(environment)
  if (platform === 'darwin') return onMac(environment)
  return onLinux(environment)
}

function onWindows(environment: NodeJS.ProcessEnv): string[] {
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
  const programs = [
    ['Chromium', 'Application', 'chrome.exe'],
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ]
  return programs.flatMap((program) =>
    roots.flatMap((name) => {
      const root = environment[name]
      return root ? [win32.join(root, ...program)] : []
    }),
  )
}

function onMac({ HOME = '' }: NodeJS.ProcessEnv): string[] {
  const names = ['Chromium', 'Google Chrome', 'Microsoft Edge']
  return names.flatMap((name) =>
    ['/Applications', posix.join(HOME, 'Applications')].map((folder) =>
      posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
    ),
  )
}

function onLinux({ PATH = '' }: NodeJS.ProcessEnv): string[] {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const folders = [...PATH.split(':'), '/usr/bin', '/snap/bin'].filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}
