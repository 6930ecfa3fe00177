import type { Position } from './chart.ts'
import { administrator } from './company.ts'
import { fullName } from './full-name.ts'
import { handOutTelephones } from './hand-out-telephones.ts'
import { employ } from './hiring.ts'
import { lookUp } from './look-up.ts'
import { memberOf } from './member.ts'
import { guidFor } from './random.ts'
import type { SampleUser } from './sample-user.ts'
import { signInContacts } from './sign-in-contacts.ts'

const authenticationAdministrator = 'jagoda.lisowicz'

/** The accounts of everyone in the chart, by user name. */
export function membersOf(chart: readonly Position[]): ReadonlyMap<string, SampleUser> {
  const employments = employ(chart)
  const telephones = handOutTelephones(chart, employments)
  const positions = new Map(chart.map((position) => [position.userName, position]))

  const verifierOf = (person: string) => {
    const userName =
      person === authenticationAdministrator ? administrator : authenticationAdministrator
    const { givenName, surname } = lookUp(positions, userName)
    const since = lookUp(employments, userName).hiredOn
    return { id: guidFor(userName), displayName: fullName(givenName, surname), since }
  }

  return new Map(
    chart.map((position) => {
      const { userName } = position
      const employment = lookUp(employments, userName)
      const numbers = lookUp(telephones, userName)
      return [
        userName,
        {
          ...memberOf(position, employment, numbers),
          ...signInContacts(userName, employment.hiredOn, numbers, verifierOf(userName)),
        },
      ]
    }),
  )
}
