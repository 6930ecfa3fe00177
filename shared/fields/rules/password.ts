import type { Problem } from '../../text/message.ts'
import { withoutAccents } from '../plain-letters.ts'
import { isCommonPassword } from './common-passwords.ts'
import { splitUserPrincipalName } from './user-principal-name.ts'

export const passwordLimits = { shortest: 8, longest: 256, classes: 3, word: 3 } as const

/** Whose password it is to be. */
export type PasswordOwner = { readonly displayName: string; readonly userPrincipalName: string }

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]
const foreignCharacter = /[^\u0020-\u007E]/u

/**
 * Microsoft Entra's password policy for cloud accounts (concept-sspr-policy). Also refuses what others
 * would try first: the commonest passwords, and the owner's names.
 */
export function checkPassword(password: string, owner?: PasswordOwner): Problem | undefined {
  for (const check of Object.values(passwordRules)) {
    const problem = check(password, owner)
    if (problem) return problem
  }
  return undefined
}

type PasswordCheck = (password: string, owner?: PasswordOwner) => Problem | undefined

/** What a password has to be, one rule after another. */
export const passwordRules = {
  length: (password) => checkLength(password, passwordLimits.shortest),
  characters: (password) => checkCharacters(password),
  names: (password, owner) => checkNames(password, owner),
  common: (password) => checkCommon(password),
} as const satisfies Readonly<Record<string, PasswordCheck>>

/**
 * For a file that leaves Roster. Whoever has it can try passwords as fast as their machines go, and
 * ZIP's own derivation of the key (1,000 rounds of PBKDF2) hardly slows them down.
 */
export function checkFilePassword(password: string): Problem | undefined {
  return checkLength(password, filePasswordLength) ?? checkPassword(password)
}

export const filePasswordLength = 12

function checkLength({ length }: string, shortest: number): Problem | undefined {
  const { longest } = passwordLimits
  if (length < shortest) return { rule: 'passwordTooShort', values: { limit: shortest, length } }
  if (length > longest) return { rule: 'passwordTooLong', values: { limit: longest, length } }
  return undefined
}

function checkCharacters(password: string): Problem | undefined {
  const foreign = foreignCharacter.exec(password)
  if (foreign) return { rule: 'passwordCharacter', values: { character: foreign[0] } }
  return classes.filter((kind) => kind.test(password)).length < passwordLimits.classes
    ? { rule: 'passwordClasses' }
    : undefined
}

function checkNames(password: string, owner: PasswordOwner | undefined): Problem | undefined {
  if (!owner) return undefined
  const inSmallLetters = password.toLowerCase()
  const word = wordsOf(owner).find((each) => inSmallLetters.includes(each))
  return word === undefined ? undefined : { rule: 'passwordHoldsName', values: { word } }
}

/** The words of the names, taken apart as Windows does for the same rule; short ones say nothing. */
function wordsOf({ displayName, userPrincipalName }: PasswordOwner): readonly string[] {
  const names = [splitUserPrincipalName(userPrincipalName).local, displayName].map(withoutAccents)
  const words = names.flatMap((name) => [name, ...name.split(/[\s,.\-_#]+/)])
  return words.filter((word) => word.length >= passwordLimits.word)
}

const checkCommon = (password: string): Problem | undefined =>
  isCommonPassword(password) ? { rule: 'passwordCommon' } : undefined
