import { addressLetters } from '../../../shared/fields/plain-letters.ts'
import { mailNicknameOf } from '../../../shared/fields/rules/mail-nickname.ts'
import { userPrincipalNameLimits } from '../../../shared/fields/rules/user-principal-name.ts'
import { asText } from '../../properties/raw.ts'
import type { Edits } from './edits.ts'

/** The names a new user would have by the first and last name, until somebody types others. */
export function proposedNames(edits: Edits, domain: string): Edits {
  const names = [asText(edits.givenName), asText(edits.surname)].map((name) => name.trim())
  const local = names
    .map(addressLetters)
    .filter((name) => name !== '')
    .join('.')
    .slice(0, userPrincipalNameLimits.local)
    .replace(/\.$/, '')
  const userPrincipalName = `${local}@${domain}`
  return {
    displayName: names.filter((name) => name !== '').join(' '),
    userPrincipalName,
    mailNickname: mailNicknameOf(asText(edits.userPrincipalName) || userPrincipalName),
  }
}
