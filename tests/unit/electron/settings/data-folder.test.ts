import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  dataFolderOf,
  defaultDataFolder,
  makeDataFolder,
} from '../../../../electron/settings/data-folder.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

describe('defaultDataFolder', () => {
  it('is in the local folder of each system, never in a roaming one', () => {
    const local = { LOCALAPPDATA: '/local', APPDATA: '/roaming' }
    expect(defaultDataFolder('win32', local, '/home')).toBe(join('/local', 'Roster', 'Data'))
    expect(defaultDataFolder('darwin', {}, '/Users/ada')).toBe(
      join('/Users/ada', 'Library', 'Application Support', 'Roster', 'Data'),
    )
    expect(defaultDataFolder('linux', {}, '/home/ada')).toBe(
      join('/home/ada', '.local', 'share', 'roster'),
    )
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/data' }, '/home/ada')).toBe(
      join('/data', 'roster'),
    )
  })
})

describe('dataFolderOf', () => {
  const none = { enforced: {}, defaults: {} }
  const home = resolve('/home/ada')

  it('is what the command line says, or else the default', () => {
    expect(dataFolderOf({ policies: none, dataDir: 'x' }, {})).toBe(resolve('x'))
    expect(dataFolderOf({ policies: none }, {})).toBe(defaultDataFolder(process.platform, {}))
  })

  it('is what the organisation enforces before all, and what it suggests after all', () => {
    const [first, last] = [resolve('/first'), resolve('/last')]
    const policies = { enforced: { DataFolder: first }, defaults: { DataFolder: last } }
    expect(dataFolderOf({ policies, dataDir: 'x' }, {})).toBe(first)
    const suggesting = { enforced: {}, defaults: { DataFolder: last } }
    expect(dataFolderOf({ policies: suggesting, dataDir: 'x' }, {})).toBe(resolve('x'))
    expect(dataFolderOf({ policies: suggesting }, {})).toBe(last)
  })

  it.each(['%HOME%/Roster', '$HOME/Roster', `\${HOME}/Roster`])('fills in %s', (path) => {
    const policies = { enforced: { DataFolder: path }, defaults: {} }
    expect(dataFolderOf({ policies }, { HOME: home })).toBe(join(home, 'Roster'))
  })

  it.each(['Roster', '%NOWHERE%/Roster'])('refuses %s, which is no absolute path', (path) => {
    const policies = { enforced: { DataFolder: path }, defaults: {} }
    expect(() => dataFolderOf({ policies }, {})).toThrow(
      expect.objectContaining({ code: 'storage', key: 'dataFolderUnusable' }),
    )
  })

  it('is beside a program that is carried along', () => {
    const on = { policies: none, portable: true }
    expect(dataFolderOf(on, {})).toMatch(/Roster Data$/)
    const image = { APPIMAGE: resolve('/stick/roster.AppImage') }
    expect(dataFolderOf(on, image)).toBe(resolve('/stick/Roster Data'))
    const windows = { PORTABLE_EXECUTABLE_DIR: resolve('/stick') }
    expect(dataFolderOf({ policies: none }, windows)).toBe(resolve('/stick/Roster Data'))
  })
})

describe('makeDataFolder', () => {
  it('says which folder cannot be made', async () => {
    const file = join(await temporaryFolder(), 'file')
    await writeFile(file, '')
    expect(() => makeDataFolder(join(file, 'folder'))).toThrow(
      expect.objectContaining({ code: 'storage', key: 'dataFolderUnusable' }),
    )
  })
})
