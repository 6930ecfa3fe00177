import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AdministratorKeys } from '../../electron/keys/administrator-keys.ts'
import type { DeriveKey } from '../../electron/keys/derive-key.ts'
import { DirectoryKeys } from '../../electron/keys/directory-keys.ts'
import { resealFiles } from '../../electron/keys/reseal.ts'
import { openSealedFile, sealFile } from '../../electron/keys/sealed-file.ts'
import { SlotFiles } from '../../electron/keys/slot-files.ts'
import type { DirectoryStore } from '../../electron/store/directory-store.ts'
import { writeDurably } from '../../electron/store/durable-file.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { directoryId } from '../support/store-keys.ts'
import { crashStates } from './support/crash-states.ts'
import { count } from './support/figures.ts'
import { type DiskImage, MemoryDisk } from './support/memory-disk.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { scaled, seed } from './support/scale.ts'
import { storeFolder } from './support/store-session.ts'

const ada = { id: 'ada', displayName: 'Ada', userPrincipalName: 'ada@contoso.example' }
const password = 'Analytical-Engine-1843'
const picture = Buffer.from('a picture of Ada')
const hash = createHash('sha256').update(picture).digest()
const photos = `${storeFolder}/photos`

/** Far from what keeps a password safe, and fast: thousands of crashes are signed in after. */
const deriveKey: DeriveKey = async (text, salt, _costs, length) =>
  createHash('sha512').update(text).update(salt).digest().subarray(0, length)

/** The directory of a disk and its keys, as a process of its own finds them. */
class Process {
  readonly fs: MemoryStoreFs
  readonly keys: DirectoryKeys
  readonly accounts: AdministratorKeys
  readonly folder: PatientFolder

  constructor(disk: MemoryDisk) {
    this.fs = new MemoryStoreFs(disk)
    this.keys = new DirectoryKeys(new SlotFiles(this.fs, storeFolder), {
      path: storeFolder,
      now: () => new Date('2026-01-02T12:00:00Z'),
      refuseReadOnly: () => {},
      onShutOut: () => {},
      log: { info: () => {}, error: () => {} },
    })
    this.accounts = new AdministratorKeys(this.keys, deriveKey, { memory: 64, passes: 1 })
    this.folder = new PatientFolder(this.fs, storeFolder, { keys: this.keys })
  }

  async create(): Promise<DirectoryStore> {
    this.keys.begin(directoryId, 'Contoso')
    const store = await this.folder.create()
    await this.accounts.setPassword(ada, password, { mustChange: false })
    await store.transact(ada, () => ({ activity: 'createDirectory', changes: beginning }))
    await this.keys.follow(store)
    return store
  }

  async signIn(): Promise<DirectoryStore> {
    const { unlocked } = await this.accounts.unlock(ada.userPrincipalName, password)
    this.keys.take(unlocked)
    const store = await this.folder.open()
    if (!store) throw new Error('There is no directory.')
    if (store.standing.readOnly) throw store.standing.readOnly
    await this.keys.follow(store)
    return store
  }

  async rekey(store: DirectoryStore): Promise<void> {
    await store.record(ada, { activity: 'changeDataKey' })
    await store.rekey((until) => this.accounts.replaceDataKey(ada.id, password, until))
  }

  async reseal(): Promise<void> {
    const { fs, keys } = this
    const { ring } = keys
    const { signal } = new AbortController()
    const betweenDesks = (work: () => Promise<void>) => work()
    await resealFiles({ fs, store: storeFolder, ring, betweenDesks, signal })
    await keys.update((file) => ({ ...file, resealed: ring.number }))
  }

  async keepPhoto(): Promise<void> {
    const { ring } = this.keys
    const name = this.#nameOfPhoto(ring.number)
    const file = sealFile(ring, { purpose: 'photo', name }, picture)
    await writeDurably(`${photos}/${name.slice(0, 2)}/${name}`, file, this.fs)
  }

  /** The numbers of the data keys that the picture is there under. */
  async photoNumbers(): Promise<number[]> {
    const { ring } = this.keys
    const found: number[] = []
    for (const number of ring.numbers) {
      const name = this.#nameOfPhoto(number)
      const path = `${photos}/${name.slice(0, 2)}/${name}`
      const file = await this.fs.readFile(path).catch(() => null)
      const content = file && openSealedFile(ring, { purpose: 'photo', name }, file)
      if (content?.equals(picture)) found.push(number)
    }
    return found
  }

  #nameOfPhoto(number: number): string {
    return `${this.keys.ring.code('photoName', hash, number).toString('hex')}.648.rph`
  }
}

const save = (store: DirectoryStore, city: string) =>
  store.transact(ada, ({ tables }) => {
    const before = { city: tables.user.get(ada.id)?.city ?? null }
    return {
      activity: 'updateUser',
      changes: [{ kind: 'user', id: ada.id, before, after: { city } }],
    }
  })

const beginning: Change[] = [
  {
    kind: 'organization',
    id: 'directory',
    before: null,
    after: { displayName: 'Contoso', domains: ['contoso.example'] },
  },
  { kind: 'user', id: ada.id, before: null, after: { ...ada, accountEnabled: true } },
  { kind: 'roleAssignment', id: 'one', before: null, after: { roleId: 'role', userId: ada.id } },
]

/** What had been promised by the time the disk had had so many effects. */
type Promised = { readonly position: number; readonly sequence: number; readonly keyNumber: number }

describe('a change of the data key, in a crash at any moment', () => {
  it('leaves the directory open to the same password, with every save and every photo', async (context) => {
    const random = randomNumbers(seed)
    const disk = new MemoryDisk()
    const process = new Process(disk)
    const store = await process.create()
    await process.keepPhoto()
    const promises: Promised[] = []
    const promise = () =>
      promises.push({
        position: disk.effects.length,
        sequence: store.directory.sequence,
        keyNumber: process.keys.number,
      })
    promise()
    for (const city of ['Oslo', 'Rome']) {
      await save(store, city)
      promise()
      await process.rekey(store)
      promise()
      await process.reseal()
      await save(store, `${city} again`)
      promise()
    }
    const due = (position: number) => promises.findLast((each) => each.position <= position)
    const begun = promises[0]?.position ?? 0
    const acknowledged = (at: number) => promises.filter(({ position }) => position <= at).length
    for (const state of crashStates(disk, acknowledged, random, scaled(0, 3))) {
      if (state.position < begun) continue
      const violation = await violationAfter(state.image, due(state.position))
      count(context, { crashStates: state.fresh ? 1 : 0, violations: violation ? 1 : 0 })
      expect(violation, `seed ${seed}, after effect ${state.position}`).toBe(null)
    }
  })
})

async function violationAfter(
  image: DiskImage,
  promised: Promised | undefined,
): Promise<string | null> {
  const disk = new MemoryDisk(image)
  for (const start of ['the next start', 'the one after it']) {
    const process = new Process(disk)
    const store = await process.signIn().catch((cause: unknown) => `${start}: ${String(cause)}`)
    if (typeof store === 'string') return store
    if (store.directory.sequence < (promised?.sequence ?? 0)) return `${start} lacks a save`
    if (process.keys.number < (promised?.keyNumber ?? 1)) return `${start} has the key before`
    if ((await store.checkHistory(new Set())).mac === null) return `${start} has another history`
    if ((await process.photoNumbers()).length === 0) return `${start} lacks the photo`
    await process.reseal()
    if ((await process.photoNumbers()).join() !== String(process.keys.number))
      return `${start} left the photo under a key before`
    await save(store, start)
    await process.rekey(store)
    await store.close()
    await process.folder.release()
  }
  return null
}
