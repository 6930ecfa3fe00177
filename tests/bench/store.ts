import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { UserIndex } from '../../electron/search/user-index.ts'
import { LowdbDirectoryStore } from '../../electron/store/lowdb-directory-store.ts'
import { packUser, type User } from '../../shared/directory/user.ts'
import { manyUsers } from '../support/many-users.ts'
import { plainKeys, testKeys } from '../support/store-keys.ts'
import { actor, aPlace, fill } from './a-filled-store.ts'
import { type Figure, median, quantile, timed } from './figure.ts'

const saves = 200
const rounds = 7
const wholeList = { search: '', filters: [], sort: [], deleted: false }

/** The store beside lowdb's own file adapter and SQLite, on the same records, turn by turn. */
export async function measureStore(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  let saveAtSmallest = Number.NaN
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    const users = manyUsers(size)
    const sealed = aPlace(join(folder, 'store'), testKeys)
    const plain = aPlace(join(folder, 'plain'), plainKeys)
    for (const place of [sealed, plain]) await fill(place, users)
    const save = await measureSaves(users, {
      ours: await savingIn(sealed),
      plain: await savingIn(plain),
      sqlite: savingInSqlite(join(folder, 'sqlite.db'), users),
    })
    const stock = new Low(new JSONFile<User[]>(join(folder, 'stock.json')), [...users])
    const rewritten: number[] = []
    for (let round = 0; round < rounds; round += 1) rewritten.push(await timed(() => stock.write()))
    const open = await measureOpening(sealed, plain, join(folder, 'stock.json'))
    await rm(folder, { recursive: true })

    const [ours, stockSave] = [median(save.ours), median(rewritten)]
    if (Number.isNaN(saveAtSmallest)) saveAtSmallest = ours
    figures.push(
      ...row(size, 'one save, p50', ours, 'ms'),
      ...row(size, 'one save, p95', quantile(save.ours, 0.95), 'ms'),
      ...row(size, '… to the same save without sealing', ours / median(save.plain), '×', 1.2),
      ...row(size, '… to SQLite’s committed write', ours / median(save.sqlite), '×', 1.5),
      ...row(size, `… to the same save at ${sizes[0]} users`, ours / saveAtSmallest, '×', 1.3),
      ...row(size, '… stock lowdb’s save to ours', stockSave / ours, '×', 500, 'least'),
      ...row(size, 'open, to the first rows', median(open.ours), 'ms'),
      ...row(size, '… to the same without sealing', median(open.toPlain), '×', 1.3),
      ...row(size, '… to one JSON.parse', median(open.toParsing), '×', 1.5),
      ...row(size, '… to reading the file and JSON.parse', median(open.toReading), '×'),
    )
  }
  return figures
}

/** Saves one user, of whom the title is another one each time. */
type Saving = {
  readonly save: (user: User, jobTitle: string) => unknown
  readonly close: () => unknown
}

async function measureSaves<Side extends string>(
  users: readonly User[],
  sides: Readonly<Record<Side, Saving>>,
): Promise<Record<Side, number[]>> {
  const all = Object.entries<Saving>(sides)
  const times = Object.fromEntries(all.map(([side]) => [side, [] as number[]]))
  for (let number = 0; number < saves; number += 1) {
    const user = users[(number * 7919) % users.length] as User
    for (const [side, { save }] of all)
      times[side]?.push(await timed(() => save(user, `Title ${number}`)))
  }
  for (const [, { close }] of all) await close()
  return times as Record<Side, number[]>
}

async function savingIn(place: ReturnType<typeof aPlace>): Promise<Saving> {
  const store = await LowdbDirectoryStore.open(place)
  if (!store) throw new Error('The directory just written is not there.')
  return {
    save: ({ id, jobTitle: before }, jobTitle) =>
      store.transact(actor, () => ({
        activity: 'updateUser',
        changes: [{ kind: 'user', id, before: { jobTitle: before }, after: { jobTitle } }],
      })),
    close: () => store.close(),
  }
}

/** One committed write of the same record. */
function savingInSqlite(path: string, users: readonly User[]): Saving {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL')
  database.exec('CREATE TABLE user (id TEXT PRIMARY KEY, record TEXT NOT NULL)')
  const put = database.prepare('INSERT OR REPLACE INTO user VALUES (?, ?)')
  database.exec('BEGIN')
  for (const user of users) put.run(user.id, JSON.stringify(packUser(user)))
  database.exec('COMMIT')
  return {
    save: (user, jobTitle) => put.run(user.id, JSON.stringify({ ...packUser(user), jobTitle })),
    close: () => database.close(),
  }
}

/** Ratios are those of one round each, whose parts come one after another. */
async function measureOpening(
  sealed: ReturnType<typeof aPlace>,
  plain: ReturnType<typeof aPlace>,
  json: string,
) {
  const open = { ours: [], toPlain: [], toParsing: [], toReading: [] } as {
    [name in 'ours' | 'toPlain' | 'toParsing' | 'toReading']: number[]
  }
  for (let round = 0; round < rounds; round += 1) {
    const { parsed, read } = await timesToParse(json)
    // What was parsed is garbage now, and whoever opens first pays for it.
    await timeToRows(plain)
    const ours = await timeToRows(sealed)
    const withoutSeal = await timeToRows(plain)
    open.ours.push(ours)
    open.toPlain.push(ours / withoutSeal)
    open.toParsing.push(ours / parsed)
    open.toReading.push(ours / read)
  }
  return open
}

/** In a function of its own: what was parsed is garbage when it returns. */
async function timesToParse(json: string): Promise<{ parsed: number; read: number }> {
  const begun = performance.now()
  const text = await readFile(json, 'utf8')
  const parsed = await timed(() => JSON.parse(text))
  return { parsed, read: performance.now() - begun }
}

async function timeToRows(place: ReturnType<typeof aPlace>): Promise<number> {
  let store: LowdbDirectoryStore | null = null
  const time = await timed(async () => {
    store = await LowdbDirectoryStore.open(place)
    const { ids } = new UserIndex(store?.listed ?? []).query(wholeList)
    for (const id of ids.slice(0, 100)) store?.directory.tables.user.get(id)
  })
  await (store as LowdbDirectoryStore | null)?.close()
  globalThis.gc?.()
  return time
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
