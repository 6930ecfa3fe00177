import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GroupOverview } from '../../../../electron/groups/group-overview.ts'
import { UserIndex } from '../../../../electron/search/user-index.ts'
import { applyTransaction } from '../../../../shared/directory/apply.ts'
import { type Directory, emptyDirectory } from '../../../../shared/directory/directory.ts'
import type { Change } from '../../../../shared/directory/transaction.ts'

const userIds = Array.from({ length: 8 }, (_, at) => `u${at}`)
const groupIds = ['assigned', 'other', 'dynamic', 'reports']
const now = Date.parse('2026-01-05T09:30:00Z')

const rule = fc.constantFrom(
  'user.department -eq "sales"',
  'user.department -ne "Sales" -and user.accountEnabled -eq true',
  'user.otherMails -any (_ -endsWith "@x.example")',
  'user.employeeHireDate -ge system.now -minus p30d',
  'user.objectId -ne null',
  'no rule at all',
)

const userValues = fc.record(
  {
    department: fc.option(fc.constantFrom('Sales', 'Legal')),
    accountEnabled: fc.boolean(),
    otherMails: fc.constantFrom([], ['a@x.example'], ['a@y.example']),
    employeeHireDate: fc.option(fc.constantFrom('2025-12-24', '2020-01-01')),
    deletedDateTime: fc.option(fc.constant('2026-01-01T00:00:00.000Z'), { freq: 3 }),
    jobTitle: fc.option(fc.constantFrom('Clerk', 'Chief')),
  },
  { requiredKeys: [] },
)

/** What somebody does; it becomes a change of the record there is by then, or of a new one. */
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constant('user' as const), fc.constantFrom(...userIds), userValues),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('purge' as const),
      fc.constantFrom(...userIds),
      fc.constant({}),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('rule' as const),
      fc.constantFrom('dynamic', 'reports'),
      fc.record({ membershipRule: rule }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant('members' as const),
      fc.constantFrom('assigned', 'other'),
      fc.record({ some: fc.uniqueArray(fc.constantFrom(...userIds, 'dynamic')) }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('group' as const),
      fc.constantFrom(...groupIds),
      fc.record({ deletedDateTime: fc.option(fc.constant('2026-01-01T00:00:00.000Z')) }),
    ),
  },
)

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

function changesFor([does, id, values]: Act, { tables }: Directory): Change[] {
  const user = tables.user.get(id)
  const group = tables.group.get(id)
  switch (does) {
    case 'user': {
      const names = { displayName: id, userPrincipalName: id, mailNickname: id }
      const after = user ? values : { ...names, userType: 'Member', ...values }
      return [{ kind: 'user', id, before: user ? {} : null, after }]
    }
    case 'purge':
      return user ? [{ kind: 'user', id, before: { ...user }, after: null }] : []
    case 'members': {
      const held = new Set(group?.memberIds)
      const added = values.some.filter((each) => !held.has(each))
      const removed = values.some.filter((each) => held.has(each))
      const lists = { memberIds: { added, removed } }
      return [{ kind: 'group', id, before: {}, after: {}, lists }]
    }
    default:
      return [{ kind: 'group', id, before: {}, after: values }]
  }
}

const begun: Change[] = groupIds.map((id) => ({
  kind: 'group',
  id,
  before: null,
  after: {
    displayName: id,
    mailNickname: id,
    kind: 'security',
    ...(id === 'dynamic' || id === 'reports'
      ? { membership: 'dynamic', membershipRule: 'user.department -eq "Legal"' }
      : {}),
  },
}))

function transactionOf(directory: Directory, changes: Change[]) {
  const sequence = directory.sequence + 1
  return {
    id: String(sequence),
    sequence,
    at: '2026-01-05T09:30:00.000Z',
    actor: { id: 'ada', displayName: 'Ada' },
    activity: 'updateUser' as const,
    changes,
  }
}

/** All that is told of the groups. */
async function told(directory: Directory, index: UserIndex, overview: GroupOverview) {
  await overview.dynamic.ready(groupIds)
  return groupIds.map((id) => {
    const group = directory.tables.group.get(id)
    if (!group) throw new Error(`${id} is gone.`)
    const users = index.slots.idsOf(overview.members.usersIn(group).slots())
    return {
      id,
      users: users.sort(),
      counts: overview.members.counts(group),
      groups: overview.members.groupsIn(group),
      nickname: overview.lookup.byMailNickname(id),
      groupsOf: userIds.map((each) => [...overview.lookup.groupsOf(each)].sort()),
    }
  })
}

describe('what follows from the groups', () => {
  it('is after any transactions what it would be if it were worked out afresh', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { maxLength: 4 }), { maxLength: 12 }),
        async (plans) => {
          let directory = applyTransaction(emptyDirectory('directory'), {
            ...transactionOf(emptyDirectory(''), begun),
          })
          const index = new UserIndex([])
          const overview = new GroupOverview(directory, index.slots, () => now)
          await told(directory, index, overview)
          for (const acts of plans) {
            const distinct = [...new Map(acts.map((each) => [each[1], each])).values()]
            const changes = distinct.flatMap((each) => changesFor(each, directory))
            const transaction = transactionOf(directory, changes)
            directory = applyTransaction(directory, transaction)
            index.apply(transaction, directory)
            overview.apply(transaction, directory)
            const fresh = new UserIndex(directory.tables.user.values())
            const afresh = new GroupOverview(directory, fresh.slots, () => now)
            expect(await told(directory, index, overview)).toEqual(
              await told(directory, fresh, afresh),
            )
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
