import { describe, expect, it } from 'vitest'
import { UserLookup } from '../../../../electron/search/user-lookup.ts'
import { aUser } from '../../../support/a-user.ts'
import { aDirectory, transacted } from '../../../support/user-transactions.ts'

const ada = aUser({
  id: 'ada',
  mail: 'ada@contoso.com',
  proxyAddresses: ['SMTP:ada@contoso.com', 'smtp:Countess@contoso.org'],
  managerId: 'grace',
})
const grace = aUser({ id: 'grace' })
const gone = aUser({ id: 'gone', managerId: 'grace', deletedDateTime: '2026-01-03T12:00:00.000Z' })

describe('UserLookup', () => {
  it('finds a user by what is unique, whatever the case', () => {
    const lookup = new UserLookup([ada, grace, gone])
    expect(lookup.byUserPrincipalName('ADA@contoso.com')).toBe('ada')
    expect(lookup.byMailNickname('Grace')).toBe('grace')
    expect(lookup.byAddress('countess@CONTOSO.org')).toBe('ada')
    expect(lookup.byAddress('nobody@contoso.com')).toBeUndefined()
  })

  it('finds deleted users, who keep their names', () => {
    expect(new UserLookup([gone]).byUserPrincipalName('gone@contoso.com')).toBe('gone')
  })

  it('answers the living reports of a manager', () => {
    expect(new UserLookup([ada, grace, gone]).reportsOf('grace')).toEqual(['ada'])
  })

  it('follows transactions: new names are found, old ones no more', () => {
    const directory = aDirectory([ada, grace, gone])
    const lookup = new UserLookup(directory.tables.user.values())
    const after = { mailNickname: 'countess', proxyAddresses: [], mail: null, managerId: null }
    lookup.apply(...transacted(directory, [{ id: 'ada', after }]))
    expect(lookup.byMailNickname('ada')).toBeUndefined()
    expect(lookup.byMailNickname('countess')).toBe('ada')
    expect(lookup.byAddress('ada@contoso.com')).toBeUndefined()
    expect(lookup.reportsOf('grace')).toEqual([])
  })

  it('follows two users who swap a name in one transaction', () => {
    const directory = aDirectory([ada, grace])
    const lookup = new UserLookup(directory.tables.user.values())
    const changes = [
      { id: 'ada', after: { mailNickname: 'grace' } },
      { id: 'grace', after: { mailNickname: 'ada' } },
    ]
    lookup.apply(...transacted(directory, changes))
    expect([lookup.byMailNickname('ada'), lookup.byMailNickname('grace')]).toEqual(['grace', 'ada'])
  })

  it('still finds the other of two users with one address when the first goes', () => {
    const twin = aUser({ id: 'twin', mail: 'ada@contoso.com' })
    const directory = aDirectory([ada, twin])
    const lookup = new UserLookup(directory.tables.user.values())
    lookup.apply(...transacted(directory, [{ id: 'ada', after: null }]))
    expect(lookup.byAddress('ada@contoso.com')).toBe('twin')
  })
})
