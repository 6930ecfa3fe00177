import { addressLetters } from './plain-letters.ts'
import { userPrincipalNameLimits } from './rules/user-principal-name.ts'

type Names = { readonly first: string; readonly last: string }

const joined = (separator: string, ...parts: readonly string[]) =>
  parts.filter((part) => part !== '').join(separator)

/** What a new user's name is made of, each by its pattern. Somebody with one name gets that one. */
const patterns = {
  'first.last': ({ first, last }: Names) => joined('.', first, last),
  first_last: ({ first, last }: Names) => joined('_', first, last),
  firstlast: ({ first, last }: Names) => joined('', first, last),
  flast: ({ first, last }: Names) => (last ? first.slice(0, 1) + last : first),
  firstl: ({ first, last }: Names) => (first ? first + last.slice(0, 1) : last),
  'last.first': ({ first, last }: Names) => joined('.', last, first),
  lastfirst: ({ first, last }: Names) => joined('', last, first),
  first: ({ first, last }: Names) => first || last,
} as const

export type UserNameRule = keyof typeof patterns

export const userNameRules = Object.keys(patterns) as [UserNameRule, ...UserNameRule[]]

export const usualUserNameRule: UserNameRule = 'first.last'

/** What stands before the @ of the user name of somebody called so. Empty for scripts it cannot hold. */
export function userNameFrom(rule: UserNameRule, givenName: string, surname: string): string {
  const name = patterns[rule]({ first: addressLetters(givenName), last: addressLetters(surname) })
  return name.slice(0, userPrincipalNameLimits.local).replace(/[.]+$/, '')
}

/** The same with a number that tells people of one name apart: ada.lovelace2. */
export const numbered = (name: string, number: number): string =>
  number < 2
    ? name
    : `${name.slice(0, userPrincipalNameLimits.local - String(number).length)}${number}`
