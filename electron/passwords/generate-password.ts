import { randomInt } from 'node:crypto'
import { checkPassword, type PasswordOwner } from '../../shared/fields/rules/password.ts'

/**
 * Characters that stay apart on paper and on the telephone: none that looks like another (0O, 1lI, 2Z,
 * 5S, 8B, 6bG, 9gq, uv), and no letter whose capital differs from it in size alone, but for one of the two.
 */
export const passwordAlphabet = 'acdefhjkmnprtuwxyADEFHJLMNQRT34679'

export const passwordGroups = { count: 4, length: 4 } as const

/** A random whole number from 0 up to, and without, `limit`; each as likely as the others. */
export type RandomBelow = (limit: number) => number

/**
 * A password in groups, such as `h4Rm-w7Fd-TkaN-9xQe`. Every one that the policy allows its owner is as
 * likely as the others: one that breaks the policy is thrown away whole.
 */
export function generatePassword(
  owner?: PasswordOwner,
  randomBelow: RandomBelow = (limit) => randomInt(limit),
): string {
  for (;;) {
    const password = someGroups(randomBelow)
    if (!checkPassword(password, owner)) return password
  }
}

function someGroups(randomBelow: RandomBelow): string {
  const { count, length } = passwordGroups
  const group = () =>
    Array.from({ length }, () => passwordAlphabet.charAt(randomBelow(passwordAlphabet.length)))
  return Array.from({ length: count }, () => group().join('')).join('-')
}
