import type { Problem } from '../../text/message.ts'

const address =
  /^[^\s@<>()[\]\\,;:"]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/
const beyondAscii = /[^\u0021-\u007E]/u

/** An SMTP address without accents, as Graph's `mail` and `otherMails` ask for. */
export function checkMail(value: string): Problem | undefined {
  const foreign = beyondAscii.exec(value)
  if (foreign?.[0].trim()) return { rule: 'accent', values: { character: foreign[0] } }
  return address.test(value) ? undefined : { rule: 'notAnEmail', values: { value } }
}
