import { mailNicknameOf } from '../../../shared/fields/rules/mail-nickname.ts'
import { type UserNameRule, userNameFrom } from '../../../shared/fields/user-name-rules.ts'
import { asText } from '../../properties/raw.ts'
import type { Edits } from './edits.ts'

/** How the names of a new user are made. */
export type Naming = {
  readonly domain: string
  readonly rule: UserNameRule
  /** What was found free for a user name that the rule makes; null before that. */
  readonly free: { readonly wanted: string; readonly userName: string } | null
}

/** The user name that the rule makes of the names, whether or not somebody has it. */
export const wantedUserName = (edits: Edits, { domain, rule }: Naming): string =>
  `${userNameFrom(rule, asText(edits.givenName), asText(edits.surname))}@${domain}`

/** The names a new user would have by the first and last name, until somebody types others. */
export function proposedNames(edits: Edits, naming: Naming): Edits {
  const names = [asText(edits.givenName), asText(edits.surname)].map((name) => name.trim())
  const wanted = wantedUserName(edits, naming)
  const userPrincipalName = naming.free?.wanted === wanted ? naming.free.userName : wanted
  return {
    displayName: names.filter((name) => name !== '').join(' '),
    userPrincipalName,
    mailNickname: mailNicknameOf(asText(edits.userPrincipalName) || userPrincipalName),
  }
}
