import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyOfStore } from '../../../../electron/store/copy-of-store.ts'
import { nodeFs, type StoreFs } from '../../../../electron/store/store-fs.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const hash = 'ab'.repeat(32)

async function aStore(): Promise<string> {
  const store = join(await temporaryFolder(), 'store')
  await mkdir(join(store, 'photos', 'ab'), { recursive: true })
  await writeFile(join(store, 'lock.json'), '{}')
  await writeFile(join(store, 'empty'), '')
  await writeFile(join(store, 'journal-1.rjrn'), Buffer.alloc(100_000, 7))
  await writeFile(join(store, 'photos', 'ab', `${hash}.648.rph`), 'a picture')
  return store
}

/** Unpacks an archive as anybody would. */
async function unpack(parts: AsyncIterable<Uint8Array>): Promise<string> {
  const folder = await temporaryFolder()
  const archive: Uint8Array[] = []
  for await (const part of parts) archive.push(part)
  await writeFile(join(folder, 'copy.tar'), Buffer.concat(archive))
  execFileSync('tar', ['-xf', 'copy.tar'], { cwd: folder })
  return folder
}

it('holds every file as it is, but the lock', async () => {
  const store = await aStore()
  const copy = join(await unpack(copyOfStore(nodeFs, store)), 'store')
  expect((await readdir(copy)).sort()).toEqual(['empty', 'journal-1.rjrn', 'photos'])
  expect(await readFile(join(copy, 'journal-1.rjrn'))).toEqual(Buffer.alloc(100_000, 7))
  expect(await readFile(join(copy, 'photos', 'ab', `${hash}.648.rph`), 'utf8')).toBe('a picture')
  expect(await readFile(join(copy, 'empty'), 'utf8')).toBe('')
})

it('goes on past a file that the disk does not give, and names it', async () => {
  const store = await aStore()
  const fs: StoreFs = {
    ...nodeFs,
    readFile: (path) =>
      path.endsWith('.rjrn')
        ? Promise.reject(Object.assign(new Error('bad sector'), { code: 'EIO' }))
        : nodeFs.readFile(path),
  }
  const folder = await unpack(copyOfStore(fs, store))
  expect(await readFile(join(folder, 'unreadable.txt'), 'utf8')).toBe('journal-1.rjrn (EIO)\n')
  expect(await readdir(join(folder, 'store'))).toContain('photos')
})
