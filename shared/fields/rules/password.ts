import type { Problem } from '../../text/message.ts'

export const passwordLimits = { shortest: 8, longest: 256, classes: 3 } as const

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]
const foreignCharacter = /[^\u0020-\u007E]/u

/** Microsoft Entra's password policy for cloud accounts (concept-sspr-policy). */
export function checkPassword(password: string): Problem | undefined {
  const { length } = password
  const { shortest, longest } = passwordLimits
  if (length < shortest) return { rule: 'passwordTooShort', values: { limit: shortest, length } }
  if (length > longest) return { rule: 'passwordTooLong', values: { limit: longest, length } }
  const foreign = foreignCharacter.exec(password)
  if (foreign) return { rule: 'passwordCharacter', values: { character: foreign[0] } }
  return classes.filter((kind) => kind.test(password)).length < passwordLimits.classes
    ? { rule: 'passwordClasses' }
    : undefined
}
