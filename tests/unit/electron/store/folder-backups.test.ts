import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../../electron/store/directory-store.ts'
import { nodeFs } from '../../../../electron/store/store-fs.ts'
import { actor, aFolder, makeDirectory, nameIn, rename } from '../../../support/a-store.ts'
import { ManualLockSystem } from '../../../support/manual-lock-system.ts'
import { refusingFs, stoppingFs } from '../../../support/refusing-fs.ts'
import { backUp, restore, someBackups } from '../../../support/some-backups.ts'
import { testKeys } from '../../../support/store-keys.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** A data folder as the application leaves one, with passwords, a photo of Ada and a few transactions. */
async function aDataFolder(): Promise<{ dataDir: string; photo: string }> {
  const dataDir = await temporaryFolder()
  await makeDirectory(dataDir, 3)
  const image = Buffer.from('a picture of Ada')
  const photo = createHash('sha256').update(image).digest('hex')
  const path = join(dataDir, 'store', 'photos', photo.slice(0, 2), `${photo}.648.rph`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, image)
  await change(dataDir, (store) => store.transact(actor, () => addAda(photo)))
  return { dataDir, photo }
}

const addAda = (photo: string): Plan => ({
  activity: 'addUser',
  changes: [
    { kind: 'user', id: 'ada', before: null, after: { displayName: 'Ada Lovelace', photo } },
  ],
})

type Store = NonNullable<Awaited<ReturnType<ReturnType<typeof aFolder>['open']>>>

async function change(dataDir: string, run: (store: Store) => Promise<unknown>): Promise<void> {
  const folder = aFolder(dataDir)
  const store = await folder.open()
  if (!store) throw new Error('There is no directory.')
  await run(store)
  await store.close()
  await folder.release()
}

async function lookAt<T>(dataDir: string, look: (store: Store | null) => T | Promise<T>) {
  const folder = aFolder(dataDir)
  const store = await folder.open()
  const seen = await look(store)
  await store?.close()
  await folder.release()
  return seen
}

/** To all others it has ended: its lock is left. */
const anEndedProcess = () => new ManualLockSystem({ pid: 9 })

const backupFolder = (dataDir: string, id: string) => join(dataDir, 'backups', id)

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path)
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  await writeFile(path, bytes)
}

async function sharedFilesOf(dataDir: string): Promise<string[]> {
  const shared = join(dataDir, 'backups', 'shared')
  const names = await readdir(shared, { recursive: true })
  return names.filter((name) => basename(name).length === 64).map((name) => join(shared, name))
}

describe('FolderBackups.take', () => {
  it('makes a backup that says what is in it', async () => {
    const { dataDir } = await aDataFolder()
    const backup = await backUp(dataDir, { reason: 'by-hand' })
    expect(backup).toMatchObject({
      takenAt: '2026-01-02T12:00:00.000Z',
      reason: 'by-hand',
      name: 'Contoso 3',
      revision: 4,
      users: 1,
      photos: 1,
    })
    expect(await someBackups(dataDir).list()).toEqual([backup])
    const names = await readdir(backupFolder(dataDir, backup.id))
    expect(names.sort()).toEqual([
      'head.json',
      'keyslots.json',
      'manifest.json',
      'shared.txt',
      'snapshot-0000000000000004.rsnap',
    ])
  })

  it('keeps photos and closed segments once for all backups', async () => {
    const { dataDir } = await aDataFolder()
    await backUp(dataDir)
    const first = await sharedFilesOf(dataDir)
    await change(dataDir, (store) => rename(store, 'Fabrikam'))
    await backUp(dataDir)
    const second = await sharedFilesOf(dataDir)
    expect(first).toHaveLength(3)
    expect(second).toHaveLength(4)
    expect(second).toEqual(expect.arrayContaining(first))
  })

  it('holds the directory of the moment it was begun, whatever is saved meanwhile', async () => {
    const { dataDir } = await aDataFolder()
    const backups = someBackups(dataDir)
    await change(dataDir, async (store) => {
      const taking = backups.take(await store.capture(), 'daily', new AbortController().signal)
      await rename(store, 'Fabrikam')
      expect(await taking).toMatchObject({ name: 'Contoso 3', revision: 4 })
    })
    const [backup] = await backups.list()
    await restore(dataDir, backup?.id ?? '')
    expect(await lookAt(dataDir, nameIn)).toBe('Contoso 3')
  })

  it('makes several in one second', async () => {
    const { dataDir } = await aDataFolder()
    for (let copy = 1; copy <= 3; copy += 1) await backUp(dataDir)
    expect(await someBackups(dataDir).list()).toHaveLength(3)
  })

  it('counts only what reads back as it was written', async () => {
    const { dataDir } = await aDataFolder()
    const rotting = {
      ...nodeFs,
      async readFile(path: string) {
        const bytes = new Uint8Array(await nodeFs.readFile(path))
        if (path.includes('.partial') && path.endsWith('.rsnap')) bytes.fill(0, 300, 301)
        return bytes
      },
    }
    await expect(backUp(dataDir, { fs: rotting })).rejects.toMatchObject({ key: 'backupFailed' })
    expect(await someBackups(dataDir).list()).toEqual([])
    expect(await readdir(join(dataDir, 'backups'))).not.toContainEqual(
      expect.stringMatching(/partial/),
    )
  })

  it('is refused before it begins when there is no room', async () => {
    const { dataDir } = await aDataFolder()
    const fs = { ...nodeFs, statfs: async () => ({ bavail: 10_000, bsize: 1000 }) }
    await expect(backUp(dataDir, { fs })).rejects.toMatchObject({
      key: 'backupNoSpace',
      values: { needed: 65, free: 10 },
    })
    expect(await readdir(dataDir)).toEqual(['store'])
  })

  it('is given up at once when Roster closes, and leaves nothing that looks like one', async () => {
    const { dataDir } = await aDataFolder()
    await change(dataDir, async (store) => {
      const capture = await store.capture()
      await expect(
        someBackups(dataDir).take(capture, 'daily', AbortSignal.abort()),
      ).rejects.toThrow()
    })
    expect(await someBackups(dataDir).list()).toEqual([])
  })

  it('drops old backups, and what only they had, over months', async () => {
    const { dataDir } = await aDataFolder()
    for (let day = 0; day < 105; day += 5) {
      const now = () => new Date(Date.parse('2026-01-01T12:00:00Z') + day * 86_400_000)
      await change(dataDir, (store) => rename(store, `Contoso on day ${day}`))
      await backUp(dataDir, { now })
    }
    const backups = await someBackups(dataDir).list()
    expect(backups.map(({ takenAt }) => takenAt.slice(5, 10))).toEqual([
      ...['04-11', '04-06', '04-01', '03-27', '03-22', '03-17', '03-12'],
      ...['02-25', '01-31'],
    ])
    const oldest = backups.at(-1)?.id ?? ''
    await restore(dataDir, oldest)
    expect(await lookAt(dataDir, nameIn)).toBe('Contoso on day 30')
  })

  it('can be cut short at any step: no half backup counts, and the next one is whole', async () => {
    const { dataDir } = await aDataFolder()
    await backUp(dataDir)
    await change(dataDir, (store) => rename(store, 'Fabrikam'))
    const whole = stoppingFs(nodeFs)
    const trial = join(await temporaryFolder(), 'data')
    await cp(dataDir, trial, { recursive: true })
    await backUp(trial, { fs: whole.fs })
    expect(whole.changes).toBeGreaterThan(20)
    for (let step = 1; step <= whole.changes; step += 1) {
      const folder = join(await temporaryFolder(), 'data')
      await cp(dataDir, folder, { recursive: true })
      await backUp(folder, { fs: stoppingFs(nodeFs, step).fs, system: anEndedProcess() }).catch(
        () => {},
      )
      const backups = someBackups(folder)
      for (const { id, revision } of await backups.list())
        expect(await backups.prepare(id)).toMatchObject({
          backup: { revision },
          missing: { photos: 0, history: 0 },
        })
      expect(await lookAt(folder, nameIn)).toBe('Fabrikam')
      expect(await backUp(folder)).toMatchObject({ name: 'Fabrikam' })
    }
  }, 60_000)
})

describe('a restored backup', () => {
  it('has the directory, its passwords, photos and history of then, and can be gone on with', async () => {
    const { dataDir, photo } = await aDataFolder()
    const { id } = await backUp(dataDir)
    await change(dataDir, (store) => rename(store, 'Fabrikam'))
    await writeFile(join(dataDir, 'store', 'keyslots.json'), '{"slots":"others"}')

    const { missing, keptAt } = await restore(dataDir, id)
    expect(missing).toEqual({ photos: 0, history: 0 })
    const store = join(dataDir, 'store')
    for (const name of ['keyslots.json', 'keyslots.prev.json'])
      expect(await readFile(join(store, name))).toEqual(testKeys.slotFile)
    const picture = join(store, 'photos', photo.slice(0, 2), `${photo}.648.rph`)
    expect(await readFile(picture, 'utf8')).toBe('a picture of Ada')
    await change(dataDir, async (open) => {
      expect(nameIn(open)).toBe('Contoso 3')
      const sequences: number[] = []
      for await (const { sequence } of open.transactionsAfter(0)) sequences.push(sequence)
      expect(sequences).toEqual([1, 2, 3, 4])
      await rename(open, 'Northwind')
    })
    expect(await lookAt(dataDir, nameIn)).toBe('Northwind')

    expect(basename(keptAt ?? '')).toBe('store.replaced-2026-01-02T120000Z')
    expect(await readFile(join(keptAt ?? '', 'keyslots.json'), 'utf8')).toBe('{"slots":"others"}')
    await rm(store, { recursive: true })
    await cp(keptAt ?? '', store, { recursive: true })
    expect(await lookAt(dataDir, nameIn)).toBe('Fabrikam')
  })

  it('brings a store back that is damaged or gone', async () => {
    const { dataDir } = await aDataFolder()
    const { id } = await backUp(dataDir)
    const store = join(dataDir, 'store')
    for (const name of await readdir(store))
      if (name.endsWith('.rjrn')) await writeFile(join(store, name), 'spoilt')
    const { keptAt } = await restore(dataDir, id)
    expect(await lookAt(dataDir, nameIn)).toBe('Contoso 3')
    expect(await readdir(keptAt ?? '')).toContain('journal-0000000000000001.rjrn')

    await rm(store, { recursive: true })
    const { keptAt: none, missing } = await restore(dataDir, id)
    expect([none, missing.photos]).toEqual([null, 0])
    expect(await lookAt(dataDir, nameIn)).toBe('Contoso 3')
  })

  it('takes a photo from the backup when the one in the store is spoilt, and tells of one that is gone', async () => {
    const { dataDir, photo } = await aDataFolder()
    const { id } = await backUp(dataDir)
    const path = ['photos', photo.slice(0, 2), `${photo}.648.rph`]
    await flip(join(dataDir, 'store', ...path))
    expect((await restore(dataDir, id)).missing.photos).toBe(0)
    expect(await readFile(join(dataDir, 'store', ...path), 'utf8')).toBe('a picture of Ada')

    await rm(join(dataDir, 'store', ...path))
    await rm(join(dataDir, 'backups', 'shared', photo.slice(0, 2), photo))
    expect((await restore(dataDir, id)).missing).toEqual({ photos: 1, history: 0 })
    expect(await lookAt(dataDir, nameIn)).toBe('Contoso 3')
  })

  it.each([
    'snapshot-0000000000000004.rsnap',
    'keyslots.json',
    'head.json',
    'shared.txt',
    'manifest.json',
  ])('is refused when its %s is damaged, and nothing changes', async (part) => {
    const { dataDir } = await aDataFolder()
    const { id } = await backUp(dataDir)
    await flip(join(backupFolder(dataDir, id), part))
    const before = await readdir(dataDir)
    await expect(restore(dataDir, id)).rejects.toMatchObject({
      code: 'damaged',
      key: 'backupDamaged',
    })
    expect(await readdir(dataDir)).toEqual(before)
    expect(await lookAt(dataDir, nameIn)).toBe('Contoso 3')
  })

  it.each([
    ['another number for its key', { keyNumber: 7, mac: '' }],
    ['no code', { mac: '' }],
    ['another time', { takenAt: '2020-01-01T00:00:00.000Z' }],
  ])(
    'is refused when its list of files was written by somebody else, with %s',
    async (_how, forged) => {
      const { dataDir } = await aDataFolder()
      const { id } = await backUp(dataDir)
      const path = join(backupFolder(dataDir, id), 'manifest.json')
      const manifest = JSON.parse(await readFile(path, 'utf8'))
      await writeFile(path, JSON.stringify({ ...manifest, ...forged }))
      await expect(restore(dataDir, id)).rejects.toMatchObject({ key: 'backupDamaged' })
      expect(await lookAt(dataDir, nameIn)).toBe('Contoso 3')
    },
  )

  it('is refused when it is gone, of another version, or not the name of one', async () => {
    const { dataDir } = await aDataFolder()
    const { id } = await backUp(dataDir)
    const manifest = join(backupFolder(dataDir, id), 'manifest.json')
    await writeFile(manifest, JSON.stringify({ format: 3 }))
    await expect(restore(dataDir, id)).rejects.toMatchObject({ key: 'backupNewer' })
    await writeFile(manifest, JSON.stringify({ format: 1 }))
    await expect(restore(dataDir, id)).rejects.toMatchObject({ key: 'backupPreliminary' })
    await rm(join(dataDir, 'backups'), { recursive: true })
    await expect(restore(dataDir, id)).rejects.toMatchObject({ key: 'backupGone' })
    await expect(restore(dataDir, '../store')).rejects.toMatchObject({ key: 'backupGone' })
    expect(await lookAt(dataDir, nameIn)).toBe('Contoso 3')
  })

  it('is refused while another Roster has the folder', async () => {
    const { dataDir } = await aDataFolder()
    const { id } = await backUp(dataDir)
    const other = aFolder(dataDir)
    const open = await other.open()
    await expect(restore(dataDir, id)).rejects.toMatchObject({ key: 'readOnlyHere' })
    await open?.close()
    await other.release()
  })

  it('copies where files cannot be linked', async () => {
    const { dataDir } = await aDataFolder()
    const { id } = await backUp(dataDir)
    const fs = refusingFs(nodeFs, (call) => {
      if (call === 'link') throw Object.assign(new Error('no links'), { code: 'EPERM' })
    })
    expect((await restore(dataDir, id, { fs })).missing).toEqual({ photos: 0, history: 0 })
    expect((await stat(join(dataDir, 'store', 'journal-0000000000000001.rjrn'))).nlink).toBe(1)
    expect(await lookAt(dataDir, nameIn)).toBe('Contoso 3')
  })

  it('can be cut short at any step: the directory is the one before or the restored one', async () => {
    const { dataDir } = await aDataFolder()
    const { id } = await backUp(dataDir)
    await change(dataDir, (store) => rename(store, 'Fabrikam'))
    const whole = stoppingFs(nodeFs)
    const trial = join(await temporaryFolder(), 'data')
    await cp(dataDir, trial, { recursive: true })
    await restore(trial, id, { fs: whole.fs })
    const outcomes = new Map<string | undefined, number>()
    for (let step = 1; step <= whole.changes; step += 1) {
      const folder = join(await temporaryFolder(), 'data')
      await cp(dataDir, folder, { recursive: true })
      await restore(folder, id, {
        fs: stoppingFs(nodeFs, step).fs,
        system: anEndedProcess(),
      }).catch(() => {})
      const name = await lookAt(folder, nameIn)
      outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
      const aside = (await readdir(folder)).find((each) => each.startsWith('store.replaced'))
      if (name === 'Contoso 3') expect(aside).toBeDefined()
      await restore(folder, id)
      expect(await lookAt(folder, nameIn)).toBe('Contoso 3')
    }
    expect([...outcomes.keys()].sort()).toEqual(['Contoso 3', 'Fabrikam'])
  }, 60_000)
})
