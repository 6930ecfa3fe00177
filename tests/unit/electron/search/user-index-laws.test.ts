import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countryName } from '../../../../electron/search/country-name.ts'
import { fold } from '../../../../electron/search/fold.ts'
import { UserIndex } from '../../../../electron/search/user-index.ts'
import { UserLookup } from '../../../../electron/search/user-lookup.ts'
import { atOnce } from '../../../../electron/slices.ts'
import type { Listed, Sort, UserQuery } from '../../../../shared/contract/query.ts'
import type { User } from '../../../../shared/directory/user.ts'
import { propertyNames } from '../../../../shared/fields/catalogue.ts'
import { aUser } from '../../../support/a-user.ts'
import { unreadUsers } from '../../../support/unread-users.ts'
import { aDirectory, transacted } from '../../../support/user-transactions.ts'

const everything: UserQuery = { search: '', filters: [], sort: [], deleted: false }

const names = [
  'Ada',
  'Ána',
  'Anna',
  'Müller',
  'Łukasz',
  'Nguyễn',
  'Straße',
  'O’Brien',
  '李',
  'Bo-Anna',
]
const name = fc.constantFrom(...names)
const fullName = fc.array(name, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const text = fc.option(fullName)
const ids = Array.from({ length: 12 }, (_, number) => `u${number}`)
const id = fc.constantFrom(...ids)
const phone = fc.constantFrom('+84 594 028-7281', '+49 (0)30 12345', '030/12345')

const values = fc.record({
  displayName: fullName,
  surname: text,
  department: text,
  city: text,
  managerId: fc.option(id),
  usageLocation: fc.option(fc.constantFrom('DE', 'VN')),
  accountEnabled: fc.boolean(),
  businessPhones: fc.array(phone, { maxLength: 1 }),
  otherMails: fc.array(fc.constantFrom('ann@x.org', 'bob@x.org'), { maxLength: 2 }),
  deletedDateTime: fc.option(fc.constantFrom('2026-01-03T12:00:00.000Z'), { freq: 3 }),
})

const users = fc
  .uniqueArray(fc.tuple(id, values), { selector: ([each]) => each })
  .map((all) => all.map(([each, rest]) => aUser({ id: each, ...rest })))

/** Parts of words, as they are typed into the search box. */
const typed = fc
  .tuple(fullName, fc.nat(5), fc.nat(8))
  .map(([whole, start, length]) => whole.slice(start, start + length))
const search = fc.oneof(typed, fc.constantFrom('5940', '84594028', '3012345', 'vietnam', 'x.org'))

const property: fc.Arbitrary<Listed> = fc.constantFrom(
  ...propertyNames.filter((each) => ['displayName', 'surname', 'city', 'managerId'].includes(each)),
  'department',
  'otherMails',
  'accountEnabled',
  'lastModifiedDateTime',
)
const sort: fc.Arbitrary<Sort[]> = fc.array(
  fc.record({ property, direction: fc.constantFrom('asc', 'desc') }),
  { maxLength: 3 },
)

const managerName = (user: User, all: readonly User[]) =>
  all.find((other) => other.id === user.managerId)?.displayName ?? ''

function textsOf(user: User, all: readonly User[]): string[] {
  const own = propertyNames
    .filter((each) => each !== 'managerId' && each !== 'accountEnabled')
    .flatMap((each) => user[each] ?? [])
    .map(String)
  const digits = user.businessPhones.map((number) => number.replace('(0)', '').replace(/\D/g, ''))
  const country = user.usageLocation === null ? [] : [countryName(user.usageLocation)]
  return [...own, ...digits, ...country, managerName(user, all)].map(fold)
}

const holdsAll = (user: User, all: readonly User[], words: readonly string[]) =>
  words.every((word) => textsOf(user, all).some((each) => each.includes(word)))

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function compareBy(sorts: readonly Sort[], all: readonly User[]) {
  const shown = (user: User, { property: by }: Sort) =>
    by === 'managerId' ? managerName(user, all) : [user[by] ?? ''].flat().map(String).join(', ')
  const byName: Sort = { property: 'displayName', direction: 'asc' }
  return (one: User, other: User) => {
    for (const key of [...sorts, byName]) {
      const [a, b] = [shown(one, key), shown(other, key)]
      if ((a === '') !== (b === '')) return a === '' ? 1 : -1
      const difference = collator.compare(a, b)
      if (difference !== 0) return key.direction === 'asc' ? difference : -difference
    }
    return one.id < other.id ? -1 : 1
  }
}

describe('UserIndex', () => {
  it('finds, exactly, the users that a look into every value finds', () => {
    fc.assert(
      fc.property(users, fc.array(search, { maxLength: 3 }), (all, searches) => {
        const query = { ...everything, search: searches.join(' ') }
        const words = fold(query.search)
          .split(' ')
          .filter((word) => word !== '')
        const slowly = all
          .filter((user) => user.deletedDateTime === null && holdsAll(user, all, words))
          .map((user) => user.id)
        const answer = new UserIndex(all).query(query)
        const exact = answer.approximate ? [] : answer.ids
        expect([...exact].sort()).toEqual(slowly.sort())
      }),
      { numRuns: 500 },
    )
  })

  it('sorts as comparing every pair of users sorts', () => {
    fc.assert(
      fc.property(users, sort, fc.boolean(), (all, sorts, deleted) => {
        const slowly = all
          .filter((user) => (user.deletedDateTime !== null) === deleted)
          .sort(compareBy(sorts, all))
        const query = { ...everything, sort: sorts, deleted }
        expect(new UserIndex(all).query(query).ids).toEqual(slowly.map((user) => user.id))
        expect(new UserIndex(unreadUsers(all)).query(query)).toEqual(
          new UserIndex(all).query(query),
        )
      }),
    )
  })

  it('answers what it was made ready for as it would have in any case', () => {
    fc.assert(
      fc.property(users, search, sort, (all, typedText, sorts) => {
        const query = { ...everything, search: typedText, sort: sorts }
        const index = new UserIndex(unreadUsers(all))
        atOnce(index.readyFor(query))
        expect(index.query(query)).toEqual(new UserIndex(all).query(query))
      }),
    )
  })

  it('reads nobody any more to sort what it was made ready to sort', () => {
    fc.assert(
      fc.property(users, sort, (all, sorts) => {
        const query = { ...everything, sort: sorts }
        let reads = 0
        const counted = unreadUsers(all).map((user) => ({
          id: user.id,
          displayName: user.displayName,
          deletedDateTime: user.deletedDateTime,
          read: () => {
            reads += 1
            return user.read()
          },
          glimpse: () => user.glimpse(),
        }))
        const index = new UserIndex(counted)
        atOnce(index.readyFor(query))
        const before = reads
        index.query(query)
        expect(reads).toBe(before)
      }),
    )
  })

  it('is, after any transactions, what an index built afresh is', async () => {
    const added = values.map((each) => ({ ...each, ...namesOnly }))
    const change = fc.oneof(
      fc.tuple(id, added),
      fc.tuple(id, fc.record({ displayName: fullName })),
      fc.tuple(id, fc.record({ managerId: fc.option(id) })),
      fc.tuple(id, fc.record({ deletedDateTime: fc.constantFrom(null, '2026-01-03') })),
      fc.tuple(id, fc.constant(null)),
    )
    const step = fc.record({
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
      asked: fc.record({ search, sort, deleted: fc.boolean() }),
      counted: property,
      inSlices: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        users,
        fc.boolean(),
        fc.array(step, { maxLength: 8 }),
        async (start, read, steps) => {
          const everybody = [...start, ...bystanders]
          let directory = aDirectory(everybody)
          const index = new UserIndex(read ? everybody : unreadUsers(everybody))
          const lookup = new UserLookup(directory.tables.user.values())
          for (const { changes, asked, counted, inSlices } of steps) {
            const known = directory.tables.user
            const possible = changes.filter(([each, after]) => isPossible(known.has(each), after))
            const [transaction, next] = transacted(
              directory,
              possible.map(([each, after]) => ({ id: each, after: completed(each, after) })),
            )
            directory = next
            const takeOver = inSlices ? await index.prepare(transaction, directory) : null
            if (takeOver) takeOver()
            else index.apply(transaction, directory)
            lookup.apply(transaction, directory)

            const all = [...directory.tables.user.values()]
            const fresh = new UserIndex(all)
            for (const query of [
              { ...everything, ...asked },
              { ...everything, search: asked.search },
              { ...everything, sort: asked.sort },
            ])
              expect(index.query(query)).toEqual(fresh.query(query))
            expect(index.values(counted, '', 50)).toEqual(fresh.values(counted, '', 50))
            const freshLookup = new UserLookup(all)
            for (const each of ids) {
              expect([...lookup.reportsOf(each)].sort()).toEqual(
                [...freshLookup.reportsOf(each)].sort(),
              )
              const upn = `${each}@contoso.com`
              expect(lookup.byUserPrincipalName(upn)).toBe(freshLookup.byUserPrincipalName(upn))
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

const namesOnly = { userType: 'Member' as const }

/** Enough users who stay, so that orders are repaired and not built again. */
const bystanders = Array.from({ length: 40 }, (_, number) =>
  aUser({
    id: `bystander${number}`,
    displayName: `${names[number % names.length]} ${number}`,
    managerId: ids[number % ids.length] ?? null,
    department: names[(number * 7) % names.length] ?? null,
  }),
)

const isPossible = (exists: boolean, after: object | null) =>
  after !== null && 'userType' in after ? true : exists

const completed = (each: string, after: Record<string, unknown> | null) =>
  after && { ...after, userPrincipalName: `${each}@contoso.com`, mailNickname: each }
