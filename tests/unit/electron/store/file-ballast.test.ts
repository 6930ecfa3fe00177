import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FileBallast } from '../../../../electron/store/file-ballast.ts'
import { type FolderFs, nodeFs } from '../../../../electron/store/store-fs.ts'
import { actor, aFolder, begin, makeDirectory, nameIn, rename } from '../../../support/a-store.ts'
import { refusingFs } from '../../../support/refusing-fs.ts'
import { directoryId } from '../../../support/store-keys.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const size = 3_000_000
const plenty = 10_000_000
const log = { info: () => {}, error: () => {} }

async function aBallast(given: Partial<FolderFs> = {}) {
  const folder = await temporaryFolder()
  const path = join(folder, 'ballast')
  const told = { spent: 0 }
  const onSpent = () => {
    told.spent += 1
  }
  const fs = { ...nodeFs, ...given }
  return { folder, path, told, ballast: new FileBallast({ fs, path, log, onSpent, size, plenty }) }
}

describe('the ballast', () => {
  it('is a file of real bytes, which no disk can make smaller', async () => {
    const { ballast, path } = await aBallast()
    await ballast.make()
    expect(gzipSync(await readFile(path)).length).toBeGreaterThan(size * 0.99)
    const { blocks } = await stat(path)
    if (process.platform !== 'win32') expect(blocks * 512).toBeGreaterThanOrEqual(size)
  })

  it('is made only where there is plenty of room, and once', async () => {
    let free = size + plenty - 1
    const { ballast, folder, path } = await aBallast({
      statfs: async () => ({ bavail: free, bsize: 1 }),
    })
    await ballast.make()
    expect(await readdir(folder)).toEqual([])
    free += 1
    await ballast.make()
    const made = await readFile(path)
    free = 0
    await ballast.make()
    expect((await readFile(path)).equals(made)).toBe(true)
  })

  it('that a crash cut short is made again', async () => {
    const { ballast, path } = await aBallast()
    await writeFile(path, 'short')
    await ballast.make()
    expect((await stat(path)).size).toBe(size)
  })

  it('is given up once, and counts as spent until it is made again', async () => {
    const { ballast, folder, told } = await aBallast()
    await ballast.make()
    expect(ballast.spent).toBe(false)
    expect(await Promise.all([ballast.giveUp(), ballast.giveUp()])).toEqual([true, false])
    expect(await readdir(folder)).toEqual([])
    expect(ballast.spent).toBe(true)
    expect(told.spent).toBe(1)
    await ballast.make()
    expect(ballast.spent).toBe(false)
    expect(await ballast.giveUp()).toBe(true)
  })

  it('leaves nothing behind where it could not be made', async () => {
    const folder = await temporaryFolder()
    let written = 0
    const fs = refusingFs(nodeFs, (call) => {
      if (call === 'write' && ++written === 2)
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    })
    const ballast = new FileBallast({ fs, path: join(folder, 'ballast'), log, onSpent() {}, size })
    await ballast.make()
    expect(await readdir(folder)).toEqual([])
    expect(await ballast.giveUp()).toBe(false)
    expect(ballast.spent).toBe(false)
  })
})

describe('a save on a full disk', () => {
  /** A disk that is full, from when the test says so, until somebody frees some of it. */
  function fullDisk(failure: object = { code: 'ENOSPC' }) {
    const disk = { full: false, given: 0 }
    const fs = refusingFs(nodeFs, (call) => {
      if (disk.full && call === 'write') throw Object.assign(new Error('full'), failure)
    })
    const ballast = {
      async giveUp() {
        disk.given += 1
        disk.full = false
        return true
      },
    }
    return { disk, fs, ballast }
  }

  it.each([
    ['is full', { code: 'ENOSPC' }],
    ['has a quota that is used up', { code: 'UNKNOWN', errno: -122 }],
  ])('that %s is tried once more with what the ballast frees', async (_told, failure) => {
    const dataDir = await temporaryFolder()
    const { disk, fs, ballast } = fullDisk(failure)
    await makeDirectory(dataDir)
    const folder = aFolder(dataDir, { fs, ballast })
    const store = await folder.open()
    if (!store) throw new Error('There is no directory.')
    await rename(store, 'Fabrikam')
    disk.full = true
    await rename(store, 'Woodgrove')
    expect(disk.given).toBe(1)
    expect(store.standing).toEqual({ readOnly: null, lastFailure: null })
    await store.close()
    await folder.release()
    expect(nameIn(await aFolder(dataDir).open())).toBe('Woodgrove')
  })

  it('leaves the ballast alone when something else is wrong', async () => {
    const dataDir = await temporaryFolder()
    const { disk, fs, ballast } = fullDisk({ code: 'EIO' })
    const store = await aFolder(dataDir, { fs, ballast }).create(directoryId)
    await store.transact(actor, begin)
    disk.full = true
    await expect(rename(store, 'Woodgrove')).rejects.toMatchObject({ key: 'storageFailed' })
    expect(disk.given).toBe(0)
  })
})
