import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recoveryKeyOf, recoverySecretIn } from '../../../../electron/keys/recovery-key.ts'

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => Buffer.from(bytes))
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery key', () => {
  it('is nine groups of four characters, of which none is taken for another', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(recoveryKeyOf(secret)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  it('is understood however it is typed', () => {
    const ways: readonly ((key: string) => string)[] = [
      (key) => key,
      (key) => key.toLowerCase(),
      (key) => key.replaceAll('-', ''),
      (key) => key.replaceAll('-', ' '),
      (key) => key.replaceAll('-', '\u2013'),
      (key) => ` ${key}\n`,
      (key) => key.replaceAll('0', 'O').replaceAll('1', 'I'),
      (key) => key.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]
    fc.assert(
      fc.property(secrets, fc.constantFrom(...ways), (secret, typed) => {
        expect(recoverySecretIn(typed(recoveryKeyOf(secret)))).toEqual(secret)
      }),
    )
  })

  it('tells every single slip of the pen, and every two neighbours in the wrong order', () => {
    fc.assert(
      fc.property(secrets, fc.nat(43), fc.nat(31), (secret, place, digit) => {
        const key = recoveryKeyOf(secret)
        if (key[place] === '-') return
        const other = digits[digit] ?? '0'
        const wrong = key.slice(0, place) + other + key.slice(place + 1)
        if (wrong !== key) expect(recoverySecretIn(wrong)).toBe(null)
        const [one = '', two = ''] = key.slice(place, place + 2)
        const turned = key.slice(0, place) + two + one + key.slice(place + 2)
        if (two !== '' && two !== '-' && one !== two) expect(recoverySecretIn(turned)).toBe(null)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    '',
    '0000',
    'not a recovery key',
    `${recoveryKeyOf(randomBytes(20))}-0000`,
    'Ж'.repeat(36),
  ])('is not %j', (typed) => {
    expect(recoverySecretIn(typed)).toBe(null)
  })
})
