import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { buildStale } from '../../../../electron/build.ts'
import { electron, load } from '../../../support/stand-in-electron/load.ts'

const { app, BrowserWindow, told } = electron
const commandLine = process.argv
const asRoot = process.platform === 'linux' && process.getuid?.() === 0
let dataDir: string

beforeAll(async () => {
  await buildStale()
  dataDir = await mkdtemp(join(tmpdir(), 'roster-read-only-'))
  // Root may write wherever the file system lets it.
  if (asRoot) {
    execFileSync('mount', ['--bind', dataDir, dataDir])
    execFileSync('mount', ['-o', 'remount,ro,bind', dataDir])
  } else await chmod(dataDir, 0o500)
  process.argv = [process.execPath, '.', '--data-dir', dataDir]
  load('main', 'main.js')
  electron.becomeReady()
}, 120_000)

afterAll(async () => {
  process.argv = commandLine
  if (asRoot) execFileSync('umount', [dataDir])
  else await chmod(dataDir, 0o700)
  await rm(dataDir, { recursive: true })
})

it.skipIf(process.platform === 'win32')(
  'a data folder that may not be written is shown all the same',
  async () => {
    await vi.waitUntil(() => BrowserWindow.all[0]?.shown || told.errors.length > 0, {
      timeout: 20_000,
    })
    expect(told.errors).toEqual([])
    expect(told.exits).toEqual([])
    expect(app.getPath('sessionData')).toBe('')
    expect(await readdir(dataDir)).toEqual([])
  },
)
