import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countryName } from '../../../../electron/search/country-name.ts'
import { cellValue } from '../../../../electron/transfer/cell-value.ts'
import { countryCodes } from '../../../../shared/fields/countries.ts'
import { checkValue } from '../../../../shared/fields/values.ts'

describe('cellValue', () => {
  it('reads switches, choices, countries and lists as a spreadsheet writes them', () => {
    expect(cellValue('accountEnabled', 'TRUE')).toBe(true)
    expect(cellValue('accountEnabled', 'No')).toBe(false)
    expect(cellValue('ageGroup', 'not adult')).toBe('NotAdult')
    expect(cellValue('usageLocation', 'germany')).toBe('DE')
    expect(cellValue('businessPhones', '+1 555; 123')).toEqual(['+1 555; 123'])
    expect(cellValue('otherMails', 'a@b.example; c@d.example')).toEqual([
      'a@b.example',
      'c@d.example',
    ])
  })

  it('passes on what it cannot read, for the rules to name', () => {
    expect(cellValue('accountEnabled', 'perhaps')).toBe('perhaps')
    expect(cellValue('usageLocation', 'Atlantis')).toBe('Atlantis')
    expect(cellValue('ageGroup', 'Elder')).toBe('Elder')
  })

  it('takes every country by its code and by its name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countryCodes), (code) => {
        expect(checkValue('usageLocation', cellValue('usageLocation', code))).toEqual({
          value: code,
        })
        expect(cellValue('usageLocation', countryName(code))).toBe(code)
      }),
    )
  })
})
