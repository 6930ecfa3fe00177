import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildStale } from '../../../../electron/build.ts'
import { electron, load } from '../../../support/stand-in-electron/load.ts'

const { BrowserWindow, told } = electron
const commandLine = process.argv
let folder: string

beforeAll(async () => {
  await buildStale(['main'])
  folder = await mkdtemp(join(tmpdir(), 'roster-failed-'))
  await writeFile(join(folder, 'file'), '')
  process.argv = [process.execPath, '.', '--data-dir', join(folder, 'file', 'data')]
  load('main', 'main.js')
  electron.becomeReady()
}, 120_000)

afterAll(async () => {
  process.argv = commandLine
  await rm(folder, { recursive: true })
})

it('a data folder that cannot be used is explained, and nothing is opened', () => {
  const [sentence] = told.errors
  expect(sentence).toMatch(/^Roster could not start: The data folder .*file.* cannot be used/)
  expect(told.exits).toEqual([1])
  expect(BrowserWindow.all).toEqual([])
})
