import { roles } from '../../shared/directory/roles.ts'
import { readChart } from './chart.ts'
import { administrator, administrators, company, samplePassword } from './company.ts'
import { duplicatesAmong } from './duplicates.ts'
import { withExceptions } from './exceptions.ts'
import { groupsOf } from './groups.ts'
import { readGuests } from './guests.ts'
import { lookUp } from './look-up.ts'
import { membersOf } from './members.ts'
import { guidFor } from './random.ts'
import { tidy } from './sample-user.ts'

const roleIds = new Map<string, string>(roles.map(({ name, id }) => [name, id]))

/** The sample directory as the text of `directory.json`: one record a line, and always the same. */
export function sampleDirectory(): string {
  const chart = readChart()
  const members = membersOf(chart)
  const guests = readGuests()
  const users = [...members.values(), ...duplicatesAmong(members), ...guests]
  return written({
    name: company.name,
    domains: [company.domain, company.formerDomain],
    administrator: {
      userPrincipalName: `${administrator}@${company.domain}`,
      password: samplePassword,
    },
    users: withExceptions(users).map(tidy),
    groups: groupsOf(chart, guests),
    roleAssignments: Object.entries(administrators).map(([userName, role]) => ({
      roleId: lookUp(roleIds, role),
      userId: guidFor(userName),
    })),
  })
}

function written(directory: Readonly<Record<string, unknown>>): string {
  const properties = Object.entries(directory).map(([name, value]) => {
    const text = Array.isArray(value) ? records(value) : JSON.stringify(value)
    return `  ${JSON.stringify(name)}: ${text}`
  })
  return `{\n${properties.join(',\n')}\n}\n`
}

const records = (list: readonly unknown[]) =>
  `[\n${list.map((record) => `    ${JSON.stringify(record)}`).join(',\n')}\n  ]`
