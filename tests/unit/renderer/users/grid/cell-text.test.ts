import { describe, expect, it } from 'vitest'
import { cellText } from '../../../../../renderer/users/grid/cell-text.ts'
import type { UserRow } from '../../../../../shared/contract/user-requests.ts'
import { english } from '../value-words.ts'

const aRow = (values: Partial<UserRow>): UserRow => ({
  id: 'ada',
  revision: 1,
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada@contoso.com',
  photo: null,
  accountEnabled: true,
  ...values,
})

describe('cellText', () => {
  it('shows a text as it is', () => {
    expect(cellText('jobTitle', aRow({ jobTitle: 'Analyst' }), english)).toBe('Analyst')
  })

  it('shows nothing for a value that is not there', () => {
    expect(cellText('jobTitle', aRow({ jobTitle: null }), english)).toBe('')
    expect(cellText('otherMails', aRow({ otherMails: [] }), english)).toBe('')
    expect(cellText('city', aRow({}), english)).toBe('')
  })

  it('shows several values in a row', () => {
    const row = aRow({ otherMails: ['a@example.com', 'b@example.com'] })
    expect(cellText('otherMails', row, english)).toBe('a@example.com, b@example.com')
  })

  it('names the manager instead of the manager’s id', () => {
    const row = aRow({ managerId: 'b2c', manager: 'Charles Babbage' })
    expect(cellText('managerId', row, english)).toBe('Charles Babbage')
    expect(cellText('managerId', aRow({ managerId: null, manager: null }), english)).toBe('')
  })

  it('words switches, choices and countries', () => {
    expect(cellText('accountEnabled', aRow({ accountEnabled: false }), english)).toBe('No')
    expect(cellText('ageGroup', aRow({ ageGroup: 'NotAdult' }), english)).toBe('Not adult')
    expect(cellText('usageLocation', aRow({ usageLocation: 'NO' }), english)).toBe('Norway')
  })

  it('keeps a country that was typed freely', () => {
    expect(cellText('country', aRow({ country: 'Wales' }), english)).toBe('Wales')
  })

  it('shows a day as that day in every time zone', () => {
    const row = aRow({ employeeHireDate: '2026-03-01' })
    expect(cellText('employeeHireDate', row, english)).toBe('1 Mar 2026')
  })

  it('shows what it cannot read as it is', () => {
    expect(cellText('employeeHireDate', aRow({ employeeHireDate: 'soon' }), english)).toBe('soon')
    expect(cellText('ageGroup', aRow({ ageGroup: 'Elder' }), english)).toBe('Elder')
  })
})
