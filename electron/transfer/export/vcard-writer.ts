import type { User } from '../../../shared/directory/user.ts'
import type { UserWriter } from './user-writer.ts'

const lineLength = 75

/** Address cards as vCard 4.0 (RFC 6350). */
export const vcardWriter = (): UserWriter => ({
  extension: 'vcf',
  type: 'text/vcard',
  head: '',
  user: (user) => linesOf(user).map(foldLine).join(''),
  tail: '',
})

function linesOf(user: User): readonly string[] {
  const one = (name: string, value: string | null) =>
    value ? [`${name}:${escapeText(value)}`] : []
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `UID:urn:uuid:${user.id}`,
    `FN:${escapeText(user.displayName)}`,
    ...parts('N', [user.surname, user.givenName, null, null, null]),
    ...parts('ORG', user.department ? [user.companyName, user.department] : [user.companyName]),
    ...one('TITLE', user.jobTitle),
    ...one('EMAIL;TYPE=work', user.mail),
    ...user.otherMails.flatMap((mail) => one('EMAIL;TYPE=home', mail)),
    ...user.businessPhones.flatMap((phone) => one('TEL;TYPE="work,voice"', phone)),
    ...one('TEL;TYPE=cell', user.mobilePhone),
    ...one('TEL;TYPE=fax', user.faxNumber),
    ...parts('ADR;TYPE=work', [
      null,
      null,
      user.streetAddress,
      user.city,
      user.state,
      user.postalCode,
      user.country,
    ]),
    ...one('LANG', user.preferredLanguage),
    'END:VCARD',
  ]
}

/** A value of several parts; left out when all are empty. */
const parts = (name: string, values: readonly (string | null)[]) =>
  values.some((value) => value)
    ? [`${name}:${values.map((value) => escapeText(value ?? '')).join(';')}`]
    : []

const escapeText = (value: string) => value.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** A line of more than 75 octets goes on in the next, which begins with a space. No character is cut. */
function foldLine(line: string): string {
  let folded = ''
  let length = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (length + size > lineLength) {
      folded += '\r\n '
      length = 1
    }
    folded += character
    length += size
  }
  return `${folded}\r\n`
}
