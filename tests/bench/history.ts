import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { HistoryQuery } from '../../electron/store/history.ts'
import type { JournalPlace } from '../../electron/store/journal-adapter.ts'
import { LowdbDirectoryStore } from '../../electron/store/lowdb-directory-store.ts'
import { nodeFs, type StoreFs } from '../../electron/store/store-fs.ts'
import type { User } from '../../shared/directory/user.ts'
import { manyUsers } from '../support/many-users.ts'
import { directoryId, testKeys } from '../support/store-keys.ts'
import { type Figure, quantile, timed } from './figure.ts'
import { importOf } from './import-of.ts'
import { quiet } from './quiet.ts'

const windows = 200
const goal = { first: 500, filtered: 4000, window: 50, wait: 100 } as const

/** As many edits as users, on top of an import of all of them, and how quickly windows of that are answered. */
export async function measureHistory(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    const users = manyUsers(size)
    await fill(join(folder, 'store'), users)
    figures.push(...(await measure(join(folder, 'store'), users)))
    await rm(folder, { recursive: true })
  }
  return figures
}

const placeIn = (folder: string, fs: StoreFs): JournalPlace => ({
  fs,
  folder,
  now: () => new Date(),
  keys: testKeys,
  log: quiet,
})

/** Nothing is synced: what is measured comes later. */
const hasty: StoreFs = {
  ...nodeFs,
  open: async (path, flags, mode) => {
    const file = await nodeFs.open(path, flags, mode)
    file.datasync = async () => {}
    file.sync = async () => {}
    return file
  },
}

async function fill(folder: string, users: readonly User[]): Promise<void> {
  const store = LowdbDirectoryStore.create(placeIn(folder, hasty), directoryId)
  await store.transact({ id: 'first', displayName: 'First' }, () => importOf(users))
  for (let number = 0; number < users.length; number += 1) {
    const { id, jobTitle, city } = users[(number * 7919) % users.length] as User
    const [before, after] =
      number % 3 === 0
        ? [{ city }, { city: `City ${number % 50}` }]
        : [{ jobTitle }, { jobTitle: `Title ${number}` }]
    const actor = { id: `administrator ${number % 7}`, displayName: `Administrator ${number % 7}` }
    await store.transact(actor, () => ({
      activity: 'updateUser',
      changes: [{ kind: 'user', id, before, after }],
    }))
  }
  await store.close()
}

async function measure(folder: string, users: readonly User[]): Promise<readonly Figure[]> {
  const store = await LowdbDirectoryStore.open(placeIn(folder, nodeFs))
  if (!store) throw new Error('The directory just written is not there.')
  const ask = async (query: HistoryQuery, offset = 0) => {
    const { sequences } = await store.history.find(query, { offset, limit: 50 })
    const { about } = query
    const asked = { offset: 0, limit: 5, ...(about === undefined ? {} : { about }) }
    return store.history.read(sequences, asked)
  }
  const first = await timed(() => ask({}))
  const memory = occupied()
  const delay = monitorEventLoopDelay({ resolution: 2 })
  delay.enable()
  const filtered = await timed(() => ask({ about: users[7]?.id ?? '' }))
  delay.disable()
  const index = occupied() - memory
  const scrolled: number[] = []
  const found: number[] = []
  for (let number = 0; number < windows; number += 1) {
    const at = (number * 7919) % users.length
    scrolled.push(await timed(() => ask({}, at)))
    found.push(await timed(() => ask({ about: users[at]?.id ?? '' })))
  }
  const narrow = await timed(() => ask({ property: 'city', by: 'administrator 3', from: 0 }, 100))
  await store.close()
  const figureOf = (work: string, figure: number, unit: Figure['unit'], most?: number): Figure => ({
    work,
    users: users.length,
    figure,
    unit,
    ...(most !== undefined && users.length >= 100_000
      ? { goal: `at most ${most} ${unit}`, met: figure <= most }
      : {}),
  })
  return [
    figureOf('history: the newest 50 after a start', first, 'ms', goal.first),
    figureOf('history: the first 50 about a user after a start', filtered, 'ms', goal.filtered),
    figureOf('history: longest wait of others meanwhile', delay.max / 1e6, 'ms', goal.wait),
    figureOf('history: 50 anywhere, p95', quantile(scrolled, 0.95), 'ms', goal.window),
    figureOf('history: about a user, p95', quantile(found, 0.95), 'ms', goal.window),
    figureOf('history: of a property by somebody', narrow, 'ms', goal.window),
    figureOf('history: memory of its index', index, 'MB'),
  ]
}

function occupied(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
