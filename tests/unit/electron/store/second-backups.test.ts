import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KeyRing } from '../../../../electron/keys/key-ring.ts'
import { folderSettingsSchema } from '../../../../electron/settings/folder-settings.ts'
import { SecondBackups } from '../../../../electron/store/second-backups.ts'
import { type FolderFs, nodeFs } from '../../../../electron/store/store-fs.ts'
import type { StoreKeys } from '../../../../electron/store/store-keys.ts'
import { aFolder, makeDirectory } from '../../../support/a-store.ts'
import { memorySettings } from '../../../support/memory-settings.ts'
import { unwritable } from '../../../support/refusing-fs.ts'
import { backupsIn } from '../../../support/some-backups.ts'
import { keysOf, testKeys } from '../../../support/store-keys.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** A data folder with a directory in it, and a place elsewhere. */
async function aPlace(fs: FolderFs = nodeFs, keys: StoreKeys = testKeys) {
  const home = await temporaryFolder()
  const dataDir = join(home, 'data')
  const elsewhere = join(home, 'elsewhere')
  await makeDirectory(dataDir)
  const settings = memorySettings(folderSettingsSchema)
  const place = {
    fs,
    dataDir,
    settings,
    backupsIn: (folder: string) => backupsIn(dataDir, folder, { fs, keys }),
  }
  const second = new SecondBackups(place)
  /** The same where the organisation chose the place elsewhere. */
  const managed = new SecondBackups({ ...place, managed: elsewhere })
  return { home, dataDir, elsewhere, settings, second, managed }
}

async function captureOf(dataDir: string) {
  const folder = aFolder(dataDir)
  const store = await folder.open()
  if (!store) throw new Error('There is no directory.')
  const capture = await store.capture()
  await store.close()
  await folder.release()
  return capture
}

const signal = new AbortController().signal

describe('a second folder that the organisation chose', () => {
  it('is taken into use with the first backup, and is missed when it is away afterwards', async () => {
    const { dataDir, elsewhere, managed: second } = await aPlace()
    const capture = await captureOf(dataDir)
    expect(second.isManaged).toBe(true)
    const { id } = (await second.current?.take(capture, 'daily', signal)) ?? {}
    expect(await second.current?.list()).toMatchObject([{ id }])
    await rm(elsewhere, { recursive: true })
    await mkdir(elsewhere)
    await expect(second.current?.take(capture, 'daily', signal)).rejects.toMatchObject({
      key: 'backupFolderAway',
    })
  })

  it('is not used while it holds something else', async () => {
    const { dataDir, elsewhere, managed: second } = await aPlace()
    await mkdir(elsewhere)
    await writeFile(join(elsewhere, 'holiday.jpg'), '')
    await expect(second.current?.take(await captureOf(dataDir), 'daily', signal)).rejects.toThrow()
    expect(await readdir(elsewhere)).toEqual(['holiday.jpg'])
  })
})

describe('a second folder for backups', () => {
  it('is made where it is not there, and holds whole backups from then on', async () => {
    const { dataDir, elsewhere, second } = await aPlace()
    const capture = await captureOf(dataDir)
    expect(second.current).toBe(null)
    await second.use(join(elsewhere, 'new'), capture.directoryId)
    const { id } = (await second.current?.take(capture, 'daily', signal)) ?? {}
    expect(await second.current?.list()).toMatchObject([{ id }])
    await rm(join(dataDir, 'backups'), { recursive: true, force: true })
    await second.current?.prepare(id ?? '')
  })

  it('may hold backups of the same directory, and what systems put everywhere', async () => {
    const { dataDir, elsewhere, second } = await aPlace()
    const capture = await captureOf(dataDir)
    await second.use(`  "${elsewhere}"  `, capture.directoryId)
    await second.current?.take(capture, 'daily', signal)
    await mkdir(join(elsewhere, 'lost+found'))
    await writeFile(join(elsewhere, '.DS_Store'), '')
    second.forget()
    expect(second.current).toBe(null)
    await second.use(elsewhere, capture.directoryId)
    expect(await second.current?.list()).toHaveLength(1)
  })

  it('is refused when it is no place for backups, and nothing is left behind', async () => {
    const { home, dataDir, elsewhere, settings, second } = await aPlace()
    const { directoryId } = await captureOf(dataDir)
    const refusal = (path: string) =>
      second.use(path, directoryId).then(
        () => null,
        (error: { code: string; key: string }) => [error.code, error.key],
      )
    await mkdir(elsewhere)
    await symlink(dataDir, join(home, 'link'))
    await writeFile(join(home, 'file'), '')
    await mkdir(join(home, 'full'))
    await writeFile(join(home, 'full', 'letter.txt'), '')
    const before = [
      await readdir(home),
      await readdir(dataDir),
      await readdir(join(dataDir, 'store')),
    ]
    for (const [path, key] of [
      ['backups', 'backupFolderRelative'],
      ['', 'backupFolderRelative'],
      [dataDir, 'backupFolderInside'],
      [join(dataDir, 'more'), 'backupFolderInside'],
      [join(dataDir, 'store', 'deep', 'deeper'), 'backupFolderInside'],
      [join(elsewhere, '..', 'data', 'more'), 'backupFolderInside'],
      [join(home, 'link', 'more'), 'backupFolderInside'],
      [home, 'backupFolderOccupied'],
      [join(home, 'full'), 'backupFolderOccupied'],
      [join(home, 'file'), 'backupFolderUnusable'],
      [join(home, 'file', 'more'), 'backupFolderUnusable'],
    ] as const)
      expect([path, await refusal(path)]).toEqual([path, ['invalid-input', key]])
    expect(settings.get()).toEqual({ secondBackupFolder: null })
    expect([
      await readdir(home),
      await readdir(dataDir),
      await readdir(join(dataDir, 'store')),
    ]).toEqual(before)
  })

  it('is refused when it does not give back what is written', async () => {
    for (const fs of [
      unwritable(nodeFs, 'EROFS'),
      { ...nodeFs, readFile: async (path: string) => (await nodeFs.readFile(path)).fill(0) },
    ]) {
      const { dataDir, elsewhere, second } = await aPlace(nodeFs)
      const { directoryId } = await captureOf(dataDir)
      await mkdir(elsewhere)
      const failing = new SecondBackups({
        fs,
        dataDir,
        settings: memorySettings(folderSettingsSchema),
        backupsIn: (folder) => backupsIn(dataDir, folder),
      })
      await expect(failing.use(elsewhere, directoryId)).rejects.toMatchObject({
        key: 'backupFolderUnusable',
      })
      expect(await readdir(elsewhere)).toEqual([])
      expect(second.current).toBe(null)
    }
  })

  it('is not taken for another when its disk is away, or holds another directory’s', async () => {
    const one = await aPlace()
    const directoryId = '01234567-89ab-4cde-8f01-0000000000ff'
    const ring = KeyRing.open(directoryId, 1, Buffer.alloc(32, 'other'), [])
    const other = await aPlace(nodeFs, keysOf(ring))
    const capture = await captureOf(one.dataDir)
    await one.second.use(one.elsewhere, capture.directoryId)
    await rm(one.elsewhere, { recursive: true })
    const take = () => one.second.current?.take(capture, 'daily', signal)
    await expect(take()).rejects.toMatchObject({ code: 'storage', key: 'backupFolderAway' })
    await mkdir(one.elsewhere)
    await expect(take()).rejects.toMatchObject({ key: 'backupFolderAway' })
    expect(await readdir(one.elsewhere)).toEqual([])

    const foreign = { ...(await captureOf(other.dataDir)), directoryId }
    await other.second.use(one.elsewhere, foreign.directoryId)
    await expect(take()).rejects.toMatchObject({ key: 'backupFolderOfOther' })
    await expect(one.second.use(one.elsewhere, capture.directoryId)).rejects.toMatchObject({
      key: 'backupFolderOfOther',
    })
    await other.second.current?.take(foreign, 'daily', signal)
    await rm(join(one.elsewhere, 'roster-backups.json'))
    await expect(one.second.use(one.elsewhere, capture.directoryId)).rejects.toMatchObject({
      key: 'backupFolderOfOther',
    })
  })
})
