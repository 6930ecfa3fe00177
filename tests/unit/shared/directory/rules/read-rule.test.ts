import { describe, expect, it } from 'vitest'
import { Sentences } from '../../../../../electron/sentences.ts'
import { compile } from '../../../../../shared/directory/rules/compile.ts'
import { print } from '../../../../../shared/directory/rules/print.ts'
import { readRule } from '../../../../../shared/directory/rules/read-rule.ts'
import type { User } from '../../../../../shared/directory/user.ts'
import { aUser } from '../../../../support/a-user.ts'

const sentences = new Sentences()

function printed(text: string): string {
  const { rule } = readRule(text)
  return rule ? print(rule) : 'no rule'
}

/** What is said of a rule, and the part of it that is marked. */
function faultsOf(text: string) {
  return readRule(text).faults.map((fault) => [
    text.slice(fault.start, fault.end),
    sentences.problem(fault),
  ])
}

const now = Date.parse('2026-01-05T09:30:00Z')

function takesIn(text: string, values: Partial<User>): boolean {
  const { rule, faults } = readRule(text)
  if (!rule) throw new Error(JSON.stringify(faults))
  return compile(rule)(aUser(values), now)
}

describe('a rule as people write it', () => {
  it.each([
    ['(user.department -eq "Sales") -or (user.department -eq "Marketing")'],
    ['user.department -eq "Sales" -and -not (user.jobTitle -startsWith "SDE")'],
    ['user.department -in ["50001","50002"]'],
    ['user.mail -ne null'],
    ['user.accountEnabled -eq true'],
    ['user.employeeHireDate -ge system.now -plus p1d'],
    ['user.employeeHireDate -le 2020-06-10T18:13:20Z'],
    ['(user.proxyAddresses -any (_ -startsWith "contoso"))'],
    ['user.displayName -match "^Da.*"'],
    ['Direct Reports for "aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb"'],
  ])('%s is one', (text) => {
    expect(faultsOf(text)).toEqual([])
  })

  it('may leave out hyphens, capitals and spaces', () => {
    expect(printed('user.department EQ "Sales"AND(user.city-NotStartsWith"Ber")')).toBe(
      'user.department -eq "Sales" -and user.city -notStartsWith "Ber"',
    )
  })

  it('may come from a web page, with long hyphens and round quotes', () => {
    expect(printed('user.department –eq “Sales” –and user.mail –ne $null')).toBe(
      'user.department -eq "Sales" -and user.mail -ne null',
    )
  })

  it('keeps quotes and backticks of a text', () => {
    expect(printed('user.jobTitle -eq "5`" pipe``fitter"')).toBe(
      'user.jobTitle -eq "5`" pipe``fitter"',
    )
    expect(printed("user.jobTitle -eq 'O''Neill'")).toBe('user.jobTitle -eq "O\'Neill"')
  })

  it('binds -not before -and, and -and before -or', () => {
    const text = '-not user.city -eq "Bonn" -and user.state -eq "x" -or user.country -eq "Peru"'
    expect(printed(text)).toBe(
      '(-not (user.city -eq "Bonn") -and user.state -eq "x") -or user.country -eq "Peru"',
    )
    expect(takesIn(text, { city: 'Bonn', country: 'peru' })).toBe(true)
    expect(takesIn(text, { city: 'Bonn', state: 'x' })).toBe(false)
  })

  it('lets -any without parentheses reach as far as it can, and no further with them', () => {
    expect(printed('user.otherMails -any _ -eq "a" -or _ -eq "b"')).toBe(
      'user.otherMails -any (_ -eq "a" -or _ -eq "b")',
    )
    expect(printed('user.otherMails -any (_ -eq "a") -or user.city -eq "b"')).toBe(
      'user.otherMails -any (_ -eq "a") -or user.city -eq "b"',
    )
  })
})

describe('what a rule takes in', () => {
  it('goes by the old names of properties', () => {
    const user = { officeLocation: 'W2', mobilePhone: '1', faxNumber: '2', businessPhones: ['3'] }
    const text =
      'user.physicalDeliveryOfficeName -eq "w2" -and user.mobile -eq "1" -and user.facsimileTelephoneNumber -eq "2" -and user.telephoneNumber -eq "3"'
    expect(takesIn(text, user)).toBe(true)
  })

  it('has operators with "not" for whoever has no value', () => {
    expect(takesIn('user.department -ne "Sales"', { department: null })).toBe(true)
    expect(takesIn('user.department -notIn ["Sales"]', { department: null })).toBe(true)
    expect(takesIn('user.department -eq null', { department: null })).toBe(true)
    expect(takesIn('user.department -contains ""', { department: null })).toBe(false)
  })

  it('asks a collection for some item, and with "not" for none', () => {
    const user = { otherMails: ['ada@x.example', 'ada@y.example'] }
    expect(takesIn('user.otherMails -endsWith "@x.example"', user)).toBe(true)
    expect(takesIn('user.otherMails -notEndsWith "@x.example"', user)).toBe(false)
    expect(takesIn('user.otherMails -all (_ -endsWith "@x.example")', user)).toBe(false)
    expect(takesIn('user.otherMails -all (_ -eq "x")', { otherMails: [] })).toBe(true)
    expect(takesIn('user.otherMails -eq null', { otherMails: [] })).toBe(true)
  })

  it('takes a hire date for the midnight in UTC with which the day begins', () => {
    const today = { employeeHireDate: '2026-01-05' }
    expect(takesIn('user.employeeHireDate -le system.now', today)).toBe(true)
    expect(takesIn('user.employeeHireDate -ge system.now', today)).toBe(false)
    expect(takesIn('user.employeeHireDate -ge system.now -minus p1d', today)).toBe(true)
    expect(takesIn('user.employeeHireDate -eq "2026-01-05"', today)).toBe(true)
    expect(takesIn('user.employeeHireDate -ge 2026-01-05T01:00:00+02:00', today)).toBe(true)
    expect(takesIn('user.employeeHireDate -le system.now', { employeeHireDate: null })).toBe(false)
  })

  it('is whoever reports to a manager', () => {
    const id = 'aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb'
    const text = `direct reports for "${id.toUpperCase()}"`
    expect(takesIn(text, { managerId: id })).toBe(true)
    expect(takesIn(text, { managerId: null })).toBe(false)
  })
})

describe('what is wrong with a rule', () => {
  it.each([
    ['', '', 'Enter a rule, such as user.department -eq "Sales".'],
    ['user.department -eq "Sales', '"Sales', 'This text has no closing quote.'],
    ['user.department -eq Sales', 'Sales', 'A text goes in double quotes: "Sales".'],
    ['user.department', '', 'An operator is missing behind user.department, such as -eq.'],
    ['user.department -eq', '', 'A value is missing behind -eq, such as "Sales" or null.'],
    ['-eq "x"', '-eq', 'A property is missing here, such as user.department.'],
    [
      '(user.city -eq "x"',
      '(',
      'This parenthesis is never closed. Add ) where the condition ends.',
    ],
    ['user.city -eq "x")', ')', 'No opening parenthesis goes with this one. Remove it.'],
    [
      'user.city -eq "x" user.city -eq "y"',
      'user.city',
      'Two conditions need -and or -or between them.',
    ],
    ['user.city -in []', '[]', 'A list needs at least one value, such as ["Sales"].'],
    ['user.city -in ["a"', '[', 'This list is never closed. Add ] behind its last value.'],
    [
      'user.city -in ["a" "b"]',
      '"b"',
      'A list holds texts in double quotes, with commas between them.',
    ],
    ['user.city -in "a"', '"a"', '-in takes a list. Write ["a"].'],
    ['user.city -eq ["a"]', '["a"]', '-eq takes one value. For a list use -in or -notIn.'],
    ['user.city # "a"', '#', '“#” has no meaning here. A text goes in double quotes: "Sales".'],
    [
      'user.employeehiredate -le system.now',
      'user.employeehiredate',
      'Rules know no user.employeehiredate. Write user.employeeHireDate; capitals matter here.',
    ],
    [
      'officeLocation -eq "x"',
      'officeLocation',
      'Rules know no officeLocation. Write user.physicalDeliveryOfficeName; capitals matter here.',
    ],
    [
      'user.sipProxyAddress -eq "x"',
      'user.sipProxyAddress',
      'Roster does not keep user.sipProxyAddress, so no rule here can read it.',
    ],
    [
      'user.shoeSize -eq "x"',
      'user.shoeSize',
      'Rules know no user.shoeSize. Choose a property such as user.department.',
    ],
    [
      'device.displayName -eq "x"',
      'device.displayName',
      'Roster keeps no devices. Rules read properties of users, such as user.department.',
    ],
    [
      'user.accountEnabled -match "x"',
      '-match',
      '-match does not fit user.accountEnabled. Use one of -eq -ne.',
    ],
    ['user.accountEnabled -eq "true"', '"true"', 'Write true or false here, without quotes.'],
    [
      'user.city -contains null',
      'null',
      '-contains cannot be asked of null. Use -eq null or -ne null.',
    ],
    [
      'user.employeeHireDate -le 2026-02-30',
      '2026-02-30',
      '2026-02-30 is not a date. Write it as 2026-03-01 or 2026-03-01T08:00:00Z, or use system.now.',
    ],
    [
      'user.employeeHireDate -le system.now -plus p1m',
      'p1m',
      'Write the time in days: p30d for thirty days.',
    ],
    [
      'user.employeeHireDate -eq system.now',
      'system.now',
      'Compare a date with system.now by -le or -ge.',
    ],
    [
      'user.city -any (_ -eq "x")',
      'user.city',
      'user.city holds one value, so -any and -all do not fit. Compare it directly.',
    ],
    ['_ -eq "x"', '_', '“_” is an item of a collection and only stands behind -any or -all.'],
    ['user.city -match "(a"', '"(a"', '“(” is never closed in this pattern.'],
    [
      'Direct Reports for "ada"',
      '"ada"',
      '“ada” is not an object ID (8-4-4-4-12 hexadecimal digits).',
    ],
    [
      'Direct Reports for "aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb" -and user.city -eq "x"',
      '-and',
      'Direct Reports for cannot be combined with other conditions. Remove the rest.',
    ],
  ])('%s', (text, marked, sentence) => {
    expect(faultsOf(text)).toEqual([[marked, sentence]])
  })

  it('is all of it told at once, where the parts can be read', () => {
    const text = 'user.otherMails -any (user.city -eq "x") -and user.cityy -eq "x" -or _ -eq true'
    expect(faultsOf(text).map(([marked]) => marked)).toEqual(['user.city', 'user.cityy', '_'])
  })

  it('is what goes beyond 3,072 characters', () => {
    const text = `user.city -eq "${'x'.repeat(3072)}"`
    expect(faultsOf(text)).toEqual([
      [text.slice(3072), 'At most 3072 characters; this rule has 3088. Remove 16.'],
    ])
  })
})
