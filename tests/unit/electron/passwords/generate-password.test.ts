import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  generatePassword,
  passwordAlphabet,
  passwordGroups,
} from '../../../../electron/passwords/generate-password.ts'
import { checkPassword } from '../../../../shared/fields/rules/password.ts'
import { randomNumbers } from '../../../support/random-numbers.ts'

const { count, length } = passwordGroups
const characters = count * length

const below = (seed: number) => {
  const next = randomNumbers(seed)
  return (limit: number) => Math.floor(next() * limit)
}

describe('a generated password', () => {
  it('is in groups of characters that nobody takes for others, and meets the policy', () => {
    const group = `[${passwordAlphabet}]{${length}}`
    const shape = new RegExp(`^${Array(count).fill(group).join('-')}$`)
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const password = generatePassword(undefined, below(seed))
        expect(password).toMatch(shape)
        expect(checkPassword(password)).toBeUndefined()
      }),
    )
  })

  it('holds no word of the names of the person it is for', () => {
    const few = [...'acdAD3'].map((character) => passwordAlphabet.indexOf(character))
    fc.assert(
      fc.property(fc.stringMatching(/^[acd]{3}$/), fc.integer(), (name, seed) => {
        const draw = below(seed)
        const owner = { displayName: `${name} Xu`, userPrincipalName: 'x@contoso.example' }
        const password = generatePassword(owner, () => few[draw(few.length)] ?? 0)
        expect(password.toLowerCase()).not.toContain(name)
      }),
    )
  })

  it('is one of at least 2^70', () => {
    const letters = { small: /[a-z]/g, capital: /[A-Z]/g, digit: /[0-9]/g }
    const ofOneKind = Object.values(letters).map(
      (kind) => passwordAlphabet.match(kind)?.length ?? 0,
    )
    const all = BigInt(passwordAlphabet.length) ** BigInt(characters)
    const refused = ofOneKind.reduce((sum, each) => sum + BigInt(each) ** BigInt(characters), 0n)
    expect(all - refused).toBeGreaterThan(2n ** 70n)
    expect(new Set(passwordAlphabet).size).toBe(passwordAlphabet.length)
  })

  it('leaves out whatever looks like something else', () => {
    for (const alike of ['0Oo', '1lI', '2Zz', '5Ss', '8B', '6bG', '9gq', 'cC', 'kK'])
      expect([...alike].filter((each) => passwordAlphabet.includes(each)).length).toBeLessThan(2)
  })

  it('draws every character as often as the others', () => {
    const passwords = Array.from({ length: 4000 }, () => generatePassword().replaceAll('-', ''))
    expect(new Set(passwords).size).toBe(passwords.length)
    const seen = new Map([...passwordAlphabet].map((character) => [character, 0]))
    for (const character of passwords.join('')) seen.set(character, (seen.get(character) ?? 0) + 1)
    const expected = (passwords.length * characters) / passwordAlphabet.length
    const chiSquare = [...seen.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
    // With 33 degrees of freedom an even draw exceeds this once in more than a billion runs.
    expect(chiSquare).toBeLessThan(115)
  })
})
