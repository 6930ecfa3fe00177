import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailNicknameOf } from '../../../../shared/fields/rules/mail-nickname.ts'
import { splitUserPrincipalName } from '../../../../shared/fields/rules/user-principal-name.ts'
import { broken } from './value-of.ts'

const rule = (value: string) => broken('userPrincipalName', value)
const label = (length: number) => 'd'.repeat(length)

describe('a user name', () => {
  it.each([
    'ada@contoso.example',
    "o'brien-smith_2@a.b.example",
    '!#^~.a@x.y',
    '.ada@contoso.example',
  ])('%s is allowed', (name) => {
    expect(rule(name)).toBeNull()
  })

  it.each([
    ['ada', 'userNameNoDomain'],
    ['@contoso.example', 'userNameNoDomain'],
    ['ada@', 'userNameNoDomain'],
    ['ada@b@contoso.example', 'userNameNoDomain'],
    ['ada.@contoso.example', 'userNameDotBeforeAt'],
    ['adä@contoso.example', 'userNameCharacter'],
    ['a a@contoso.example', 'userNameCharacter'],
    ['a+b@contoso.example', 'userNameCharacter'],
    ['a/b@contoso.example', 'userNameCharacter'],
    ['ada@contoso', 'domainInvalid'],
    ['ada@-contoso.example', 'domainInvalid'],
    ['ada@contoso..example', 'domainInvalid'],
    ['ada@contöso.example', 'domainInvalid'],
  ])('%s breaks the rule %s', (name, expected) => {
    expect(rule(name)).toBe(expected)
  })

  it('has at most 64 characters before the @', () => {
    expect(rule(`${label(63)}@x.example`)).toBeNull()
    expect(rule(`${label(64)}@x.example`)).toBeNull()
    expect(rule(`${label(65)}@x.example`)).toBe('userNameTooLong')
  })

  it('has at most 48 characters after the @', () => {
    expect(rule(`ada@${label(39)}.example`)).toBeNull()
    expect(rule(`ada@${label(40)}.example`)).toBeNull()
    expect(rule(`ada@${label(41)}.example`)).toBe('userNameTooLong')
  })

  it('is as long as both parts may be: 113 characters', () => {
    const longest = `${label(64)}@${label(40)}.example`
    expect(longest).toHaveLength(113)
    expect(rule(longest)).toBeNull()
  })

  it('is split at its last @, and put together again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { local, domain } = splitUserPrincipalName(text)
        expect(domain).not.toContain('@')
        expect(text.includes('@') ? `${local}@${domain}` : local).toBe(text)
      }),
    )
  })
})

describe('a mail nickname', () => {
  it.each(['ada', 'a.b', 'a_b-c!', "o'brien"])('%s is allowed', (name) => {
    expect(broken('mailNickname', name)).toBeNull()
  })

  it.each([
    ['.ada', 'nicknameDot'],
    ['a b', 'nicknameCharacter'],
    ['ada@x', 'nicknameCharacter'],
    ['a,b', 'nicknameCharacter'],
    ['adä', 'nicknameCharacter'],
    ['a[b]', 'nicknameCharacter'],
  ])('%s breaks the rule %s', (name, expected) => {
    expect(broken('mailNickname', name)).toBe(expected)
  })

  it('can be made of every user name that is allowed', () => {
    const local = fc.stringMatching(/^[A-Za-z0-9'._!#^~-]{0,40}[A-Za-z0-9]$/)
    fc.assert(
      fc.property(local, (name) => {
        expect(rule(`${name}@contoso.example`)).toBeNull()
        expect(broken('mailNickname', mailNicknameOf(`${name}@contoso.example`))).toBeNull()
      }),
    )
  })
})
