import { describe, expect, it } from 'vitest'
import { UserIndex } from '../../../../electron/search/user-index.ts'
import type { Filter, Listed, Sort, UserQuery } from '../../../../shared/contract/query.ts'
import type { User } from '../../../../shared/directory/user.ts'
import { aUser } from '../../../support/a-user.ts'
import { aDirectory, transacted } from '../../../support/user-transactions.ts'

const everything: UserQuery = { search: '', filters: [], sort: [], deleted: false }
const deletedDateTime = '2026-01-03T12:00:00.000Z'

const found = (users: readonly User[], search: string, ...filters: Filter[]) =>
  new UserIndex(users).query({ ...everything, search, filters }).ids

const named = (...names: readonly string[]) =>
  names.map((displayName) => aUser({ id: `id-${displayName}`, displayName }))

const namesOf = (ids: readonly string[]) => ids.map((id) => id.replace('id-', ''))

describe('UserIndex.query, search', () => {
  it('finds any part of a name without accents and case, in any order of words', () => {
    const users = named('Nguyễn Thị Ánh', 'Ada Lovelace')
    expect(namesOf(found(users, 'ANH guye'))).toEqual(['Nguyễn Thị Ánh'])
    expect(namesOf(found(users, 'lace ada'))).toEqual(['Ada Lovelace'])
  })

  it('finds words in different properties of one user', () => {
    const user = aUser({ surname: 'Müller', streetAddress: 'Hauptstraße 5\nHinterhaus' })
    expect(found([user], 'muller strasse')).toEqual(['ada'])
    expect(found([user], 'muller avenue')).toEqual([])
  })

  const values: readonly [Partial<User>, string][] = [
    [{ givenName: 'Adaline' }, 'daline'],
    [{ userPrincipalName: 'countess@contoso.com' }, 'countess@'],
    [{ mailNickname: 'nick' }, 'nick'],
    [{ userType: 'Guest' }, 'guest'],
    [{ preferredLanguage: 'vi-VN' }, 'vi-vn'],
    [{ jobTitle: 'Engineer' }, 'gine'],
    [{ employeeId: 'E1007' }, 'e1007'],
    [{ employeeHireDate: '2020-05-01' }, '2020-05'],
    [{ officeLocation: '7/3' }, '7/3'],
    [{ costCenter: 'CC-1' }, 'cc-1'],
    [{ usageLocation: 'DE' }, 'germany'],
    [{ ageGroup: 'NotAdult' }, 'notadult'],
    [{ postalCode: 'SW1A 2AA' }, 'sw1a 2aa'],
    [{ faxNumber: '+44 20 7946' }, '442079'],
    [{ mail: 'ada@example.org' }, 'example'],
    [{ otherMails: ['x@example.net', 'y@example.net'] }, 'y@example'],
    [{ proxyAddresses: ['SMTP:a@b.de', 'smtp:other@b.de'] }, 'smtp:other'],
    [{ authenticationPhoneNumber: '+1 5555551234x123' }, '5555551234'],
    [{ authenticationEmail: 'private@example.org' }, 'private'],
  ]
  it.each(values)('looks into %j for %j', (properties, search) => {
    const users = [aUser({ id: 'found', displayName: 'A', ...properties }), aUser({ id: 'other' })]
    expect(found(users, search)).toEqual(['found'])
  })

  it('finds users by the name of their manager', () => {
    const users = [
      aUser({ id: 'ada', managerId: 'grace' }),
      aUser({ id: 'grace', displayName: 'Grace Hopper' }),
    ]
    expect(found(users, 'hopper')).toEqual(['grace', 'ada'])
    expect(found(users, 'manager:hopper')).toEqual(['ada'])
    expect(found(users, 'manager:empty')).toEqual(['grace'])
  })

  it.each(['5940287281', '+84 594 028-7281', '(594) 0287281', '0594 028 7281', '0084 594 0287281'])(
    'finds the phone number that is typed as %s',
    (typed) => {
      const users = [
        aUser({ id: 'together', businessPhones: ['+84 5940287281'] }),
        aUser({ id: 'apart', mobilePhone: '+84 (0)594 / 028-7281' }),
        aUser({ id: 'other', mobilePhone: '+84 594 028-7282' }),
      ]
      expect(found(users, typed)).toEqual(['apart', 'together'])
    },
  )

  it('finds a user by the object id or its first characters', () => {
    const users = [
      aUser({ id: '9721e63d-5a65-4a04-a49c-899474fa6fef', displayName: 'Ada' }),
      aUser({ id: '11119721-5a65-4a04-a49c-899474fa6fef', displayName: 'Bob' }),
    ]
    expect(found(users, '9721E63D')).toEqual([users[0]?.id])
    expect(found(users, '9721e63d-5a65-4a04-a49c-899474fa6fef')).toEqual([users[0]?.id])
  })

  it('does not look across the end of a value', () => {
    expect(found([aUser({ givenName: 'Ada', surname: 'Byron' })], '"ada byron"')).toEqual([])
  })

  it('puts the best match first, and equals by display name', () => {
    const users = [
      aUser({ id: 'elsewhere', displayName: 'Zoe', department: 'Annex' }),
      aUser({ id: 'inside', displayName: 'Johanna', userPrincipalName: 'x@contoso.com' }),
      aUser({ id: 'user name', displayName: 'Kim', userPrincipalName: 'ann.k@contoso.com' }),
      aUser({ id: 'second word', displayName: 'Mary Ann' }),
      aUser({ id: 'hyphen', displayName: 'Lee-Ann' }),
      aUser({ id: 'start 2', displayName: 'Anna' }),
      aUser({ id: 'start 1', displayName: 'Ann Zeta' }),
    ]
    expect(found(users, 'ann')).toEqual([
      'start 1',
      'start 2',
      'hyphen',
      'second word',
      'user name',
      'inside',
      'elsewhere',
    ])
  })

  it('answers everybody by display name when nothing is searched for', () => {
    expect(namesOf(found(named('zoe', 'Ádám', 'adam 10', 'adam 9'), '  '))).toEqual([
      'Ádám',
      'adam 9',
      'adam 10',
      'zoe',
    ])
  })

  it('combines property terms and words', () => {
    const users = [
      aUser({ id: 'one', displayName: 'Ada One', department: 'Sales', accountEnabled: false }),
      aUser({ id: 'two', displayName: 'Ada Two', department: 'Presales' }),
      aUser({ id: 'three', displayName: 'Ada Three', department: 'Research' }),
    ]
    expect(found(users, 'ada dept:sales')).toEqual(['one', 'two'])
    expect(found(users, 'ada -department:sales')).toEqual(['three'])
    expect(found(users, 'enabled:no')).toEqual(['one'])
    expect(found(users, 'enabled:no -enabled:no')).toEqual([])
  })

  it('tells verified from unverified contacts', () => {
    const verified = {
      verifiedAt: deletedDateTime,
      verifiedBy: { id: 'grace', displayName: 'Grace' },
    }
    const phone = { authenticationPhoneNumber: '+1 5555551234' }
    const users = [
      aUser({ id: 'yes', ...phone, verifications: { authenticationPhoneNumber: verified } }),
      aUser({ id: 'no', ...phone }),
      aUser({ id: 'nothing' }),
    ]
    expect(found(users, 'verified:yes')).toEqual(['yes'])
    expect(found(users, 'verified:no')).toEqual(['no'])
    expect(found(users, '-verified:yes')).toEqual(['no', 'nothing'])
  })

  it('keeps deleted users in a list of their own', () => {
    const users = [...named('Ada'), aUser({ id: 'gone', displayName: 'Ada', deletedDateTime })]
    const index = new UserIndex(users)
    expect(index.query({ ...everything, search: 'ada' })).toMatchObject({
      total: 1,
      ids: ['id-Ada'],
    })
    expect(index.query({ ...everything, deleted: true })).toMatchObject({ total: 1, ids: ['gone'] })
  })
})

describe('UserIndex.query, typing errors', () => {
  const users = named('Ada Lovelace', 'Grace Hopper', 'Magdalena Novák')

  it.each(['lovelcae', 'lovlace', 'lovellace', 'kovelace', 'Lovelace hoper', 'novka grcae'])(
    'forgives one error a word in %j, and says so',
    (search) => {
      const index = new UserIndex([...users, ...named('Ada Lovelace Hopper', 'Novák Grace')])
      const { matching, approximate } = index.query({ ...everything, search })
      expect(matching).toBeGreaterThan(0)
      expect(approximate).toBe(true)
    },
  )

  it('forgives nothing while something matches as typed', () => {
    const both = named('Smith', 'Smyth')
    expect(new UserIndex(both).query({ ...everything, search: 'smith' })).toMatchObject({
      ids: ['id-Smith'],
      approximate: false,
    })
  })

  it('takes what is quoted, and words of three letters, letter for letter', () => {
    expect(found(users, '"lovelcae"')).toEqual([])
    expect(found(users, 'adq')).toEqual([])
  })

  it('is not approximate when nothing matches at all', () => {
    expect(new UserIndex(users).query({ ...everything, search: 'xylophone' })).toEqual({
      total: 3,
      matching: 0,
      ids: [],
      approximate: false,
    })
  })

  it('puts those first whose display name is meant', () => {
    const both = [
      aUser({ id: 'elsewhere', displayName: 'Ann', department: 'Lovelace' }),
      aUser({ id: 'in the name', displayName: 'Zoe Lovelace' }),
    ]
    expect(found(both, 'kovelace')).toEqual(['in the name', 'elsewhere'])
  })

  it('heeds the filters meanwhile', () => {
    const filter: Filter = { property: 'displayName', operator: 'startsWith', value: 'grace' }
    expect(found(users, 'lovelcae', filter)).toEqual([])
    expect(namesOf(found(users, 'hoppre', filter))).toEqual(['Grace Hopper'])
  })
})

describe('UserIndex.query, sort', () => {
  const users = [
    aUser({ id: 'a', displayName: 'Ada', department: 'Sales', city: 'Berlin' }),
    aUser({ id: 'b', displayName: 'Bob', department: 'sales', city: 'Aachen' }),
    aUser({ id: 'c', displayName: 'Cleo', department: null, city: 'Berlin' }),
    aUser({ id: 'd', displayName: 'Dan', department: 'Research', managerId: 'b' }),
  ]
  const sorted = (...sort: Sort[]) => new UserIndex(users).query({ ...everything, sort }).ids

  it('sorts by a property, equal ones by display name, empty ones last in both directions', () => {
    expect(sorted({ property: 'department', direction: 'asc' })).toEqual(['d', 'a', 'b', 'c'])
    expect(sorted({ property: 'department', direction: 'desc' })).toEqual(['a', 'b', 'd', 'c'])
  })

  it('sorts by several properties, the first deciding', () => {
    const city: Sort = { property: 'city', direction: 'desc' }
    expect(sorted(city, { property: 'displayName', direction: 'desc' })).toEqual([
      'c',
      'a',
      'b',
      'd',
    ])
  })

  it('sorts managers by name', () => {
    expect(sorted({ property: 'managerId', direction: 'asc' })[0]).toBe('d')
  })

  it('lets the sort decide over the rank of a search', () => {
    const index = new UserIndex(named('Bea Ann', 'Ann'))
    const sort: Sort[] = [{ property: 'displayName', direction: 'desc' }]
    expect(namesOf(index.query({ ...everything, search: 'ann', sort }).ids)).toEqual([
      'Bea Ann',
      'Ann',
    ])
  })
})

describe('UserIndex.apply', () => {
  it('shows a renamed manager with all who report to them', () => {
    const directory = aDirectory([aUser({ id: 'ada', managerId: 'grace' }), aUser({ id: 'grace' })])
    const index = new UserIndex(directory.tables.user.values())
    index.apply(...transacted(directory, [{ id: 'grace', after: { displayName: 'Hopper' } }]))
    expect(index.query({ ...everything, search: 'manager:hopper' }).ids).toEqual(['ada'])
  })

  it('answers the same list again without working it out', () => {
    const index = new UserIndex(named('Ada', 'Bob'))
    expect(index.query({ ...everything })).toBe(index.query({ ...everything }))
  })
})

describe('UserIndex.values', () => {
  const users = [
    aUser({
      id: '1',
      department: 'Sales',
      otherMails: ['a@x.org', 'b@x.org'],
      usageLocation: 'DE',
    }),
    aUser({ id: '2', department: 'Sales', otherMails: ['a@x.org'], usageLocation: 'DK' }),
    aUser({ id: '3', department: 'Öffentlichkeit', managerId: '1' }),
    aUser({ id: '4', department: 'Research', deletedDateTime }),
  ]
  const values = (property: Listed, search = '', limit = 50) =>
    new UserIndex(users).values(property, search, limit)

  it('counts the values of living users, most used first', () => {
    expect(values('department')).toEqual([
      { value: 'Sales', count: 2 },
      { value: 'Öffentlichkeit', count: 1 },
    ])
  })

  it('counts each value of a list', () => {
    expect(values('otherMails')).toEqual([
      { value: 'a@x.org', count: 2 },
      { value: 'b@x.org', count: 1 },
    ])
  })

  it('finds values without accents and countries by name, up to a limit', () => {
    expect(values('department', 'offent')).toEqual([{ value: 'Öffentlichkeit', count: 1 }])
    expect(values('usageLocation', 'denmark')).toEqual([{ value: 'DK', count: 1 }])
    expect(values('department', '', 1)).toEqual([{ value: 'Sales', count: 2 }])
  })

  it('has no values for people', () => {
    expect(values('managerId')).toEqual([])
  })
})
