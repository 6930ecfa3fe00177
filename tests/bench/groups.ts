import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GroupOverview } from '../../electron/groups/group-overview.ts'
import { UserIndex } from '../../electron/search/user-index.ts'
import { inSteps } from '../../electron/slices.ts'
import { LowdbDirectoryStore } from '../../electron/store/lowdb-directory-store.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { packUser, type User } from '../../shared/directory/user.ts'
import { manyUsers } from '../support/many-users.ts'
import { directoryId, testKeys } from '../support/store-keys.ts'
import { type Figure, median, timed } from './figure.ts'
import { quiet } from './quiet.ts'

const saves = 200
const rules = 500
const goal = { dearer: 5, rule: 100 } as const
const actor = { id: 'bench', displayName: 'Bench' }
const now = Date.parse('2026-01-05T09:30:00Z')

/** What dynamic groups add to a save, what it takes to find out who is in one, and a large group's save. */
export async function measureGroups(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    const users = manyUsers(size)
    const { plain, withRules, evaluation, member } = await measure(join(folder, 'store'), users)
    const large = size >= 100_000
    const dearer = withRules - plain
    figures.push(
      {
        work: `one save with ${rules} dynamic groups, more than without`,
        users: size,
        figure: dearer,
        unit: 'ms',
        ...(large ? { goal: `at most ${goal.dearer} ms`, met: dearer <= goal.dearer } : {}),
      },
      {
        work: 'who is in a dynamic group, asked first',
        users: size,
        figure: evaluation,
        unit: 'ms',
        ...(large ? { goal: `at most ${goal.rule} ms`, met: evaluation <= goal.rule } : {}),
      },
      { work: 'one member into a group of half of all', users: size, figure: member, unit: 'ms' },
    )
    await rm(folder, { recursive: true })
  }
  return figures
}

async function measure(folder: string, users: readonly User[]) {
  const place = { fs: nodeFs, folder, now: () => new Date(), keys: testKeys, log: quiet }
  const store = LowdbDirectoryStore.create(place, directoryId)
  const half = users.slice(0, users.length / 2).map(({ id }) => id)
  await store.transact(actor, () => ({
    activity: 'importUsers',
    changes: [...users.map(asNew), groupOf('half', { memberIds: half.sort() }), ...dynamicGroups()],
  }))
  await store.close()
  const open = await LowdbDirectoryStore.open(place)
  if (!open) throw new Error('The directory just written is not there.')
  const { directory } = open
  const index = new UserIndex(directory.tables.user.values())
  await inSteps(index.readyToSearch())
  const overview = new GroupOverview(directory, index.slots, () => now)
  await inSteps(overview.warmingUp())
  let following = false
  open.follow({
    apply: (transaction, after) => {
      index.apply(transaction, after)
      if (following) overview.apply(transaction, after)
    },
    prepare: async () => () => {},
  })
  const plain = await saveMany(open, users)
  following = true
  const evaluations: number[] = []
  for (const { id, membership } of directory.tables.group.values())
    if (membership === 'dynamic') evaluations.push(await timed(() => overview.dynamic.ready([id])))
  const withRules = await saveMany(open, users)
  const outside = users.slice(half.length, half.length + saves)
  const members: number[] = []
  for (const { id } of outside)
    members.push(await timed(() => open.transact(actor, () => joining('half', id))))
  await open.close()
  return { plain, withRules, evaluation: median(evaluations), member: median(members) }
}

/** Half of the rules read what changes: the department. */
async function saveMany(store: LowdbDirectoryStore, users: readonly User[]): Promise<number> {
  const times: number[] = []
  for (let number = 0; number < saves; number += 1) {
    const { id, department } = users[(number * 7919) % users.length] as User
    const change: Change = {
      kind: 'user',
      id,
      before: { department },
      after: { department: `Department ${number % 25}` },
    }
    const plan = { activity: 'updateUser' as const, changes: [change] }
    times.push(await timed(() => store.transact(actor, () => plan)))
  }
  return median(times)
}

const asNew = (user: User): Change => {
  const { id = '', ...after } = packUser(user)
  return { kind: 'user', id, before: null, after }
}

const groupOf = (id: string, values: Change['after']): Change => ({
  kind: 'group',
  id,
  before: null,
  after: { displayName: id, mailNickname: id, kind: 'security', ...values },
})

const dynamicGroups = (): Change[] =>
  Array.from({ length: rules }, (_, number) => {
    const department = `user.department -startsWith "Department ${number % 30}"`
    const elsewhere = `user.city -eq "Oslo" -or user.jobTitle -contains "analyst ${number}"`
    const condition = number % 2 === 0 ? department : elsewhere
    const membershipRule = `user.accountEnabled -eq true -and (${condition})`
    return groupOf(`rule-${number}`, { membership: 'dynamic', membershipRule })
  })

const joining = (id: string, member: string) => ({
  activity: 'addMembers' as const,
  changes: [
    {
      kind: 'group' as const,
      id,
      before: {},
      after: {},
      lists: { memberIds: { added: [member], removed: [] } },
    },
  ],
})
