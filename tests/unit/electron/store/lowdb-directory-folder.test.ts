import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, rename as move, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { nodeFs } from '../../../../electron/store/store-fs.ts'
import { damageReportSchema } from '../../../../shared/storage/damage-report.ts'
import { actor, aFolder, begin, makeDirectory, nameIn, rename } from '../../../support/a-store.ts'
import { ManualLockSystem } from '../../../support/manual-lock-system.ts'
import { refusingFs, unwritable } from '../../../support/refusing-fs.ts'
import { directoryId } from '../../../support/store-keys.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const often = { working: { bytes: 0, records: 2 }, closing: { bytes: 0, records: 2 } }

/** Every file of a folder with a hash of what it holds, the lock aside. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    if (name === 'lock.json' || !(await stat(path)).isFile()) continue
    found[name] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  return found
}

const storeOf = (dataDir: string) => join(dataDir, 'store')

async function journalsIn(dataDir: string): Promise<string[]> {
  const names = await readdir(storeOf(dataDir))
  return names.filter((name) => name.endsWith('.rjrn')).map((name) => join(storeOf(dataDir), name))
}

async function checkpointsIn(dataDir: string): Promise<string[]> {
  const names = await readdir(storeOf(dataDir))
  return names.filter((name) => name.endsWith('.rsnap')).map((name) => join(storeOf(dataDir), name))
}

async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  const place = at < 0 ? bytes.length + at : at
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
  await writeFile(path, bytes)
}

describe('a folder that another Roster has', () => {
  it('is opened for reading, and says where the other one is', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 3)
    const system = new ManualLockSystem()
    const first = await aFolder(dataDir, { system }).open()
    const here = await aFolder(dataDir, { system }).open()
    expect(nameIn(here)).toBe('Contoso 3')
    expect(here?.standing.readOnly).toMatchObject({ code: 'storage', key: 'readOnlyHere' })
    const elsewhere = await aFolder(dataDir, {
      system: new ManualLockSystem({ host: 'laptop' }),
    }).open()
    expect(elsewhere?.standing.readOnly).toMatchObject({
      key: 'readOnlyElsewhere',
      values: { host: 'desk' },
    })
    expect(first?.standing.readOnly).toBe(null)
  })

  it('refuses to save and changes nothing, however it is closed', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 600)
    const system = new ManualLockSystem()
    await aFolder(dataDir, { system }).open()
    const before = await contentsOf(dataDir)
    const store = await aFolder(dataDir, { system, checkpoints: often }).open()
    let planned = false
    const saving = store?.transact(actor, () => {
      planned = true
      return begin()
    })
    await expect(saving).rejects.toMatchObject({ code: 'storage', key: 'readOnlyHere' })
    expect(planned).toBe(false)
    await store?.close()
    expect(await contentsOf(dataDir)).toEqual(before)
  })

  it('shows what the other one saved when it is opened again, and can be had once that let go', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir)
    const system = new ManualLockSystem()
    const [one, other] = [aFolder(dataDir, { system }), aFolder(dataDir, { system })]
    const first = await one.open()
    expect(nameIn(await other.open())).toBe('Contoso')
    if (first) await rename(first, 'Fabrikam')
    await other.release()
    expect(nameIn(await other.open())).toBe('Fabrikam')
    await first?.close()
    await one.release()
    const own = await other.open()
    expect(own?.standing.readOnly).toBe(null)
    if (own) await rename(own, 'Northwind')
    expect(nameIn(own)).toBe('Northwind')
    await own?.close()
  })

  it('is read while the other one drops a checkpoint', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 9, { checkpoints: often })
    const [checkpoint = ''] = (await checkpointsIn(dataDir)).toReversed()
    let gone = false
    const fs = refusingFs(nodeFs, (call, path) => {
      if (call !== 'readFile' || path !== checkpoint || gone) return
      gone = true
      throw Object.assign(new Error('gone'), { code: 'ENOENT' })
    })
    const store = await aFolder(dataDir, { fs }).open()
    expect(nameIn(store)).toBe('Contoso 9')
    expect(gone).toBe(true)
  })

  it('lets only one of two create a directory in it', async () => {
    const dataDir = await temporaryFolder()
    const system = new ManualLockSystem()
    const one = aFolder(dataDir, { system })
    const other = aFolder(dataDir, { system })
    const store = await one.create(directoryId)
    await expect(other.create(directoryId)).rejects.toMatchObject({ key: 'readOnlyHere' })
    await store.transact(actor, begin)
    await store.close()
    await one.release()
    await expect(other.create(directoryId)).rejects.toMatchObject({ key: 'directoryExists' })
  })
})

describe('a directory that is taken over', () => {
  it('saves nothing more and says why', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir)
    const system = new ManualLockSystem()
    const store = await aFolder(dataDir, { system }).open()
    let told = 0
    store?.onStanding(() => {
      told += 1
    })
    if (store) await rename(store, 'Fabrikam')
    const lock = join(storeOf(dataDir), 'lock.json')
    await writeFile(lock, (await readFile(lock, 'utf8')).replace(/"token":"[^"]*"/, '"token":"x"'))
    system.pass(1000)
    const before = await contentsOf(dataDir)
    const saving = store && rename(store, 'Northwind')
    await expect(saving).rejects.toMatchObject({ code: 'storage', key: 'readOnlyLost' })
    expect(nameIn(store)).toBe('Fabrikam')
    expect(store?.standing.readOnly).toMatchObject({ key: 'readOnlyLost' })
    expect(told).toBeGreaterThan(0)
    await store?.close()
    expect(await contentsOf(dataDir)).toEqual(before)
  })
})

describe('a folder that may not be written', () => {
  it.each([
    ['EROFS', 'readOnlyDenied'],
    ['EACCES', 'readOnlyDenied'],
    ['EPERM', 'readOnlyDenied'],
    ['ENOSPC', 'readOnlyFull'],
    ['EIO', 'readOnlyFailed'],
  ])('is opened for reading after %s', async (code, key) => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 3)
    const before = await contentsOf(dataDir)
    const store = await aFolder(dataDir, { fs: unwritable(nodeFs, code) }).open()
    expect(nameIn(store)).toBe('Contoso 3')
    expect(store?.standing.readOnly).toMatchObject({ code: 'storage', key })
    const saving = store && rename(store, 'Fabrikam')
    await expect(saving).rejects.toMatchObject({ code: 'storage', key })
    await store?.close()
    expect(await contentsOf(dataDir)).toEqual(before)
  })

  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'is opened for reading where the file system is mounted read-only',
    async () => {
      const dataDir = await temporaryFolder()
      await makeDirectory(dataDir, 3)
      execFileSync('mount', ['--bind', dataDir, dataDir])
      onTestFinished(() => void execFileSync('umount', [dataDir]))
      execFileSync('mount', ['-o', 'remount,ro,bind', dataDir])
      const store = await aFolder(dataDir).open()
      expect(nameIn(store)).toBe('Contoso 3')
      const values = { reason: 'EROFS' }
      expect(store?.standing.readOnly).toMatchObject({ key: 'readOnlyDenied', values })
      await store?.close()
      execFileSync('mount', ['-o', 'remount,rw,bind', dataDir])
      const writable = await aFolder(dataDir).open()
      expect(writable?.standing.readOnly).toBe(null)
      await writable?.close()
    },
  )

  it('says what the disk said when it cannot be read at all', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir)
    const denied = Object.assign(new Error('denied'), { code: 'EACCES' })
    for (const refused of ['readdir', 'readFile']) {
      const fs = refusingFs(nodeFs, (call, path) => {
        if (call === refused && !path.endsWith('lock.json')) throw denied
      })
      await expect(aFolder(dataDir, { fs }).open()).rejects.toMatchObject({
        code: 'damaged',
        key: 'directoryUnreadable',
        values: { reason: 'EACCES', path: storeOf(dataDir) },
      })
    }
    expect(nameIn(await aFolder(dataDir).open())).toBe('Contoso')
  })
})

describe('saving on a disk that refuses', () => {
  it('fails with its cause, tells so, and tells when it works again', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir)
    let code = ''
    const fs = refusingFs(nodeFs, (call) => {
      if (code && ['write', 'sync'].includes(call)) throw Object.assign(new Error(code), { code })
    })
    const store = await aFolder(dataDir, { fs }).open()
    if (!store) throw new Error('There is no directory.')
    const heard: (string | undefined)[] = []
    store.onStanding(() => heard.push(store.standing.lastFailure?.key))
    code = 'ENOSPC'
    await expect(rename(store, 'Fabrikam')).rejects.toMatchObject({ key: 'storageFull' })
    code = 'EROFS'
    await expect(rename(store, 'Fabrikam')).rejects.toMatchObject({ key: 'storageDenied' })
    code = 'EIO'
    await expect(rename(store, 'Fabrikam')).rejects.toMatchObject({ key: 'storageFailed' })
    code = ''
    await rename(store, 'Fabrikam')
    expect(heard).toEqual(['storageFull', 'storageDenied', 'storageFailed', undefined])
    expect(store.standing.readOnly).toBe(null)
    await store.close()
  })
})

describe('a damaged folder', () => {
  it('shows what can be read, saves nothing on top of it, and reports the rest', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 6)
    const [journal = ''] = await journalsIn(dataDir)
    await flip(journal, Math.floor((await stat(journal)).size / 2))
    const before = await contentsOf(storeOf(dataDir))
    const seen: unknown[] = []
    for (const _ of ['once', 'twice']) {
      const folder = aFolder(dataDir, { checkpoints: often })
      const store = await folder.open()
      expect(store?.standing.readOnly).toMatchObject({ code: 'storage', key: 'readOnlyDamaged' })
      await expect(store && rename(store, 'Fabrikam')).rejects.toMatchObject({
        key: 'readOnlyDamaged',
      })
      const { report, file } = folder.damage ?? {}
      const revision = store?.directory.revision ?? 0
      expect(revision).toBeGreaterThan(0)
      expect(report).toMatchObject({
        originals: storeOf(dataDir),
        findings: [{ kind: 'damaged-segment' }],
        recovered: { users: 0, revision },
        missing: { first: revision + 1, last: 6 },
      })
      const kept = damageReportSchema.parse(JSON.parse(await readFile(file ?? '', 'utf8')))
      expect(kept).toEqual(report)
      seen.push(store?.directory, report)
      await store?.close()
      await folder.release()
      expect(await contentsOf(storeOf(dataDir))).toEqual(before)
    }
    expect(seen.slice(0, 2)).toEqual(seen.slice(2))
    expect(await readdir(join(dataDir, 'reports'))).toHaveLength(1)
  })

  it('is read in full when a checkpoint is damaged, and keeps the damaged one', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 9, { checkpoints: often })
    const damaged = (await checkpointsIn(dataDir)).at(-1) ?? ''
    await flip(damaged, 200)
    const bytes = await readFile(damaged)
    const folder = aFolder(dataDir, { checkpoints: often })
    const store = await folder.open()
    expect(nameIn(store)).toBe('Contoso 9')
    expect(store?.standing.readOnly).toBe(null)
    expect(folder.damage?.report).toMatchObject({
      findings: [{ kind: 'damaged-checkpoint', offset: 0 }],
      missing: null,
    })
    for (let step = 1; step <= 12; step += 1) if (store) await rename(store, `Fabrikam ${step}`)
    await store?.close()
    await folder.release()
    expect(await readFile(damaged)).toEqual(bytes)
    const again = aFolder(dataDir)
    expect(nameIn(await again.open())).toBe('Fabrikam 12')
    expect(again.damage).toBe(null)
  })

  it('is read past a checkpoint that the disk does not give', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 9, { checkpoints: often })
    const newest = (await checkpointsIn(dataDir)).at(-1)
    const fs = refusingFs(nodeFs, (call, path) => {
      if (call === 'readFile' && path === newest)
        throw Object.assign(new Error('bad sector'), { code: 'EIO' })
    })
    const folder = aFolder(dataDir, { fs })
    expect(nameIn(await folder.open())).toBe('Contoso 9')
    expect(folder.damage?.report.findings).toMatchObject([{ kind: 'unreadable-file' }])
  })

  it('is read as far as the segment that the disk does not give', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 2)
    for (const name of ['Fabrikam', 'Northwind']) {
      const folder = aFolder(dataDir)
      const store = await folder.open()
      if (store) await rename(store, name)
      await store?.close()
      await folder.release()
    }
    const [, second = ''] = await journalsIn(dataDir)
    const fs = refusingFs(nodeFs, (call, path) => {
      if (call === 'readFile' && path === second)
        throw Object.assign(new Error('bad sector'), { code: 'EIO' })
    })
    const folder = aFolder(dataDir, { fs })
    const store = await folder.open()
    expect(nameIn(store)).toBe('Contoso 2')
    expect(folder.damage?.report).toMatchObject({ missing: { first: 3, last: 4 } })
    await store?.close()
    await folder.release()
    expect(nameIn(await aFolder(dataDir).open())).toBe('Northwind')
  })

  it.each([
    ['its only transaction is damaged', (path: string) => flip(path, 200)],
    ['its header is damaged', (path: string) => flip(path, 20)],
    [
      'it was cut short',
      async (path: string) => writeFile(path, (await readFile(path)).subarray(0, 150)),
    ],
    ['it is empty', (path: string) => writeFile(path, '')],
  ])(
    'is refused as a whole when %s, and never taken for one that is not there',
    async (_, spoil) => {
      const dataDir = await temporaryFolder()
      await makeDirectory(dataDir)
      const [journal = ''] = await journalsIn(dataDir)
      await spoil(journal)
      const before = await contentsOf(storeOf(dataDir))
      const folder = aFolder(dataDir)
      await expect(folder.open()).rejects.toMatchObject({
        code: 'damaged',
        key: 'directoryDamaged',
      })
      expect(folder.damage?.report).toMatchObject({ recovered: null })
      expect(await contentsOf(storeOf(dataDir))).toEqual(before)
      expect(await readdir(storeOf(dataDir))).not.toContain('lock.json')
    },
  )

  it('tells a torn tail from damage: nothing was lost, and nothing is reported', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 3)
    const [journal = ''] = await journalsIn(dataDir)
    const whole = await readFile(journal)
    await writeFile(journal, Buffer.concat([whole, whole.subarray(112, 160)]))
    const folder = aFolder(dataDir)
    const store = await folder.open()
    expect(nameIn(store)).toBe('Contoso 3')
    expect(store?.standing.readOnly).toBe(null)
    expect(folder.damage).toBe(null)
    expect(await readdir(dataDir)).toEqual(['store'])
  })

  it('notices that the end of the journal was taken away', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 3)
    const [journal = ''] = await journalsIn(dataDir)
    await writeFile(journal, (await readFile(journal)).subarray(0, -5))
    const folder = aFolder(dataDir)
    const store = await folder.open()
    expect(nameIn(store)).toBe('Contoso 2')
    expect(store?.standing.readOnly).toMatchObject({ key: 'readOnlyDamaged' })
    expect(folder.damage?.report).toMatchObject({
      findings: [{ kind: 'torn-tail' }, { file: 'head.json', kind: 'missing-end' }],
      missing: { first: 3, last: 3 },
    })
  })

  it.each([
    ['one of the notes of how far it goes', ['head.json'], null],
    ['both', ['head.json', 'head.copy.json'], { key: 'readOnlyDamaged' }],
  ])('is told from a sound one without %s', async (_, files, readOnly) => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 3)
    for (const file of files) await flip(join(storeOf(dataDir), file), 90)
    const folder = aFolder(dataDir)
    const store = await folder.open()
    expect(nameIn(store)).toBe('Contoso 3')
    if (readOnly) expect(store?.standing.readOnly).toMatchObject(readOnly)
    else expect(store?.standing.readOnly).toBe(null)
    const findings = files.map((file) => ({ file, kind: 'damaged-anchor', offset: 0 }))
    expect(folder.damage?.report).toMatchObject({ findings, missing: null })
  })

  it('is not taken for an empty one when all of the journal is gone', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 3)
    for (const file of await journalsIn(dataDir)) await rm(file)
    await expect(aFolder(dataDir).look()).rejects.toMatchObject({ key: 'directoryDamaged' })
    await expect(aFolder(dataDir).open()).rejects.toMatchObject({ key: 'directoryDamaged' })
  })
})

describe('a folder that a newer Roster wrote', () => {
  it('is refused and left to that one', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir)
    const [journal = ''] = await journalsIn(dataDir)
    const bytes = await readFile(journal)
    bytes.writeUInt16LE(3, 104)
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 108)), 108)
    await writeFile(journal, bytes)
    await expect(aFolder(dataDir).open()).rejects.toMatchObject({ key: 'directoryNewer' })
    expect(await readdir(storeOf(dataDir))).not.toContain('lock.json')
  })
})

describe('a directory that is being created', () => {
  it('is not there until its first transaction is', async () => {
    const dataDir = await temporaryFolder()
    let full = true
    const fs = refusingFs(nodeFs, (call, path) => {
      if (full && call === 'sync' && path.includes('journal'))
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    })
    const folder = aFolder(dataDir, { fs })
    const store = await folder.create(directoryId)
    await expect(store.transact(actor, begin)).rejects.toMatchObject({ key: 'storageFull' })
    await store.close()
    await folder.release()
    expect(await aFolder(dataDir).open()).toBe(null)
    full = false
    await makeDirectory(dataDir, 2)
    expect(nameIn(await aFolder(dataDir).open())).toBe('Contoso 2')
  })
})

describe('a swap that a crash cut short', () => {
  it('is ended at the next start', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 2)
    await move(storeOf(dataDir), join(dataDir, 'store.restored'))
    expect(nameIn(await aFolder(dataDir).open())).toBe('Contoso 2')
    expect(await readdir(dataDir)).toEqual(['store'])
  })

  it('never takes the place of a store that is there', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 2)
    await mkdir(join(dataDir, 'store.restored'))
    expect(nameIn(await aFolder(dataDir).open())).toBe('Contoso 2')
  })
})
