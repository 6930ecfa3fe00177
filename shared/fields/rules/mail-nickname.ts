import type { Problem } from '../../text/message.ts'

const foreignCharacter = /[^\u0021-\u007E]|[@()\\[\]";:<>,]/u

/** At most 64 ASCII characters that can stand before the @ of an address (Graph, IdFix). */
export function checkMailNickname(value: string): Problem | undefined {
  if (value.startsWith('.')) return { rule: 'nicknameDot' }
  const foreign = foreignCharacter.exec(value)
  return foreign ? { rule: 'nicknameCharacter', values: { character: foreign[0] } } : undefined
}

/** The nickname a user name suggests: its local part, without what a nickname may not hold. */
export function mailNicknameOf(userPrincipalName: string): string {
  const local = userPrincipalName.slice(0, userPrincipalName.lastIndexOf('@') >>> 0)
  return local.replace(/^\.+/, '').slice(0, 64)
}
