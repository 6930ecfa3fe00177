import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { company } from './company.ts'
import { lookUp } from './look-up.ts'
import { guidFor } from './random.ts'
import type { SampleUser, SampleValues } from './sample-user.ts'

type Duplicate = {
  readonly of: string
  readonly mailNickname: string
  readonly domain: string
  readonly createdDateTime: string
  readonly copied: readonly PropertyName[]
  readonly values: Partial<SampleValues>
}

const duplicates: readonly Duplicate[] = [
  {
    of: 'nadeem.lodhia',
    mailNickname: 'nlodhia',
    domain: company.domain,
    createdDateTime: '2024-03-11T14:12:31Z',
    copied: ['surname', 'jobTitle', 'employeeId', 'mobilePhone', 'city', 'country'],
    values: { displayName: 'Lodhia, N.', department: 'Service', givenName: 'N.' },
  },
  {
    of: 'urszula.fafara',
    mailNickname: 'u.fafara',
    domain: company.domain,
    createdDateTime: '2018-09-03T06:41:10Z',
    copied: ['givenName', 'jobTitle', 'department', 'mobilePhone', 'usageLocation', 'managerId'],
    values: { displayName: 'Urszula Fafara', surname: 'Fafara' },
  },
  {
    of: 'dion.castlemaine',
    mailNickname: 'dion.castlemaine-ext',
    domain: company.domain,
    createdDateTime: '2021-02-08T10:44:05Z',
    copied: ['givenName', 'surname', 'department', 'usageLocation', 'officeLocation'],
    values: {
      displayName: 'Dion Castlemaine (Contractor)',
      employeeType: 'Contractor',
      accountEnabled: false,
    },
  },
]

/** Second accounts of people who already have one. */
export function duplicatesAmong(members: ReadonlyMap<string, SampleUser>): readonly SampleUser[] {
  return duplicates.map(({ of, mailNickname, domain, createdDateTime, copied, values }) => {
    const person = lookUp(members, of)
    const address = `${mailNickname}@${domain}`
    return {
      ...Object.fromEntries(copied.map((name) => [name, person[name]])),
      id: guidFor(mailNickname),
      createdDateTime,
      displayName: person.displayName,
      userPrincipalName: address,
      mailNickname,
      userType: 'Member',
      accountEnabled: true,
      mail: address,
      proxyAddresses: [`SMTP:${address}`],
      ...values,
    }
  })
}
