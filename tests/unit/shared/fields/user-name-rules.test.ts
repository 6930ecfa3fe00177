import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkMailNickname } from '../../../../shared/fields/rules/mail-nickname.ts'
import { checkUserPrincipalName } from '../../../../shared/fields/rules/user-principal-name.ts'
import { numbered, userNameFrom, userNameRules } from '../../../../shared/fields/user-name-rules.ts'

describe('userNameFrom', () => {
  it.each([
    ['first.last', 'zoe.obrien-lecka', 'madonna'],
    ['first_last', 'zoe_obrien-lecka', 'madonna'],
    ['firstlast', 'zoeobrien-lecka', 'madonna'],
    ['flast', 'zobrien-lecka', 'madonna'],
    ['firstl', 'zoeo', 'madonna'],
    ['last.first', 'obrien-lecka.zoe', 'madonna'],
    ['lastfirst', 'obrien-leckazoe', 'madonna'],
    ['first', 'zoe', 'madonna'],
  ] as const)('%s: “%s”, and “%s” for somebody with one name', (rule, both, one) => {
    expect(userNameFrom(rule, 'Zoë', 'O’Brien-Łęcka')).toBe(both)
    expect(userNameFrom(rule, '', 'Madonna')).toBe(one)
    expect(userNameFrom(rule, 'Madonna', '')).toBe(one)
  })

  it('makes nothing of a script that a user name cannot hold', () => {
    for (const rule of userNameRules) expect(userNameFrom(rule, 'محمد', 'علي')).toBe('')
  })

  it('makes only what a user name and a mail nickname may be, numbered too', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 90 })
    const number = fc.integer({ min: 1, max: 99_999 })
    fc.assert(
      fc.property(
        fc.constantFrom(...userNameRules),
        name,
        name,
        number,
        (rule, one, two, which) => {
          const local = userNameFrom(rule, one, two)
          fc.pre(local !== '')
          for (const each of [local, numbered(local, which)]) {
            expect(checkUserPrincipalName(`${each}@contoso.example`)).toBeUndefined()
            expect(checkMailNickname(each)).toBeUndefined()
          }
        },
      ),
    )
  })
})
