import type { Neighbours } from '../../shared/directory/check-user.ts'
import { mailNicknameOf } from '../../shared/fields/rules/mail-nickname.ts'
import { splitUserPrincipalName } from '../../shared/fields/rules/user-principal-name.ts'
import { numbered } from '../../shared/fields/user-name-rules.ts'

/** The nickname of the user name, or the first of those numbered from 2 that nobody else has. */
export function freeNickname(
  id: string,
  userName: string | undefined,
  { ownerOfNickname }: Neighbours,
): string {
  const base = mailNicknameOf(userName ?? '')
  return firstFree(base, (nickname) => (ownerOfNickname(nickname)?.id ?? id) === id)
}

/** The user name itself, or the first of those numbered from 2 that nobody has. */
export function freeUserName(userName: string, { ownerOfUserName }: Neighbours): string {
  const { local, domain } = splitUserPrincipalName(userName)
  const whole = (name: string) => `${name}@${domain}`
  return whole(firstFree(local, (name) => ownerOfUserName(whole(name)) === undefined))
}

function firstFree(base: string, isFree: (name: string) => boolean): string {
  let number = 1
  while (!isFree(numbered(base, number))) number += 1
  return numbered(base, number)
}
