import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildStale } from '../../../../electron/build.ts'
import { electron, load } from '../../../support/stand-in-electron/load.ts'

const { BrowserWindow, ipcMain, told } = electron
const commandLine = process.argv
let dataDir: string

beforeAll(async () => {
  await buildStale(['main'])
  dataDir = await mkdtemp(join(tmpdir(), 'roster-second-'))
  process.argv = [process.execPath, '.', '--data-dir', dataDir]
  told.anotherRuns = true
  load('main', 'main.js')
  electron.becomeReady()
}, 120_000)

afterAll(async () => {
  process.argv = commandLine
  await rm(dataDir, { recursive: true })
})

it('a second Roster on the same data folder leaves it to the first', () => {
  expect(told.exits).toEqual([0])
  expect(BrowserWindow.all).toEqual([])
  expect([...ipcMain.handlers]).toEqual([])
})
