import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FilePhotoStore } from '../../../../electron/photos/file-photo-store.ts'
import type { PhotoSize } from '../../../../electron/photos/photo-store.ts'

let root: string
let folder: string
let store: FilePhotoStore

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'roster-photos-'))
  folder = join(root, 'store', 'photos')
  store = new FilePhotoStore(folder)
})

afterEach(() => rm(root, { recursive: true, force: true }))

const photo = { master: Uint8Array.of(1, 2, 3), thumbnail: Uint8Array.of(4, 5) }
const hash = createHash('sha256').update(photo.master).digest('hex')

describe('FilePhotoStore', () => {
  it('answers the hash of the master', async () => {
    expect(await store.put(photo)).toBe(hash)
  })

  it('gives back both sizes', async () => {
    await store.put(photo)
    expect(await store.read(hash, 648)).toEqual(photo.master)
    expect(await store.read(hash, 96)).toEqual(photo.thumbnail)
  })

  it('gives them back after a restart', async () => {
    await store.put(photo)
    expect(await new FilePhotoStore(folder).read(hash, 648)).toEqual(photo.master)
  })

  it('keeps a picture in a folder of its first two digits, and nothing beside it', async () => {
    await store.put(photo)
    expect(await readdir(folder)).toEqual([hash.slice(0, 2)])
    const files = await readdir(join(folder, hash.slice(0, 2)))
    expect(files.toSorted()).toEqual([`${hash}.648.jpg`, `${hash}.96.jpg`])
  })

  it('does not write a picture again', async () => {
    await store.put(photo)
    const path = join(folder, hash.slice(0, 2), `${hash}.648.jpg`)
    const { ino, mtimeMs } = await stat(path)
    await store.put(photo)
    expect(await stat(path)).toMatchObject({ ino, mtimeMs })
  })

  it('adds the size that is missing', async () => {
    await store.put(photo)
    const path = join(folder, hash.slice(0, 2), `${hash}.96.jpg`)
    await rm(path)
    await store.put(photo)
    expect(new Uint8Array(await readFile(path))).toEqual(photo.thumbnail)
  })

  it('keeps the same picture of many writers once', async () => {
    const hashes = await Promise.all(Array.from({ length: 10 }, () => store.put(photo)))
    expect(new Set(hashes)).toEqual(new Set([hash]))
    expect(await readdir(join(folder, hash.slice(0, 2)))).toHaveLength(2)
  })

  it('has no picture under a hash that nobody put', async () => {
    expect(await store.read('0'.repeat(64), 648)).toBeNull()
  })

  it.each([
    '',
    '..',
    hash.toUpperCase(),
    hash.slice(1),
    `${hash}0`,
    `${hash}\n`,
    `../../../../${'0'.repeat(52)}`,
    `${'0'.repeat(63)}/`,
  ])('takes %j for no hash and looks at no file', async (name) => {
    await store.put(photo)
    expect(await store.read(name, 648)).toBeNull()
  })

  it('knows no other size', async () => {
    await store.put(photo)
    const path = join(folder, hash.slice(0, 2), `${hash}.5.jpg`)
    await writeFile(path, 'not kept by the store')
    expect(await store.read(hash, 5 as PhotoSize)).toBeNull()
  })

  it('says that nothing was saved when the folder cannot be written', async () => {
    await writeFile(join(root, 'store'), 'a file in the way')
    await expect(store.put(photo)).rejects.toMatchObject({
      code: 'storage',
      key: 'storageFailed',
      values: { reason: expect.stringMatching(/^[A-Z]+$/) },
    })
  })

  it('does not take a picture that cannot be read for one that is not there', async () => {
    await mkdir(join(folder, hash.slice(0, 2), `${hash}.648.jpg`), { recursive: true })
    await expect(store.read(hash, 648)).rejects.toThrow()
  })
})
