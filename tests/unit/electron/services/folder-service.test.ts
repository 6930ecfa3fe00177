import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openNewDirectory, openRoster } from '../../../support/open-roster.ts'

describe('showFolder', () => {
  it('opens the folders that the application knows, the data folder where one is not there yet', async () => {
    const shown: string[] = []
    const roster = await openNewDirectory({
      showFolder: async (path) => {
        shown.push(path)
      },
    })
    await roster.ask('showFolder', { folder: 'data' })
    await roster.ask('showFolder', { folder: 'backups' })
    await roster.ask('backUpNow', {})
    await roster.ask('showFolder', { folder: 'backups' })
    await roster.ask('signOut', {})
    await roster.ask('showFolder', { folder: 'reports' })
    const { dataDir } = roster
    expect(shown).toEqual([dataDir, dataDir, join(dataDir, 'backups'), dataDir])
    expect(await roster.ask('directoryStatus', {})).toMatchObject({ showsFolders: true })
  })

  it('takes no path from the page', async () => {
    const shown: string[] = []
    const roster = await openRoster(undefined, {
      showFolder: async (path) => {
        shown.push(path)
      },
    })
    for (const input of [{ folder: '/etc' }, { folder: 'data', path: '/etc' }, { path: '/etc' }])
      expect(await roster.refusal('showFolder', input)).toMatchObject({ code: 'invalid-input' })
    expect(shown).toEqual([])
  })

  it('is refused in words where the host has no file manager', async () => {
    const roster = await openRoster()
    expect(await roster.ask('directoryStatus', {})).toMatchObject({ showsFolders: false })
    const { code, message } = await roster.refusal('showFolder', { folder: 'data' })
    expect(code).toBe('storage')
    expect(message).toContain(`Open ${roster.dataDir} in your file manager`)
  })
})
