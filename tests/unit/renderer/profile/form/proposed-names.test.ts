import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposedNames } from '../../../../../renderer/profile/form/proposed-names.ts'
import { asText } from '../../../../../renderer/properties/raw.ts'
import { checkUserPrincipalName } from '../../../../../shared/fields/rules/user-principal-name.ts'

const naming = { domain: 'contoso.example', rule: 'first.last', free: null } as const

const of = (givenName: string, surname: string) => proposedNames({ givenName, surname }, naming)

describe('proposedNames', () => {
  it('joins the names, and folds them for addresses', () => {
    expect(of(' Zoë ', 'O’Brien-Łęcka')).toEqual({
      displayName: 'Zoë O’Brien-Łęcka',
      userPrincipalName: 'zoe.obrien-lecka@contoso.example',
      mailNickname: 'zoe.obrien-lecka',
    })
  })

  it('makes do with one name', () => {
    expect(of('', 'Madonna')).toMatchObject({
      displayName: 'Madonna',
      userPrincipalName: 'madonna@contoso.example',
    })
  })

  it('proposes no user name for a script that it cannot hold', () => {
    expect(of('محمد', '')).toEqual({
      displayName: 'محمد',
      userPrincipalName: '@contoso.example',
      mailNickname: '',
    })
  })

  it('follows the directory’s rule, and takes the name that was found free for that one', () => {
    const edits = { givenName: 'Ada', surname: 'Lovelace' }
    const free = { wanted: 'alovelace@contoso.example', userName: 'alovelace3@contoso.example' }
    const numbered = { ...naming, rule: 'flast', free } as const
    expect(proposedNames(edits, numbered)).toMatchObject({
      userPrincipalName: 'alovelace3@contoso.example',
      mailNickname: 'alovelace3',
    })
    expect(proposedNames({ ...edits, surname: 'King' }, numbered)).toMatchObject({
      userPrincipalName: 'aking@contoso.example',
    })
  })

  it('proposes only user names that the rule allows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 90 }), (one, other) => {
        const name = asText(of(one, other).userPrincipalName)
        if (!name.startsWith('@')) expect(checkUserPrincipalName(name)).toBeUndefined()
      }),
    )
  })
})
