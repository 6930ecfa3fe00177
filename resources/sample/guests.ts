import { company } from './company.ts'
import { fullName } from './full-name.ts'
import { guidFor } from './random.ts'
import type { SampleUser } from './sample-user.ts'
import { readTable } from './text-table.ts'

/**
 * The accounts of people from partner companies: `guests.txt`, with the columns company, address, day of
 * the invitation, given name, surname and job title. Some were invited by address and tell no more.
 */
export function readGuests(): readonly SampleUser[] {
  return readTable('guests.txt').map(({ columns }) => {
    const [companyName = '', mail = '', day = '', givenName = '', surname = '', jobTitle = ''] =
      columns
    const nickname = `${mail.replace('@', '_')}#EXT#`
    return {
      id: guidFor(mail),
      createdDateTime: `${day}T09:30:00Z`,
      displayName: fullName(givenName, surname) || mail.slice(0, mail.indexOf('@')),
      givenName,
      surname,
      userPrincipalName: `${nickname}@${company.domain}`,
      mailNickname: nickname,
      userType: 'Guest',
      jobTitle,
      companyName,
      accountEnabled: true,
      mail,
      proxyAddresses: [`SMTP:${mail}`],
    }
  })
}
