import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderSettingsSchema } from '../../../../electron/settings/folder-settings.ts'
import { ManualClock } from '../../../support/manual-clock.ts'
import { memorySettings } from '../../../support/memory-settings.ts'
import { openNewDirectory, openRoster, type Roster, signIn } from '../../../support/open-roster.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

async function aDirectory() {
  const clock = new ManualClock()
  const wall = { at: new Date('2026-03-02T09:00:00Z') }
  const folders = memorySettings(folderSettingsSchema)
  const roster = await openNewDirectory({ now: () => wall.at, after: clock.after, folders })
  const elsewhere = join(await temporaryFolder(), 'elsewhere')
  return { roster, clock, wall, elsewhere }
}

const newUser = (name: string) => ({
  values: { displayName: name, userPrincipalName: `${name.toLowerCase()}@contoso.example` },
})

const list = async (roster: Roster) => (await roster.ask('listBackups', {})).backups

const warnings = async (roster: Roster) =>
  (await roster.ask('directoryStatus', {})).warnings.map(({ kind, message }) => [kind, message])

describe('a second folder for backups', () => {
  it('gets today’s backup soon, and every later one with the first folder', async () => {
    const { roster, clock, wall, elsewhere } = await aDirectory()
    await roster.ask('backUpNow', {})
    expect(await roster.ask('setBackupFolder', { path: elsewhere })).toEqual({ path: elsewhere })
    expect(await roster.ask('listBackups', {})).toMatchObject({ secondFolder: elsewhere })
    clock.pass(10_000)
    await expect
      .poll(() => list(roster))
      .toMatchObject([
        { reason: 'by-hand', first: true, second: false },
        { reason: 'daily', first: false, second: true },
      ])

    wall.at = new Date('2026-03-02T10:00:00Z')
    expect(await roster.ask('backUpNow', {})).toMatchObject({ failures: [] })
    expect((await list(roster))[0]).toMatchObject({ reason: 'by-hand', first: true, second: true })
    wall.at = new Date('2026-03-03T10:00:00Z')
    await roster.ask('createUser', newUser('Grace'))
    clock.pass(10_000)
    await expect
      .poll(async () => (await list(roster))[0])
      .toMatchObject({ reason: 'daily', first: true, second: true, users: 2 })

    const bytes = new TextEncoder().encode('userPrincipalName,displayName\na@contoso.example,A\n')
    await roster.ask('createUser', newUser('Alan'))
    wall.at = new Date('2026-03-03T11:00:00Z')
    const { importId } = await roster.ask('previewImport', { name: 'a.csv', bytes })
    await roster.ask('applyImport', { importId })
    await expect
      .poll(async () => (await list(roster))[0])
      .toMatchObject({ reason: 'before-import', first: true, second: true, users: 3 })
  })

  it('is remembered after a start, and no more used once it was removed', async () => {
    const { roster, wall, elsewhere } = await aDirectory()
    await roster.ask('setBackupFolder', { path: elsewhere })
    await roster.ask('backUpNow', {})
    const heard: string[] = []
    roster.application.onEvent(({ type }) => heard.push(type))
    expect(await roster.ask('setBackupFolder', { path: null })).toEqual({ path: null })
    expect(heard).toEqual(['history-changed', 'storage-changed'])
    wall.at = new Date('2026-03-02T10:00:00Z')
    await roster.ask('backUpNow', {})
    expect(await list(roster)).toMatchObject([{ second: false }, { second: false }])
    expect(await roster.ask('listBackups', {})).toMatchObject({ secondFolder: null })
    await roster.ask('setBackupFolder', { path: elsewhere })
    expect((await list(roster)).map(({ second }) => second)).toEqual([false, true])
  })

  it('fails by itself, says so by itself, and keeps nothing out of the first', async () => {
    const { roster, clock, wall, elsewhere } = await aDirectory()
    await roster.ask('setBackupFolder', { path: elsewhere })
    await rename(elsewhere, `${elsewhere}.away`)
    const { failures } = await roster.ask('backUpNow', {})
    expect(failures).toEqual([expect.stringContaining(`The backup in ${elsewhere} was not made`)])
    expect(await list(roster)).toMatchObject([{ first: true, second: false }])
    expect(await warnings(roster)).toEqual([['second-backup-failed', failures[0]]])

    await rename(`${elsewhere}.away`, elsewhere)
    wall.at = new Date('2026-03-02T10:00:01Z')
    await roster.ask('createUser', newUser('Grace'))
    clock.pass(10_000)
    await expect.poll(() => warnings(roster)).toEqual([])
    expect((await list(roster))[0]).toMatchObject({ first: false, second: true, users: 2 })
  })

  it('is kept when the first one fails, and both failures are told', async () => {
    const { roster, wall, elsewhere } = await aDirectory()
    await roster.ask('setBackupFolder', { path: elsewhere })
    const first = join(roster.dataDir, 'backups')
    await writeFile(first, 'in the way')
    expect((await roster.ask('backUpNow', {})).failures).toHaveLength(1)
    expect(await warnings(roster)).toMatchObject([['backup-failed', expect.any(String)]])
    expect(await list(roster)).toMatchObject([{ first: false, second: true }])
    await roster.ask('createUser', newUser('Grace'))
    await rename(elsewhere, `${elsewhere}.away`)
    wall.at = new Date('2026-03-02T10:00:00Z')
    expect(await roster.refusal('backUpNow', {})).toMatchObject({
      code: 'storage',
      message: expect.stringContaining(first),
    })
    expect((await warnings(roster)).map(([kind]) => kind)).toEqual([
      'backup-failed',
      'second-backup-failed',
    ])
  })

  it('brings the directory back where the first one is damaged or gone', async () => {
    const { roster, elsewhere } = await aDirectory()
    await roster.ask('setBackupFolder', { path: elsewhere })
    const { id } = await roster.ask('backUpNow', {})
    await roster.ask('createUser', newUser('Grace'))
    const first = join(roster.dataDir, 'backups')
    await cp(first, `${first}.kept`, { recursive: true })
    const [checkpoint = ''] = (await readdir(join(first, id))).filter((name) => /rsnap$/.test(name))
    await writeFile(join(first, id, checkpoint), 'spoilt')
    await roster.ask('restoreBackup', { id })
    await signIn(roster)
    expect(await roster.ask('listUsers', { offset: 0, limit: 0 })).toMatchObject({ total: 1 })

    await rm(first, { recursive: true })
    await roster.application.close()
    await rm(join(roster.dataDir, 'store'), { recursive: true })
    const gone = await roster.reopen()
    expect(await gone.ask('directoryStatus', {})).toMatchObject({ state: 'none', mayRestore: true })
    await gone.ask('restoreBackup', { id })
    await signIn(gone)
    expect(await gone.ask('listUsers', { offset: 0, limit: 0 })).toMatchObject({ total: 1 })

    await writeFile(join(elsewhere, id, checkpoint), 'spoilt')
    await rename(`${first}.kept`, first)
    await gone.ask('restoreBackup', { id })
    await writeFile(join(first, id, checkpoint), 'spoilt')
    await signIn(gone)
    expect(await gone.refusal('restoreBackup', { id })).toMatchObject({ code: 'damaged' })
    expect(await gone.refusal('restoreBackup', { id: `${id}-9` })).toMatchObject({
      code: 'not-found',
    })
  })

  it('can be opened, is chosen by the host, and needs whoever may back up', async () => {
    const shown: string[] = []
    const chosen = join(await temporaryFolder(), 'chosen')
    const roster = await openRoster(undefined, {
      showFolder: async (path) => void shown.push(path),
      chooseFolder: async () => chosen,
    })
    for (const request of ['setBackupFolder', 'chooseBackupFolder'])
      expect(await roster.refusal(request, {})).toMatchObject({ code: 'locked' })
    await roster.ask('openSampleDirectory', {})
    expect(await roster.ask('directoryStatus', {})).toMatchObject({ choosesFolders: true })
    const { path } = await roster.ask('chooseBackupFolder', {})
    await roster.ask('setBackupFolder', { path })
    await roster.ask('showFolder', { folder: 'second-backups' })
    expect(shown).toEqual([chosen])
    expect(await roster.refusal('setBackupFolder', { path: roster.dataDir })).toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('Choose a folder on another disk'),
    })
    expect(await roster.ask('listBackups', {})).toMatchObject({ secondFolder: chosen })
  })
})
