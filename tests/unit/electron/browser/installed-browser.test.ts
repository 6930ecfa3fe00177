import { describe, expect, it } from 'vitest'
import { findInstalledBrowser } from '../../../../electron/browser/installed-browser.ts'

const found = (
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  ...installed: readonly string[]
) => findInstalledBrowser({ platform, environment, exists: (path) => installed.includes(path) })

describe('findInstalledBrowser', () => {
  it('finds Edge, which every Windows has', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    expect(found('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, edge)).toBe(edge)
  })

  it('finds Chrome in a person’s own applications', () => {
    const chrome = '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(found('darwin', { HOME: '/Users/ada' }, chrome)).toBe(chrome)
  })

  it('finds Chromium on the path, and before Chrome', () => {
    const both = ['/usr/bin/google-chrome', '/opt/bin/chromium']
    expect(found('linux', { PATH: '/opt/bin:/usr/bin' }, ...both)).toBe('/opt/bin/chromium')
  })

  it('finds nothing where nothing is', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const)
      expect(found(platform, {})).toBeNull()
  })
})
