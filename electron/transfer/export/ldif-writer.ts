import type { User } from '../../../shared/directory/user.ts'
import type { UserOfId, UserWriter } from './user-writer.ts'

const lineLength = 76

/** The directory's people as `inetOrgPerson` entries (RFC 2849, RFC 2798) below `ou=people` of the domain. */
export const ldifWriter = (domain: string, userOf: UserOfId): UserWriter => ({
  extension: 'ldif',
  type: 'text/x-ldif',
  head: 'version: 1\n',
  user: (user) =>
    `\n${linesOf(user, domain, userOf)
      .map(([name, value]) => foldLine(lineOf(name, value)))
      .join('')}`,
  tail: '',
})

type Line = readonly [name: string, value: string]

function linesOf(user: User, domain: string, userOf: UserOfId): readonly Line[] {
  const manager = userOf(user.managerId ?? '')
  const one = (name: string, value: string | null | undefined): readonly Line[] =>
    value ? [[name, value]] : []
  return [
    ['dn', nameOf(user, domain)],
    ...['top', 'person', 'organizationalPerson', 'inetOrgPerson'].map(
      (value): Line => ['objectClass', value],
    ),
    ['uid', user.userPrincipalName],
    ['cn', user.displayName],
    ['sn', user.surname ?? user.displayName],
    ['displayName', user.displayName],
    ...one('givenName', user.givenName),
    ...one('title', user.jobTitle),
    ...one('o', user.companyName),
    ...one('departmentNumber', user.department),
    ...one('employeeNumber', user.employeeId),
    ...one('employeeType', user.employeeType),
    ...one('manager', manager && nameOf(manager, domain)),
    ...one('physicalDeliveryOfficeName', user.officeLocation),
    ...one('street', user.streetAddress),
    ...one('l', user.city),
    ...one('st', user.state),
    ...one('postalCode', user.postalCode),
    ...user.businessPhones.map((value): Line => ['telephoneNumber', value]),
    ...one('mobile', user.mobilePhone),
    ...one('facsimileTelephoneNumber', user.faxNumber),
    ...one('mail', user.mail),
    ...user.otherMails.map((value): Line => ['mail', value]),
    ...one('preferredLanguage', user.preferredLanguage),
  ]
}

const nameOf = ({ userPrincipalName }: User, domain: string) =>
  `uid=${escapeName(userPrincipalName)},ou=people,${domain
    .split('.')
    .map((part) => `dc=${escapeName(part)}`)
    .join(',')}`

/** What has a meaning within a distinguished name (RFC 4514). User names cannot hold all of it; domains neither. */
const escapeName = (value: string) =>
  value
    .replace(/[\\",+<>;=]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ')

const safe = /^[!-9;=-~][ -~]*$/

const lineOf = (name: string, value: string): string =>
  safe.test(value) && !value.endsWith(' ')
    ? `${name}: ${value}`
    : `${name}:: ${Buffer.from(value).toString('base64')}`

/** A line goes on in the next, which begins with a space. */
function foldLine(line: string): string {
  let folded = line.slice(0, lineLength)
  for (let at = lineLength; at < line.length; at += lineLength - 1)
    folded += `\n ${line.slice(at, at + lineLength - 1)}`
  return `${folded}\n`
}
