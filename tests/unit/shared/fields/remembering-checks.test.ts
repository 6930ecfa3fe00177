import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyNames } from '../../../../shared/fields/catalogue.ts'
import { checkValue, rememberingChecks } from '../../../../shared/fields/values.ts'

describe('rememberingChecks', () => {
  it('come to what each check by itself comes to', () => {
    const raw = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        ' Oslo ',
        'NO',
        'a@contoso.com',
        '+47 40000000',
        'Member',
        null,
        true,
      ),
      fc.string({
        unit: fc.constantFrom('a', ' ', '\n', '\t', 'é', '\u200B', '@', '.'),
        maxLength: 6,
      }),
      fc.constant(['+47 40000000']),
    )
    const asked = fc.array(fc.tuple(fc.constantFrom(...propertyNames), raw), { maxLength: 60 })
    fc.assert(
      fc.property(asked, (all) => {
        const check = rememberingChecks()
        for (const [name, value] of [...all, ...all])
          expect(check(name, value)).toEqual(checkValue(name, value))
      }),
    )
  })
})
