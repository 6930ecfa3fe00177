import { parseArgs } from 'node:util'
import { UserIndex } from '../../electron/search/user-index.ts'
import type { UserQuery } from '../../shared/contract/query.ts'
import { applyTransaction } from '../../shared/directory/apply.ts'
import { type Directory, emptyDirectory } from '../../shared/directory/directory.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { manyUsers } from '../support/many-users.ts'
import { randomNumbers } from '../support/random-numbers.ts'

// Measures search, sort and the upkeep of the index: node tests/bench/search.ts [--seed N] [sizes …]

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
})
const seed = Number(options.seed)
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000]

const searches = 200
const saves = 50
const wholeList: UserQuery = { search: '', filters: [], sort: [], deleted: false }
const inWindow = 100

type Figures = Readonly<Record<string, string>>

function measure(count: number): Figures {
  const users = manyUsers(count, seed)
  const memory = memoryInUse()
  const build = timed(() => new UserIndex(users))
  const index = build.answer
  const taken = memoryInUse() - memory
  const firstList = timed(() => index.query(wholeList))
  index.query({ ...wholeList, search: 'warm up' })

  const asked = typedSearches(users)
  const times = asked.map((search) => timed(() => index.query({ ...wholeList, search })))
  const nearly = asked
    .filter((search) => search.length > 5)
    .map((search) => timed(() => index.query({ ...wholeList, search: mistyped(search) })))
  index.query({ ...wholeList, search: 'a' })
  const windows = Array.from({ length: searches }, (_, number) =>
    timed(() => {
      const offset = number * inWindow
      return index.query({ ...wholeList, search: 'a' }).ids.slice(offset, offset + inWindow)
    }),
  )
  const sorts = (['department', 'city', 'managerId', 'mail'] as const).map((property) =>
    timed(() => index.query({ ...wholeList, sort: [{ property, direction: 'desc' }] })),
  )
  return {
    users: count.toLocaleString('en'),
    build: shown(build.milliseconds),
    'memory, MB': memory ? (taken / 1e6).toFixed(0) : '',
    'first list': shown(firstList.milliseconds),
    'search p50': shown(quantile(times, 0.5)),
    'search p95': shown(quantile(times, 0.95)),
    'search max': shown(quantile(times, 1)),
    'typo p50': shown(quantile(nearly, 0.5)),
    'typo p95': shown(quantile(nearly, 0.95)),
    'next window p95': shown(quantile(windows, 0.95)),
    'new sort max': shown(quantile(sorts, 1)),
    ...measureSaves(index, users),
  }
}

/** What people type: the first 1 to 12 characters of a word, or of two, of what users hold. */
function typedSearches(users: readonly User[]): string[] {
  const random = randomNumbers(seed)
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: searches }, () => {
    const { displayName, surname, department, city, mail, mobilePhone, jobTitle } = oneOf(users)
    const names = [displayName, displayName, surname, mail]
    const value = oneOf([...names, department, city, mobilePhone, jobTitle]) ?? displayName
    return value.slice(0, 1 + Math.floor(random() * 12))
  })
}

/** With the third and fourth character swapped. */
const mistyped = (text: string) => `${text.slice(0, 2)}${text[3]}${text[2]}${text.slice(4)}`

/** A save renames one user; `and list` adds the list that the page then asks for. */
function measureSaves(index: UserIndex, users: readonly User[]): Figures {
  const random = randomNumbers(seed)
  let directory = directoryOf(users)
  const times = Array.from({ length: saves }, (_, number) => {
    const user = users[Math.floor(random() * users.length)] as User
    const transaction = renaming(user, directory.revision + 1, `Renamed ${number}`)
    directory = applyTransaction(directory, transaction)
    const save = timed(() => index.apply(transaction, directory))
    const list = timed(() => index.query({ ...wholeList, search: 'smith' }))
    return { save, both: { milliseconds: save.milliseconds + list.milliseconds } }
  })
  const saving = times.map(({ save }) => save)
  const listing = times.map(({ both }) => both)
  return {
    'save p50': shown(quantile(saving, 0.5)),
    'save p95': shown(quantile(saving, 0.95)),
    'and list p95': shown(quantile(listing, 0.95)),
  }
}

function directoryOf(users: readonly User[]): Directory {
  const directory = emptyDirectory('bench')
  for (const user of users) directory.tables.user.set(user.id, user)
  return directory
}

function renaming(user: User, sequence: number, displayName: string): Transaction {
  const { id } = user
  const before = { displayName: user.displayName }
  return {
    id: `t${sequence}`,
    sequence,
    at: user.createdDateTime,
    actor: { id, displayName },
    activity: 'updateUser',
    changes: [{ kind: 'user', id, before, after: { displayName } }],
  }
}

function timed<T>(work: () => T): { readonly answer: T; readonly milliseconds: number } {
  const start = performance.now()
  const answer = work()
  return { answer, milliseconds: performance.now() - start }
}

function quantile(times: readonly { readonly milliseconds: number }[], part: number): number {
  const sorted = times.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0
}

/** Known only when Node runs with --expose-gc. */
function memoryInUse(): number {
  if (!globalThis.gc) return 0
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const shown = (milliseconds: number) => milliseconds.toFixed(milliseconds < 10 ? 2 : 0)

const columns = sizes.map(measure)
const header = Object.keys(columns[0] ?? {})
for (const name of header)
  process.stdout.write(
    `${name.padEnd(18)}${columns.map((column) => (column[name] ?? '').padStart(10)).join('')}\n`,
  )
process.stdout.write('Times are in milliseconds.\n')
