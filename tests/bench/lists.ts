import { DatabaseSync } from 'node:sqlite'
import { UserIndex } from '../../electron/search/user-index.ts'
import { inSteps } from '../../electron/slices.ts'
import type { UserQuery } from '../../shared/contract/query.ts'
import type { User } from '../../shared/directory/user.ts'
import { propertyNames } from '../../shared/fields/catalogue.ts'
import { manyUsers } from '../support/many-users.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { type Figure, quantile } from './figure.ts'

const searches = 200
const goal = { search: 10, window: 1 } as const
const wholeList: UserQuery = { search: '', filters: [], sort: [], deleted: false }

/** New searches of 1 to 12 characters, beside SQLite's full-text index asked for words that begin so. */
export async function measureLists(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const users of sizes) {
    const people = manyUsers(users)
    const index = new UserIndex(people)
    await inSteps(index.readyToList())
    await inSteps(index.readyToSearch())
    const asked = typedSearches(people)
    const ours = asked.map((search) => timeOf(() => index.query({ ...wholeList, search })))
    const sqlite = measureFts5(people, asked)
    index.query({ ...wholeList, search: 'a' })
    const windows = Array.from({ length: searches }, (_, at) =>
      timeOf(() => index.query({ ...wholeList, search: 'a' }).ids.slice(at * 100, at * 100 + 100)),
    )
    const search = quantile(ours, 0.95)
    const next = quantile(windows, 0.95)
    const large = users >= 100_000
    figures.push(
      { work: 'new search, p50', users, figure: quantile(ours, 0.5), unit: 'ms' },
      {
        work: 'new search, p95',
        users,
        figure: search,
        unit: 'ms',
        ...(large ? { goal: `at most ${goal.search} ms`, met: search <= goal.search } : {}),
      },
      {
        work: '… to FTS5 with a prefix, p95',
        users,
        figure: search / quantile(sqlite, 0.95),
        unit: '×',
        ...(large ? { goal: 'below 1 ×', met: search < quantile(sqlite, 0.95) } : {}),
      },
      {
        work: 'next window of the same search, p95',
        users,
        figure: next,
        unit: 'ms',
        ...(large ? { goal: `at most ${goal.window} ms`, met: next <= goal.window } : {}),
      },
    )
  }
  return figures
}

/** What people type: the first 1 to 12 characters of something that a user holds. */
function typedSearches(users: readonly User[]): string[] {
  const random = randomNumbers(7)
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: searches }, () => {
    const { displayName, surname, department, city, mail, jobTitle } = oneOf(users)
    const value = oneOf([displayName, displayName, surname, department, city, mail, jobTitle])
    return (value ?? displayName).slice(0, 1 + Math.floor(random() * 12)).trim()
  })
}

function measureFts5(users: readonly User[], asked: readonly string[]): number[] {
  const database = new DatabaseSync(':memory:')
  database.exec(
    `CREATE VIRTUAL TABLE people USING fts5(id UNINDEXED, name UNINDEXED, text,
       tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')`,
  )
  const add = database.prepare('INSERT INTO people VALUES (?, ?, ?)')
  database.exec('BEGIN')
  for (const user of users)
    add.run(user.id, user.displayName, propertyNames.map((name) => user[name] ?? '').join(' '))
  database.exec('COMMIT')
  const find = database.prepare('SELECT id FROM people WHERE people MATCH ? ORDER BY name')
  const times = asked.map((search) => {
    const words = search.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
    const match = words.map((word) => `"${word}"*`).join(' ')
    return match === '' ? 0 : timeOf(() => find.all(match))
  })
  database.close()
  return times
}

function timeOf(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
