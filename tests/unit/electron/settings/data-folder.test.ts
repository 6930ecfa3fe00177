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
  it('reads the switch in both spellings, among switches it does not know', () => {
    expect(dataFolderOf(['--inspect=0', '.', '--data-dir', 'x'])).toBe(resolve('x'))
    expect(dataFolderOf(['.', '--data-dir=x', '--no-sandbox'])).toBe(resolve('x'))
  })

  it('is the default without one', () => {
    expect(dataFolderOf(['.'])).toBe(defaultDataFolder())
    expect(dataFolderOf(['.', '--data-dir'])).toBe(defaultDataFolder())
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
