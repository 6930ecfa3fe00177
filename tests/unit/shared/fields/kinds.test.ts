import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countryCodes } from '../../../../shared/fields/countries.ts'
import { legalAgeGroupOf } from '../../../../shared/fields/legal-age-group.ts'
import {
  checkFilePassword,
  checkPassword,
  type PasswordOwner,
} from '../../../../shared/fields/rules/password.ts'
import { checkValues, emptyValues, storedValues } from '../../../../shared/fields/values.ts'
import { broken, stored } from './value-of.ts'

describe('a date', () => {
  it.each(['2024-02-29', '1999-12-31', '2026-03-01'])('%s is allowed', (day) => {
    expect(stored('employeeHireDate', day)).toBe(day)
  })

  it.each(['2023-02-29', '2026-13-01', '2026-00-10', '2026-3-1', '01/03/2026', 'tomorrow'])(
    '%s is refused',
    (day) => {
      expect(broken('employeeHireDate', day)).toBe('notADate')
    },
  )

  it('keeps the day of a moment, whatever its time', () => {
    expect(stored('employeeHireDate', '2026-03-01T23:59:59Z')).toBe('2026-03-01')
  })

  it('holds every day there is', () => {
    const days = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(stored('employeeHireDate', day)).toBe(day)
      }),
    )
  })
})

describe('a country', () => {
  it('is every code of ISO 3166, in whatever case', () => {
    expect(countryCodes).toHaveLength(249)
    for (const code of countryCodes) expect(stored('usageLocation', code.toLowerCase())).toBe(code)
  })

  it.each(['XX', 'UK', 'GBR', 'Norway'])('is not %s', (code) => {
    expect(broken('usageLocation', code)).toBe('notACountryCode')
  })
})

describe('a language', () => {
  it.each(['en', 'en-US', 'sr-Latn-RS', 'fil-PH'])('%s is allowed', (tag) => {
    expect(broken('preferredLanguage', tag)).toBeNull()
  })

  it.each(['English', 'EN-us', 'en_US', 'en-us', 'e'])('%s is refused', (tag) => {
    expect(broken('preferredLanguage', tag)).toBe('notALanguage')
  })
})

describe('a phone number', () => {
  it.each(['+44 20 7946 0958', '(020) 7946-0958', '4711', '+1 425 555 0100 x12', 'ext. 12'])(
    '%s is allowed',
    (number) => {
      expect(broken('mobilePhone', number)).toBeNull()
    },
  )

  it.each(['call me', '+44 20 7946 0958 (mobile)', '١٢٣'])('%s is refused', (number) => {
    expect(broken('mobilePhone', number)).toBe('notANumber')
  })
})

describe('an authentication phone', () => {
  it.each([
    '+1 5555551234',
    '+44 7700',
    '+358 12345678901234',
    '+1 5555551234x1',
    '+1 5555551234x12345678',
  ])('%s is allowed', (number) => {
    expect(broken('authenticationPhoneNumber', number)).toBeNull()
  })

  it.each([
    '5555551234',
    '+15555551234',
    '+0 5555551234',
    '+1234 5555551234',
    '+1 555',
    '+1 123456789012345',
    '+1 555 555 1234',
    '+1 5555551234x',
    '+1 5555551234x123456789',
  ])('%s is refused', (number) => {
    expect(broken('authenticationAlternativePhoneNumber', number)).toBe('notAnAuthenticationPhone')
  })
})

describe('a choice', () => {
  it('is one of the documented values, or none where it may be empty', () => {
    expect(stored('userType', 'Guest')).toBe('Guest')
    expect(broken('userType', 'guest')).toBe('notAChoice')
    expect(stored('ageGroup', null)).toBeNull()
    expect(stored('ageGroup', 'NotAdult')).toBe('NotAdult')
    expect(broken('ageGroup', 'Teenager')).toBe('notAChoice')
    expect(stored('consentProvidedForMinor', 'NotRequired')).toBe('NotRequired')
  })
})

describe('the legal age group', () => {
  it.each([
    [null, null, null],
    [null, 'Granted', null],
    ['Adult', null, 'Adult'],
    ['Adult', 'Denied', 'Adult'],
    ['NotAdult', 'Granted', 'NotAdult'],
    ['Minor', 'Granted', 'MinorWithParentalConsent'],
    ['Minor', 'NotRequired', 'MinorNoParentalConsentRequired'],
    ['Minor', 'Denied', 'MinorWithoutParentalConsent'],
    ['Minor', null, 'MinorWithoutParentalConsent'],
  ] as const)('of %s with consent %s is %s', (ageGroup, consentProvidedForMinor, expected) => {
    expect(legalAgeGroupOf({ ageGroup, consentProvidedForMinor })).toBe(expected)
  })
})

describe('a password', () => {
  const rule = (password: string, owner?: PasswordOwner) =>
    checkPassword(password, owner)?.rule ?? null

  it('has 8 to 256 characters', () => {
    expect(rule('Abcde1!')).toBe('passwordTooShort')
    expect(rule('Abcdef1!')).toBeNull()
    expect(rule(`Ab1${'a'.repeat(253)}`)).toBeNull()
    expect(rule(`Ab1${'a'.repeat(254)}`)).toBe('passwordTooLong')
  })

  it('has three of four kinds of characters', () => {
    expect(rule('abcdefgh1')).toBe('passwordClasses')
    expect(rule('abcdefgH1')).toBeNull()
    expect(rule('abcdefg!1')).toBeNull()
    expect(rule('ABC DEFG1')).toBeNull()
  })

  it('has no letter beyond ASCII', () => {
    expect(rule('Pässword1!')).toBe('passwordCharacter')
  })

  it('holds no word of its owner’s names, in any case and without accents', () => {
    const zoe = { displayName: 'Zoë Müller-Lyer', userPrincipalName: 'zml-7@contoso.example' }
    const refused = [
      'Zoe-and-1-more',
      'the-1-MULLER',
      'xLYER-Lens-1',
      '1-zml-7-Two',
      'x-ZML-Three-3',
    ]
    for (const password of refused)
      expect(checkPassword(password, zoe), password).toMatchObject({ rule: 'passwordHoldsName' })
    expect(rule('Mull-and-Ly-7', zoe)).toBeNull()
    expect(checkPassword('Zoe-and-1-more', zoe)?.values).toEqual({ word: 'zoe' })
  })

  it.each([
    'Passw0rd!',
    'P@ssw0rd123',
    'Summer2026!',
    '2026-Winter',
    'W3lc0me!!',
    'Qwertz-99',
    'Adm1n2024!',
    '1qaz@WSX',
    'L3tMe1n!!',
    'He11o!2024',
  ])('is none of the commonest, like %s', (password) => {
    expect(rule(password)).toBe('passwordCommon')
  })

  it('may have a common word among others', () => {
    expect(rule('Summer-Hat-2026')).toBeNull()
  })

  it('of a file is longer, because a file can be tried at any speed', () => {
    expect(checkFilePassword('Quaint-Owl-1')).toBeUndefined()
    expect(checkFilePassword('Quaint-Ow-1')?.rule).toBe('passwordTooShort')
    expect(checkFilePassword('quaint-owls-')?.rule).toBe('passwordClasses')
  })
})

describe('checkValues', () => {
  it('answers what is good and what is not, and drops nothing in silence', () => {
    expect(checkValues({ city: ' London ', employeeId: 'x'.repeat(17), shoeSize: 42 })).toEqual({
      values: { city: 'London' },
      problems: {
        employeeId: { rule: 'tooLong', values: { limit: 16, length: 17, excess: 1 } },
        shoeSize: { rule: 'unknownProperty' },
      },
    })
  })

  it('is not fooled by names that every object has', () => {
    expect(checkValues({ constructor: 'x', toString: 'y' }).problems).toEqual({
      constructor: { rule: 'unknownProperty' },
      toString: { rule: 'unknownProperty' },
    })
  })
})

describe('stored values', () => {
  it('are complete when what holds nothing was left out', () => {
    const { displayName, userPrincipalName, mailNickname, userType, accountEnabled } = emptyValues
    const kept = { displayName, userPrincipalName, mailNickname, userType, accountEnabled }
    expect(storedValues.parse(kept)).toEqual(emptyValues)
  })
})
