import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type PropertyName,
  propertyNames,
  propertyOf,
} from '../../../../shared/fields/catalogue.ts'
import { checkValue } from '../../../../shared/fields/values.ts'
import { broken, stored } from './value-of.ts'

/** The documented limits, written down a second time. */
const limits: Partial<Record<PropertyName, number>> = {
  displayName: 256,
  givenName: 64,
  surname: 64,
  mailNickname: 64,
  jobTitle: 128,
  companyName: 64,
  department: 64,
  employeeId: 16,
  employeeType: 256,
  officeLocation: 128,
  division: 256,
  costCenter: 256,
  streetAddress: 1024,
  city: 128,
  state: 128,
  postalCode: 40,
  country: 128,
  businessPhones: 64,
  mobilePhone: 64,
  faxNumber: 64,
  mail: 256,
  otherMails: 250,
  authenticationEmail: 256,
}

/** A value of exactly this length that breaks no other rule of the property. */
function ofLength(name: PropertyName, length: number): string | string[] {
  const { editor } = propertyOf(name)
  if (editor === 'phones') return ['1'.repeat(length)]
  if (editor === 'phone') return '1'.repeat(length)
  const domain = '@contoso.example'
  if (editor === 'emails') return [`${'a'.repeat(length - domain.length)}${domain}`]
  if (editor === 'email' || editor === 'authentication-email')
    return `${'a'.repeat(length - domain.length)}${domain}`
  return 'a'.repeat(length)
}

describe('the limits of the catalogue', () => {
  it('are the documented ones', () => {
    const declared = propertyNames.flatMap((name) => {
      const { limit } = propertyOf(name)
      return limit === undefined ? [] : [[name, limit]]
    })
    expect(Object.fromEntries(declared)).toEqual(limits)
  })

  it.each(Object.entries(limits) as [PropertyName, number][])(
    '%s holds %i characters',
    (name, limit) => {
      expect(broken(name, ofLength(name, limit - 1))).toBeNull()
      expect(broken(name, ofLength(name, limit))).toBeNull()
      expect(checkValue(name, ofLength(name, limit + 1))).toEqual({
        problem: { rule: 'tooLong', values: { limit, length: limit + 1, excess: 1 } },
      })
    },
  )

  it('count a character beyond the basic plane as two, as Graph does', () => {
    expect(broken('employeeId', '😀'.repeat(8))).toBeNull()
    expect(broken('employeeId', '😀'.repeat(9))).toBe('tooLong')
  })

  it('are of the cleaned value', () => {
    expect(stored('employeeId', ` ${'1'.repeat(16)} `)).toHaveLength(16)
  })

  it('of lists are 250 other emails and one business phone', () => {
    const addresses = Array.from({ length: 251 }, (_, index) => `a${index}@b.example`)
    expect(broken('otherMails', addresses.slice(0, 250))).toBeNull()
    expect(broken('otherMails', addresses)).toBe('tooMany')
    expect(broken('businessPhones', ['1'])).toBeNull()
    expect(broken('businessPhones', ['1', '2'])).toBe('onlyOne')
  })
})

describe('cleaning', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 40 })

  it('leaves a cleaned value as it is', () => {
    const names = fc.constantFrom(...propertyNames)
    fc.assert(
      fc.property(names, fc.oneof(anyText, fc.array(anyText, { maxLength: 3 })), (name, raw) => {
        const first = checkValue(name, raw)
        if ('value' in first) expect(checkValue(name, first.value)).toEqual(first)
      }),
    )
  })

  it('leaves no line end, tab or invisible character in one line of text', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const checked = checkValue('city', raw)
        if ('value' in checked && checked.value !== null)
          expect(checked.value).not.toMatch(
            /\p{Cc}|[\u200b\u202a-\u202e\u2066-\u2069\ufeff]|^\s|\s$/u,
          )
      }),
    )
  })

  it('joins lines but in the street address, and composes accents', () => {
    expect(stored('city', 'New\r\n York')).toBe('New York')
    expect(stored('streetAddress', ' 1 Main St\r\nFloor 2\t \n')).toBe('1 Main St\nFloor 2')
    expect(stored('surname', 'Mu\u0308ller')).toBe('M\u00fcller')
    expect(stored('surname', 'Ada\u202e\u200b')).toBe('Ada')
  })

  it('turns what was left empty into no value', () => {
    expect(stored('city', '  ')).toBeNull()
    expect(stored('city', null)).toBeNull()
    expect(stored('otherMails', null)).toEqual([])
    expect(stored('otherMails', ['', 'a@b.example', ' a@b.example '])).toEqual(['a@b.example'])
  })
})

describe('required properties', () => {
  it.each([
    'displayName',
    'userPrincipalName',
    'mailNickname',
    'userType',
    'accountEnabled',
  ] as const)('%s cannot be empty', (name) => {
    expect(broken(name, null)).toBe('required')
    expect(broken(name, '')).toBe('required')
  })

  it('cannot be white space either', () => {
    expect(broken('displayName', ' \u200b ')).toBe('required')
  })
})

describe('a value of the wrong kind', () => {
  it.each([
    ['city', 7],
    ['city', ['London']],
    ['otherMails', 'a@b.example'],
    ['accountEnabled', 'true'],
    ['managerId', 5],
  ] as const)('is refused for %s', (name, raw) => {
    expect(broken(name, raw)).toBe('wrongType')
  })
})
