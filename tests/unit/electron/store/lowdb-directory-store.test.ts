import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../../electron/store/directory-store.ts'
import { LowdbDirectoryStore } from '../../../../electron/store/lowdb-directory-store.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const noon = () => new Date('2026-01-02T12:00:00Z')
const actor = { id: 'ada', displayName: 'Ada' }

const begin = (): Plan => ({
  activity: 'createDirectory',
  changes: [
    {
      kind: 'organization',
      id: 'directory',
      before: null,
      after: { displayName: 'Contoso', domains: ['contoso.example'] },
    },
  ],
})

const rename = (before: string, after: string): Plan => ({
  activity: 'updateUser',
  changes: [
    {
      kind: 'organization',
      id: 'directory',
      before: { displayName: before },
      after: { displayName: after },
    },
  ],
})

async function newStore() {
  const path = join(await temporaryFolder(), 'store', 'directory.json')
  const store = LowdbDirectoryStore.create(path, noon)
  await store.transact(actor, begin)
  return { path, store }
}

const nameIn = (store: LowdbDirectoryStore | null) =>
  store?.directory.tables.organization.get('directory')?.displayName

describe('LowdbDirectoryStore', () => {
  it('is on disk when a transaction is acknowledged', async () => {
    const { path, store } = await newStore()
    await store.transact(actor, () => rename('Contoso', 'Fabrikam'))
    const again = await LowdbDirectoryStore.open(path, noon)
    expect(nameIn(again)).toBe('Fabrikam')
    expect(again?.directory).toEqual(store.directory)
    expect(again?.directory.history.map(({ sequence }) => sequence)).toEqual([1, 2])
  })

  it('answers null where there is no directory', async () => {
    expect(await LowdbDirectoryStore.open(join(await temporaryFolder(), 'x.json'), noon)).toBe(null)
  })

  it('runs transactions one after another, each on what the last one left', async () => {
    const { store } = await newStore()
    const seen: (string | undefined)[] = []
    await Promise.all(
      [1, 2, 3].map((step) =>
        store.transact(actor, () => {
          seen.push(nameIn(store))
          return rename(nameIn(store) ?? '', `Contoso ${step}`)
        }),
      ),
    )
    expect(seen).toEqual(['Contoso', 'Contoso 1', 'Contoso 2'])
    expect(store.directory.revision).toBe(4)
  })

  it('goes on after a plan that refuses, which changes nothing', async () => {
    const { path, store } = await newStore()
    const before = await readFile(path, 'utf8')
    const refusing = store.transact(actor, () => {
      throw new Error('refused')
    })
    await expect(refusing).rejects.toThrow('refused')
    expect(await readFile(path, 'utf8')).toBe(before)
    await store.transact(actor, () => rename('Contoso', 'Fabrikam'))
    expect(nameIn(store)).toBe('Fabrikam')
  })

  it('makes no transaction of no changes', async () => {
    const { store } = await newStore()
    const none = await store.transact(actor, () => ({ activity: 'updateUser', changes: [] }))
    expect(none).toBe(null)
    expect(store.directory.revision).toBe(1)
  })

  it('keeps memory and disk as they were when the file cannot be written', async () => {
    const { path, store } = await newStore()
    const before = await readFile(path)
    // A folder in the way of the temporary file fails the write for root too, as a mode would not.
    await rm(path)
    await mkdir(path)
    await writeFile(join(path, 'in the way'), '')
    const saving = store.transact(actor, () => rename('Contoso', 'Fabrikam'))
    await expect(saving).rejects.toMatchObject({ code: 'storage', key: 'storageFailed' })
    expect(nameIn(store)).toBe('Contoso')

    await rm(path, { recursive: true })
    await writeFile(path, before)
    await store.transact(actor, () => rename('Contoso', 'Northwind'))
    expect(nameIn(await LowdbDirectoryStore.open(path, noon))).toBe('Northwind')
  })

  it('leaves no temporary files behind', async () => {
    const { path, store } = await newStore()
    await store.transact(actor, () => rename('Contoso', 'Fabrikam'))
    expect(await readdir(join(path, '..'))).toEqual(['directory.json'])
  })

  it('tells its listeners of each transaction until they leave', async () => {
    const { store } = await newStore()
    const heard: number[] = []
    const leave = store.onTransaction(({ sequence }) => heard.push(sequence))
    await store.transact(actor, () => rename('Contoso', 'A'))
    leave()
    await store.transact(actor, () => rename('A', 'B'))
    expect(heard).toEqual([2])
  })
})
