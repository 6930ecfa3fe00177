import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Plan } from '../../../../electron/store/directory-store.ts'
import type { JournalPlace } from '../../../../electron/store/journal-adapter.ts'
import { LowdbDirectoryStore } from '../../../../electron/store/lowdb-directory-store.ts'
import { nodeFs, type StoreFs } from '../../../../electron/store/store-fs.ts'
import { compareListed, isUnread } from '../../../../shared/directory/listed-user.ts'
import type { Transaction } from '../../../../shared/directory/transaction.ts'
import { packUser } from '../../../../shared/directory/user.ts'
import { contentOf } from '../../../support/content-of.ts'
import { manyUsers } from '../../../support/many-users.ts'
import { directoryId, testKeys } from '../../../support/store-keys.ts'
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

function placeIn(folder: string, fs: StoreFs = nodeFs): JournalPlace {
  const log = { info: () => {}, error: () => {} }
  return { fs, folder, now: noon, keys: testKeys, log }
}

async function newStore(place?: JournalPlace) {
  const home = place ?? placeIn(join(await temporaryFolder(), 'store'))
  const store = LowdbDirectoryStore.create(home, directoryId)
  onTestFinished(() => store.close())
  await store.transact(actor, begin)
  return { place: home, store }
}

async function reopen(place: JournalPlace): Promise<LowdbDirectoryStore | null> {
  const store = await LowdbDirectoryStore.open(place)
  onTestFinished(() => store?.close())
  return store
}

const nameIn = (store: LowdbDirectoryStore | null) =>
  store?.directory.tables.organization.get('directory')?.displayName

describe('LowdbDirectoryStore', () => {
  it('is on disk when a transaction is acknowledged', async () => {
    const { place, store } = await newStore()
    await store.transact(actor, () => rename('Contoso', 'Fabrikam'))
    const again = await reopen(place)
    expect(nameIn(again)).toBe('Fabrikam')
    expect(again && contentOf(again.directory)).toEqual(contentOf(store.directory))
  })

  it('answers null where there is no directory', async () => {
    expect(await reopen(placeIn(await temporaryFolder()))).toBe(null)
    expect(await reopen(placeIn('/nowhere/at/all'))).toBe(null)
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
    const { store } = await newStore()
    const refusing = store.transact(actor, () => {
      throw new Error('refused')
    })
    await expect(refusing).rejects.toThrow('refused')
    expect(store.directory.revision).toBe(1)
    await store.transact(actor, () => rename('Contoso', 'Fabrikam'))
    expect(nameIn(store)).toBe('Fabrikam')
  })

  it('makes no transaction of no changes', async () => {
    const { store } = await newStore()
    const none = await store.transact(actor, () => ({ activity: 'updateUser', changes: [] }))
    expect(none).toBe(null)
    expect(store.directory.revision).toBe(1)
  })

  it('records what changes no record, and leaves the directory as it is', async () => {
    const { place, store } = await newStore()
    const { savedAt } = store.directory
    const entry = await store.record(actor, {
      activity: 'signInFailed',
      details: { userId: null, reason: 'unknownUser', at: noon().toISOString() },
    })
    expect(entry).toMatchObject({ sequence: 2, changes: [] })
    expect(store.directory).toMatchObject({ sequence: 2, revision: 1, savedAt })
    const renamed = await store.transact(actor, () => rename('Contoso', 'Fabrikam'))
    expect(renamed).toMatchObject({ sequence: 3 })
    await store.close()
    const again = await reopen(place)
    expect(again && contentOf(again.directory)).toEqual(contentOf(store.directory))
    const history: Transaction[] = []
    for await (const each of again?.transactionsAfter(1) ?? []) history.push(each)
    expect(history).toEqual([entry, renamed])
  })

  it('knows the last change by a checkpoint that was written after an entry', async () => {
    const { place, store } = await newStore()
    await store.record(actor, { activity: 'signIn' })
    await store.close()
    const everyTime = { bytes: 0, records: 0 }
    const checkpoints = { working: everyTime, closing: everyTime }
    const again = await reopen({ ...place, checkpoints })
    await again?.record(actor, { activity: 'signOut' })
    await again?.close()
    expect(await readdir(place.folder)).toContain('snapshot-0000000000000003.rsnap')
    const { directory } = (await reopen(place)) ?? {}
    expect(directory).toMatchObject({ sequence: 3, revision: 1 })
  })

  it('keeps memory and disk as they were when the disk takes nothing, and saves once it does', async () => {
    const folder = join(await temporaryFolder(), 'store')
    let full = false
    const failing: StoreFs = {
      ...nodeFs,
      open: async (path, flags, mode) => {
        if (full) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        const file = await nodeFs.open(path, flags, mode)
        return {
          write: (bytes, offset, length, position) => {
            if (full) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
            return file.write(bytes, offset, length, position)
          },
          read: (...given) => file.read(...given),
          datasync: () => file.datasync(),
          sync: () => file.sync(),
          stat: () => file.stat(),
          close: () => file.close(),
        }
      },
    }
    const { store } = await newStore(placeIn(folder, failing))
    full = true
    const saving = store.transact(actor, () => rename('Contoso', 'Fabrikam'))
    await expect(saving).rejects.toMatchObject({ code: 'storage', values: { reason: 'ENOSPC' } })
    expect(nameIn(store)).toBe('Contoso')
    expect(nameIn(await reopen(placeIn(folder)))).toBe('Contoso')

    full = false
    await store.transact(actor, () => rename('Contoso', 'Northwind'))
    expect(nameIn(await reopen(placeIn(folder)))).toBe('Northwind')
  })

  it('opens the same from a checkpoint as from the journal, and keeps the whole history', async () => {
    const { place, store } = await newStore()
    for (let step = 1; step <= 600; step += 1)
      await store.transact(actor, () => rename(nameIn(store) ?? '', `Contoso ${step}`))
    await store.close()
    const names = await readdir(place.folder)
    expect(names.filter((name) => name.endsWith('.rsnap'))).toHaveLength(1)
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
    const again = await reopen(place)
    expect(again && contentOf(again.directory)).toEqual(contentOf(store.directory))
    const sequences: number[] = []
    for await (const { sequence } of again?.transactionsAfter(598) ?? []) sequences.push(sequence)
    expect(sequences).toEqual([599, 600, 601])
  })

  it('brings users from a checkpoint in the order of their names, unread until somebody looks', async () => {
    const { place, store } = await newStore()
    const users = manyUsers(1500)
    await store.transact(actor, () => ({
      activity: 'importUsers',
      changes: users.map(packUser).map(({ id = '', ...after }) => ({
        kind: 'user',
        id,
        before: null,
        after,
      })),
    }))
    for (let step = 1; step <= 600; step += 1)
      await store.transact(actor, () => rename(nameIn(store) ?? '', `Contoso ${step}`))
    await store.close()
    const again = await reopen(place)
    const listed = [...(again?.listed ?? [])]
    expect(listed.every(isUnread)).toBe(true)
    expect(listed.map(({ id }) => id)).toEqual(users.toSorted(compareListed).map(({ id }) => id))
    expect(again && contentOf(again.directory)).toEqual(contentOf(store.directory))
    expect([...(again?.listed ?? [])].some(isUnread)).toBe(false)
  })

  it('goes back to the older checkpoint when the newest is damaged, and loses nobody', async () => {
    const { place, store } = await newStore()
    for (const round of [1, 2]) {
      const open = round === 1 ? store : await reopen(place)
      for (let step = 1; step <= 501; step += 1)
        await open?.transact(actor, () => rename(nameIn(open) ?? '', `Contoso ${round}.${step}`))
      await open?.close()
    }
    const snapshots = (await readdir(place.folder)).filter((name) => name.endsWith('.rsnap')).sort()
    expect(snapshots).toHaveLength(2)
    const newest = join(place.folder, snapshots[1] ?? '')
    const bytes = await readFile(newest)
    bytes.writeUInt8(bytes.readUInt8(300) ^ 1, 300)
    await writeFile(newest, bytes)
    const again = await reopen(place)
    expect(nameIn(again)).toBe('Contoso 2.501')
  })

  it('tells its followers of each transaction, and of a large one before it is in place', async () => {
    const { store } = await newStore()
    const heard: string[] = []
    store.follow({
      apply: ({ sequence }, { revision }) => heard.push(`applied ${sequence} of ${revision}`),
      prepare: async (_transaction, { revision, tables }) => {
        heard.push(`prepared ${tables.group.size} at ${revision}, now ${store.directory.revision}`)
        return () => heard.push(`in place, now ${store.directory.revision}`)
      },
    })
    await store.transact(actor, () => rename('Contoso', 'A'))
    await store.transact(actor, () => ({
      activity: 'importUsers',
      changes: Array.from({ length: 1500 }, (_, number) => ({
        kind: 'group' as const,
        id: `group ${number}`,
        before: null,
        after: { displayName: 'Group' },
      })),
    }))
    expect(heard).toEqual(['applied 2 of 2', 'prepared 1500 at 3, now 2', 'in place, now 3'])
  })
})
