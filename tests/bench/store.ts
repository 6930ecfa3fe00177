import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { UserIndex } from '../../electron/search/user-index.ts'
import type { JournalPlace } from '../../electron/store/journal-adapter.ts'
import { LowdbDirectoryStore } from '../../electron/store/lowdb-directory-store.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'
import { packUser, type User } from '../../shared/directory/user.ts'
import { manyUsers } from '../support/many-users.ts'
import { directoryId, plainKeys, testKeys } from '../support/store-keys.ts'
import { type Figure, median, quantile, timed } from './figure.ts'
import { quiet } from './fill-directory.ts'

const saves = 200
const rounds = 5
const actor = { id: 'bench', displayName: 'Bench' }
const wholeList = { search: '', filters: [], sort: [], deleted: false }

/** The store beside lowdb's own file adapter and SQLite, on the same records in the same run. */
export async function measureStore(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  let saveAtSmallest = Number.NaN
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    const users = manyUsers(size)
    const ours = await measureOurs(join(folder, 'store'), users)
    const plain = await measureOurs(join(folder, 'plain'), users, plainKeys)
    const sqlite = measureSqlite(join(folder, 'sqlite.db'), users)
    const stock = await measureStock(join(folder, 'stock.json'), users)
    if (Number.isNaN(saveAtSmallest)) saveAtSmallest = ours.save
    figures.push(
      ...row(size, 'one save, p50', ours.save, 'ms'),
      ...row(size, 'one save, p95', ours.slowSave, 'ms'),
      ...row(size, '… to the same save without sealing', ours.save / plain.save, '×', 1.2),
      ...row(size, '… to SQLite’s committed write', ours.save / sqlite, '×', 1.5),
      ...row(size, `… to the same save at ${sizes[0]} users`, ours.save / saveAtSmallest, '×', 1.3),
      ...row(size, '… stock lowdb’s save to ours', stock.save / ours.save, '×', 500, 'least'),
      ...row(size, 'open, to the first rows', ours.open, 'ms'),
      ...row(size, '… to the same without sealing', ours.open / plain.open, '×', 1.3),
      ...row(size, '… to one JSON.parse', ours.open / stock.parse, '×', 1.5),
      ...row(size, '… to reading the file and JSON.parse', ours.open / stock.open, '×'),
    )
    await rm(folder, { recursive: true })
  }
  return figures
}

async function measureOurs(folder: string, users: readonly User[], keys = testKeys) {
  const place: JournalPlace = {
    fs: nodeFs,
    folder,
    now: () => new Date(),
    keys,
    log: quiet,
  }
  const store = LowdbDirectoryStore.create(place, directoryId)
  await store.transact(actor, () => ({
    activity: 'importUsers',
    changes: users.map(packUser).map(({ id = '', ...after }) => ({
      kind: 'user',
      id,
      before: null,
      after,
    })),
  }))
  // Closing waits for the checkpoint: what is measured is a save, not a save beside one.
  await store.close()
  const open = await LowdbDirectoryStore.open(place)
  if (!open) throw new Error('The directory just written is not there.')
  const times: number[] = []
  for (let number = 0; number < saves; number += 1) {
    const user = users[(number * 7919) % users.length] as User
    const after = { jobTitle: `Title ${number}` }
    const change = {
      kind: 'user' as const,
      id: user.id,
      before: { jobTitle: user.jobTitle },
      after,
    }
    times.push(
      await timed(() =>
        open.transact(actor, () => ({ activity: 'updateUser', changes: [change] })),
      ),
    )
  }
  await open.close()
  const opened: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    let again: LowdbDirectoryStore | null = null
    opened.push(
      await timed(async () => {
        again = await LowdbDirectoryStore.open(place)
        const { ids } = new UserIndex(again?.listed ?? []).query(wholeList)
        for (const id of ids.slice(0, 100)) again?.directory.tables.user.get(id)
      }),
    )
    await (again as LowdbDirectoryStore | null)?.close()
    globalThis.gc?.()
  }
  return { save: median(times), slowSave: quantile(times, 0.95), open: median(opened) }
}

/** The median of one committed write of the same record. */
function measureSqlite(path: string, users: readonly User[]): number {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL')
  database.exec('CREATE TABLE user (id TEXT PRIMARY KEY, record TEXT NOT NULL)')
  const put = database.prepare('INSERT OR REPLACE INTO user VALUES (?, ?)')
  database.exec('BEGIN')
  for (const user of users) put.run(user.id, JSON.stringify(packUser(user)))
  database.exec('COMMIT')
  const times: number[] = []
  for (let number = 0; number < saves; number += 1) {
    const user = users[(number * 7919) % users.length] as User
    const begun = performance.now()
    put.run(user.id, JSON.stringify({ ...packUser(user), jobTitle: `Title ${number}` }))
    times.push(performance.now() - begun)
  }
  database.close()
  return median(times)
}

/** lowdb as it comes: everything is written again for each save, and nothing is synced. */
async function measureStock(path: string, users: readonly User[]) {
  const low = new Low(new JSONFile<User[]>(path), [...users])
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await timed(() => low.write()))
  const parsed: number[] = []
  const opened: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    const text = await readFile(path, 'utf8')
    parsed.push(await timed(() => JSON.parse(text)))
    opened.push(performance.now() - begun)
    globalThis.gc?.()
  }
  return { save: median(times), parse: median(parsed), open: median(opened) }
}

function row(
  users: number,
  work: string,
  figure: number,
  unit: Figure['unit'],
  goal?: number,
  bound: 'most' | 'least' = 'most',
): Figure[] {
  if (goal === undefined || users < 100_000) return [{ work, users, figure, unit }]
  const met = bound === 'most' ? figure <= goal : figure >= goal
  return [{ work, users, figure, unit, goal: `at ${bound} ${goal} ${unit}`, met }]
}
