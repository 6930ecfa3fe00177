import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KeyRing } from '../../../../electron/keys/key-ring.ts'
import { FilePhotoStore } from '../../../../electron/photos/file-photo-store.ts'
import type { PhotoSize } from '../../../../electron/photos/photo-store.ts'
import { testRing } from '../../../support/store-keys.ts'

let root: string
let folder: string
let store: FilePhotoStore

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'roster-photos-'))
  folder = join(root, 'store', 'photos')
  store = storeIn(folder)
})

const ring = testRing()
const storeIn = (path: string, keys = { ring }) =>
  new FilePhotoStore(path, keys, { info: () => {}, error: () => {} })

afterEach(() => rm(root, { recursive: true, force: true }))

const photo = { master: Uint8Array.of(1, 2, 3), thumbnail: Uint8Array.of(4, 5) }
const hash = createHash('sha256').update(photo.master).digest('hex')
const name = ring.code('photoName', Buffer.from(hash, 'hex')).toString('hex')
const pathOf = (size: number) => join(folder, name.slice(0, 2), `${name}.${size}.rph`)

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
    expect(await storeIn(folder).read(hash, 648)).toEqual(photo.master)
  })

  it('keeps a picture in a folder of its first two digits, and nothing beside it', async () => {
    await store.put(photo)
    expect(await readdir(folder)).toEqual([name.slice(0, 2)])
    const files = await readdir(join(folder, name.slice(0, 2)))
    expect(files.toSorted()).toEqual([`${name}.648.rph`, `${name}.96.rph`])
  })

  it('does not write a picture again', async () => {
    await store.put(photo)
    const path = pathOf(648)
    const { ino, mtimeMs } = await stat(path)
    await store.put(photo)
    expect(await stat(path)).toMatchObject({ ino, mtimeMs })
  })

  it('adds the size that is missing', async () => {
    await store.put(photo)
    const path = pathOf(96)
    await rm(path)
    await store.put(photo)
    expect(await store.read(hash, 96)).toEqual(photo.thumbnail)
  })

  it('keeps the same picture of many writers once', async () => {
    const hashes = await Promise.all(Array.from({ length: 10 }, () => store.put(photo)))
    expect(new Set(hashes)).toEqual(new Set([hash]))
    expect(await readdir(join(folder, name.slice(0, 2)))).toHaveLength(2)
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
  ])('takes %j for no hash and looks at no file', async (wrong) => {
    await store.put(photo)
    expect(await store.read(wrong, 648)).toBeNull()
  })

  it('knows no other size', async () => {
    await store.put(photo)
    const path = pathOf(5)
    await writeFile(path, 'not kept by the store')
    expect(await store.read(hash, 5 as PhotoSize)).toBeNull()
  })

  it('keeps a picture so that nobody without the keys can see it, or tell that it is there', async () => {
    const master = new Uint8Array(randomBytes(5000))
    const kept = await store.put({ ...photo, master })
    const [file = ''] = (await readdir(folder, { recursive: true })).filter((each) =>
      each.endsWith('.648.rph'),
    )
    expect(file).not.toContain(kept)
    expect(
      (await readFile(join(folder, file))).includes(Buffer.from(master.subarray(100, 120))),
    ).toBe(false)
    const others = storeIn(folder, { ring: KeyRing.create(ring.directoryId) })
    expect(await others.read(kept, 648)).toBeNull()
  })

  it('shows no picture that was damaged, or put in the place of another', async () => {
    const other = await store.put({ ...photo, master: Uint8Array.of(7, 8, 9) })
    await store.put(photo)
    const otherName = ring.code('photoName', Buffer.from(other, 'hex')).toString('hex')
    const bytes = await readFile(pathOf(648))
    await writeFile(join(folder, otherName.slice(0, 2), `${otherName}.648.rph`), bytes)
    expect(await store.read(other, 648)).toBeNull()
    bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60)
    await writeFile(pathOf(648), bytes)
    expect(await store.read(hash, 648)).toBeNull()
  })

  it('finds a picture of the data key before', async () => {
    await store.put(photo)
    expect(await storeIn(folder, { ring: ring.next(3) }).read(hash, 648)).toEqual(photo.master)
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
    await mkdir(pathOf(648), { recursive: true })
    await expect(store.read(hash, 648)).rejects.toThrow()
  })
})
