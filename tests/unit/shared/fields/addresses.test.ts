import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailInStep } from '../../../../shared/directory/mail-in-step.ts'
import {
  primaryOf,
  withoutPrefix,
  withPrimary,
} from '../../../../shared/fields/rules/proxy-addresses.ts'
import { broken, stored } from './value-of.ts'

describe('an email address', () => {
  it.each(['a@b.example', 'a.b+c@d-e.f.example', "o'brien@x.example"])('%s is allowed', (mail) => {
    expect(broken('mail', mail)).toBeNull()
  })

  it.each([
    ['ada', 'notAnEmail'],
    ['ada@contoso', 'notAnEmail'],
    ['@contoso.example', 'notAnEmail'],
    ['a@b@c.example', 'notAnEmail'],
    ['a b@c.example', 'notAnEmail'],
    ['a,b@c.example', 'notAnEmail'],
    ['<a@c.example>', 'notAnEmail'],
    ['adä@c.example', 'accent'],
    ['ada@cö.example', 'accent'],
  ])('%s breaks the rule %s', (mail, expected) => {
    expect(broken('mail', mail)).toBe(expected)
    expect(broken('otherMails', [mail])).toBe(expected)
    expect(broken('authenticationEmail', mail)).toBe(expected)
  })
})

describe('proxy addresses', () => {
  it.each([
    [[], null],
    [['SMTP:a@b.example'], null],
    [['SMTP:a@b.example', 'smtp:c@b.example', 'sip:a@b.example', 'X500:/o=x'], null],
    [['sip:a@b.example'], null],
    [['smtp:a@b.example'], 'proxyOnePrimary'],
    [['SMTP:a@b.example', 'SMTP:c@b.example'], 'proxyOnePrimary'],
    [['a@b.example'], 'proxyPrefix'],
    [['smtp:'], 'proxyPrefix'],
    [['SMTP:a b@c.example'], 'proxyCharacter'],
    [['SMTP:a@b.example', 'smtp:A@B.example'], 'proxyRepeated'],
  ] as const)('%j: %s', (addresses, expected) => {
    expect(broken('proxyAddresses', [...addresses])).toBe(expected)
  })

  it('have at most 256 characters each, prefix and all', () => {
    const of = (length: number) => [`SMTP:${'a'.repeat(length - 15)}@b.example`]
    expect(of(256)[0]).toHaveLength(256)
    expect(broken('proxyAddresses', of(255))).toBeNull()
    expect(broken('proxyAddresses', of(256))).toBeNull()
    expect(broken('proxyAddresses', of(257))).toBe('tooLong')
  })

  it('drop what was left empty', () => {
    expect(stored('proxyAddresses', ['', ' SMTP:a@b.example '])).toEqual(['SMTP:a@b.example'])
  })
})

describe('the primary address', () => {
  const mail = fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example')
  const addresses = fc
    .uniqueArray(mail)
    .map((all) => all.map((each, index) => `${index === 0 ? 'SMTP' : 'smtp'}:${each}`))

  it('changes without losing an address or making a second primary one', () => {
    fc.assert(
      fc.property(addresses, mail, (before, next) => {
        const after = withPrimary(before, next)
        expect(primaryOf(after)).toBe(`SMTP:${next}`)
        expect(broken('proxyAddresses', after)).toBeNull()
        expect(new Set(after.map(withoutPrefix))).toEqual(
          new Set([...before.map(withoutPrefix), next]),
        )
        expect(withPrimary(after, next)).toEqual(after)
      }),
    )
  })

  it('is the email, whichever of the two is changed', () => {
    fc.assert(
      fc.property(addresses, fc.option(mail), (proxyAddresses, next) => {
        const before = {
          mail: withoutPrefix(primaryOf(proxyAddresses) ?? ':') || null,
          proxyAddresses,
        }
        const byMail = { ...before, mail: next, ...mailInStep(before, { mail: next }) }
        expect(primaryOf(byMail.proxyAddresses)).toBe(next === null ? undefined : `SMTP:${next}`)
        const changed = next === null ? [] : withPrimary(proxyAddresses, next)
        expect(mailInStep(before, { proxyAddresses: changed }).mail).toBe(next)
      }),
    )
  })
})
