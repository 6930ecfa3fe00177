import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findInstalledBrowser } from '../../electron/browser/installed-browser.ts'

const playwright = join(import.meta.dirname, '..', '..', 'node_modules', '@playwright', 'test')

/** A browser for the tests: Playwright's own, an installed one, or one that can be had. */
export function findBrowser(): string | null {
  return present() ?? (installPlaywrights() || installDebians() ? present() : null)
}

function present(): string | null {
  const own = chromium.executablePath()
  return existsSync(own) ? own : findInstalledBrowser()
}

function installPlaywrights(): boolean {
  process.stderr.write('There is no Chromium here: fetching Playwright’s.\n')
  return succeeds(process.execPath, join(playwright, 'cli.js'), 'install', 'chromium')
}

function installDebians(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const isDebian = /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release)
  if (!isDebian || process.getuid?.() !== 0) return false
  process.stderr.write('That could not be fetched: installing the system’s.\n')
  return succeeds('apt-get', 'update') && succeeds('apt-get', 'install', '-y', 'chromium')
}

const succeeds = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
