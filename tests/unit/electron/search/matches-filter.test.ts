import { describe, expect, it } from 'vitest'
import { matchesFilter } from '../../../../electron/search/matches-filter.ts'
import type { Filter } from '../../../../shared/contract/query.ts'
import { aUser } from '../../../support/a-user.ts'

const verification = {
  verifiedAt: '2026-01-02T12:00:00.000Z',
  verifiedBy: { id: 'grace', displayName: 'Grace Hopper' },
}

const ada = aUser({
  id: 'ada',
  displayName: 'Ada Lovelace',
  department: 'Forschung & Öffentlichkeit',
  city: null,
  employeeHireDate: '2020-05-01',
  managerId: 'grace',
  usageLocation: 'DE',
  businessPhones: ['+84 594 028-7281'],
  otherMails: ['ada@example.org', 'Countess@example.net'],
  authenticationPhoneNumber: '+84 5940287281',
  authenticationEmail: 'ada@example.org',
  verifications: { authenticationEmail: verification },
  createdDateTime: '2026-01-02T12:00:00.000Z',
})

const meets = (filter: Filter) => matchesFilter(filter, () => 'Grace Hopper')(ada)

const met: readonly Filter[] = [
  { property: 'department', operator: 'is', value: 'forschung & offentlichkeit' },
  { property: 'department', operator: 'contains', value: 'ÖFFENT' },
  { property: 'department', operator: 'startsWith', value: 'for' },
  { property: 'department', operator: 'isNot', value: 'Sales' },
  { property: 'department', operator: 'isNotEmpty' },
  { property: 'department', operator: 'contains', value: ['sales', 'forsch'] },
  { property: 'city', operator: 'isEmpty' },
  { property: 'city', operator: 'isNot', value: 'Berlin' },
  { property: 'faxNumber', operator: 'isEmpty' },
  { property: 'otherMails', operator: 'is', value: 'countess@example.net' },
  { property: 'otherMails', operator: 'startsWith', value: 'countess' },
  { property: 'proxyAddresses', operator: 'isEmpty' },
  { property: 'accountEnabled', operator: 'is', value: true },
  { property: 'accountEnabled', operator: 'is', value: 'true' },
  { property: 'accountEnabled', operator: 'isNot', value: false },
  { property: 'accountEnabled', operator: 'isNotEmpty' },
  { property: 'managerId', operator: 'is', value: 'grace' },
  { property: 'managerId', operator: 'contains', value: 'hopper' },
  { property: 'managerId', operator: 'startsWith', value: 'grace h' },
  { property: 'usageLocation', operator: 'is', value: 'de' },
  { property: 'usageLocation', operator: 'contains', value: 'germany' },
  { property: 'businessPhones', operator: 'contains', value: '5940287281' },
  { property: 'businessPhones', operator: 'contains', value: '0594 0287281' },
  { property: 'businessPhones', operator: 'is', value: '+845940287281' },
  { property: 'employeeHireDate', operator: 'before', value: '2020-05-02' },
  { property: 'employeeHireDate', operator: 'after', value: '2020-04-30' },
  { property: 'employeeHireDate', operator: 'after', value: '2019' },
  { property: 'createdDateTime', operator: 'is', value: '2026-01-02' },
  { property: 'createdDateTime', operator: 'after', value: '2026-01-01' },
  { property: 'createdDateTime', operator: 'before', value: '2026-01-02T13:00:00.000Z' },
  { property: 'deletedDateTime', operator: 'isEmpty' },
  { property: 'authenticationEmail', operator: 'isVerified' },
  { property: 'authenticationPhoneNumber', operator: 'isNotVerified' },
  { property: 'city', operator: 'contains' },
  { property: 'city', operator: 'is', value: [] },
]

const notMet: readonly Filter[] = [
  { property: 'department', operator: 'is', value: 'forschung' },
  { property: 'department', operator: 'isNot', value: ['Sales', 'Forschung & Öffentlichkeit'] },
  { property: 'department', operator: 'isEmpty' },
  { property: 'city', operator: 'contains', value: 'b' },
  { property: 'city', operator: 'isNotEmpty' },
  { property: 'otherMails', operator: 'isNot', value: 'ada@example.org' },
  { property: 'accountEnabled', operator: 'is', value: false },
  { property: 'managerId', operator: 'is', value: 'Grace Hopper' },
  { property: 'managerId', operator: 'contains', value: 'lovelace' },
  { property: 'usageLocation', operator: 'is', value: 'SE' },
  { property: 'employeeHireDate', operator: 'before', value: '2020-05-01' },
  { property: 'employeeHireDate', operator: 'after', value: '2020-05' },
  { property: 'createdDateTime', operator: 'after', value: '2026-01-02' },
  { property: 'createdDateTime', operator: 'before', value: '2026-01-02' },
  { property: 'deletedDateTime', operator: 'before', value: '2030-01-01' },
  { property: 'authenticationEmail', operator: 'isNotVerified' },
  { property: 'authenticationPhoneNumber', operator: 'isVerified' },
  { property: 'authenticationAlternativePhoneNumber', operator: 'isVerified' },
  { property: 'authenticationAlternativePhoneNumber', operator: 'isNotVerified' },
  { property: 'department', operator: 'isNotVerified' },
]

const named = (filters: readonly Filter[]) =>
  filters.map((each) => [JSON.stringify(each), each] as const)

describe('matchesFilter', () => {
  it.each(named(met))('%s is met', (_, filter) => {
    expect(meets(filter)).toBe(true)
  })

  it.each(named(notMet))('%s is not met', (_, filter) => {
    expect(meets(filter)).toBe(false)
  })
})
