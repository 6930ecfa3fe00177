import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sampleDirectory as openedSample } from '../../../../electron/services/sample-directory.ts'
import { exceptions } from '../../../../resources/sample/exceptions.ts'
import { sampleDirectory } from '../../../../resources/sample/sample-directory.ts'
import { type Group, groupSchema } from '../../../../shared/directory/group.ts'
import { globalAdministrator, roleOf } from '../../../../shared/directory/roles.ts'
import { completeUser, isVerifiable, type User } from '../../../../shared/directory/user.ts'
import { checkPassword } from '../../../../shared/fields/rules/password.ts'
import { withoutPrefix } from '../../../../shared/fields/rules/proxy-addresses.ts'
import { checkValues } from '../../../../shared/fields/values.ts'

const folder = new URL('../../../../resources/sample/', import.meta.url)
const committed = readFileSync(new URL('directory.json', folder), 'utf8')
const sample = openedSample.parse(JSON.parse(committed))

const stamp = { revision: 1, lastModifiedDateTime: '2026-02-27T00:00:00Z' }
const users = sample.users.map((user) =>
  completeUser({ ...stamp, createdDateTime: '', ...user } as Parameters<typeof completeUser>[0]),
)
const groups: Group[] = sample.groups.map((group) =>
  groupSchema.parse({ ...stamp, createdDateTime: '', ...group }),
)
const byId = new Map(users.map((user) => [user.id, user]))

const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index)

const addressesOf = ({ mail, proxyAddresses }: User) => [
  ...new Set([...(mail ? [mail] : []), ...proxyAddresses.map(withoutPrefix)]),
]

/** The managers above a user, nearest first; stops when somebody comes round again. */
function managersOf(user: User): User[] {
  const above: User[] = []
  let manager = byId.get(user.managerId ?? '')
  while (manager && !above.includes(manager)) {
    above.push(manager)
    manager = byId.get(manager.managerId ?? '')
  }
  return above
}

describe('the sample directory', () => {
  it('is made byte for byte as it is committed', () => {
    expect(sampleDirectory()).toBe(committed)
  })

  it('holds 200 users, of whom 12 are guests and 8 are blocked', () => {
    expect(users).toHaveLength(200)
    expect(users.filter(({ userType }) => userType === 'Guest')).toHaveLength(12)
    expect(users.filter(({ accountEnabled }) => !accountEnabled)).toHaveLength(8)
  })

  it('names every exception in its README', () => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8').replace(/ +/g, ' ')
    const rows = exceptions.map(
      ({ what, who }) => `| ${what} | ${who.map((name) => `\`${name}\``).join(', ')} |`,
    )
    expect(rows.filter((row) => !readme.includes(row))).toEqual([])
    expect(readme).toContain(sample.administrator.userPrincipalName)
    expect(readme).toContain(sample.administrator.password)
  })
})

describe('a user of the sample', () => {
  it.each(sample.users)('$userPrincipalName keeps the rules of every property', (user) => {
    const { id, createdDateTime, verifications, ...values } = user
    const checked = checkValues(values)
    expect(checked.problems).toEqual({})
    expect(checked.values).toEqual(values)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Date(String(createdDateTime)).toISOString()).toBe(
      String(createdDateTime).replace('Z', '.000Z'),
    )
  })

  it('shares no id, user name, nickname or address with another record', () => {
    const nicknames = [...users, ...groups].map(({ mailNickname }) => mailNickname.toLowerCase())
    expect(repeated([...users, ...groups].map(({ id }) => id))).toEqual([])
    expect(repeated(users.map((user) => user.userPrincipalName.toLowerCase()))).toEqual([])
    expect(repeated(nicknames)).toEqual([])
    expect(repeated(users.flatMap(addressesOf).map((each) => each.toLowerCase()))).toEqual([])
  })

  it('signs in with a domain of the directory and has its mail as the primary address', () => {
    for (const { userPrincipalName, mail, proxyAddresses } of users) {
      expect(sample.domains).toContain(userPrincipalName.split('@').at(-1))
      expect(proxyAddresses.find((each) => each.startsWith('SMTP:'))).toBe(
        mail ? `SMTP:${mail}` : undefined,
      )
    }
  })

  it('has addresses that can belong to nobody', () => {
    const addresses = users.flatMap((user) => [
      ...addressesOf(user),
      ...user.otherMails,
      ...(user.authenticationEmail ? [user.authenticationEmail] : []),
    ])
    expect([...sample.domains, ...addresses].filter((each) => !each.endsWith('.example'))).toEqual(
      [],
    )
  })

  it('has telephone numbers that reach nobody', () => {
    const unreachable =
      /^(44(114496|7700900)|49(2214710|1500000)|1(585|716|315|607)55501|46701740|48(71)?000|81(52|90)0|47000|45000|90000|96270000|97250000|55110000|84000|910000|861000)/
    const numbers = users.flatMap((user) => [
      ...user.businessPhones,
      ...[
        user.mobilePhone,
        user.faxNumber,
        user.authenticationPhoneNumber,
        user.authenticationAlternativePhoneNumber,
      ].flatMap((number) => number ?? []),
    ])
    const international = numbers.filter((number) => number.startsWith('+'))
    const reachable = international.filter((each) => !unreachable.test(each.replace(/\D/g, '')))
    expect(reachable).toEqual([])
    expect(numbers.length - international.length).toBe(3)
  })

  it('was verified by another administrator, and only in what is there', () => {
    const administrators = new Set(sample.roleAssignments.map(({ userId }) => userId))
    for (const user of users)
      for (const [name, verification] of Object.entries(user.verifications)) {
        const { verifiedAt, verifiedBy } = verification ?? {}
        expect(isVerifiable(name) && user[name]).toBeTruthy()
        expect(verifiedBy?.displayName).toBe(byId.get(verifiedBy?.id ?? '')?.displayName)
        expect(administrators).toContain(verifiedBy?.id)
        expect(verifiedBy?.id).not.toBe(user.id)
        expect(verifiedAt && verifiedAt > user.createdDateTime).toBe(true)
      }
  })
})

describe('the organisation of the sample', () => {
  it('has a manager for everyone who names one, and nobody above themselves', () => {
    for (const user of users) {
      if (user.managerId) expect(byId.has(user.managerId)).toBe(true)
      expect(managersOf(user)).not.toContain(user)
    }
  })

  it('reaches five levels below the chief executive', () => {
    const depths = users.map((user) => managersOf(user).length)
    expect(Math.max(...depths)).toBe(5)
    expect(depths.filter((depth) => depth === 5).length).toBeGreaterThan(50)
  })

  it('hired most people after their manager', () => {
    const later = users.filter((user) => {
      const manager = byId.get(user.managerId ?? '')
      return (user.employeeHireDate ?? '') > (manager?.employeeHireDate ?? '9999')
    })
    const reports = users.filter((user) => user.managerId && user.employeeHireDate)
    expect(later.length / reports.length).toBeGreaterThan(0.9)
  })

  it('has groups of people who exist, and groups only within security groups', () => {
    const groupIds = new Map(groups.map((group) => [group.id, group]))
    for (const { kind, ownerIds, memberIds } of groups) {
      expect(ownerIds.filter((id) => !byId.has(id))).toEqual([])
      expect(memberIds.filter((id) => !byId.has(id) && !groupIds.has(id))).toEqual([])
      expect(repeated(memberIds)).toEqual([])
      const nested = memberIds.flatMap((id) => groupIds.get(id) ?? [])
      if (nested.length > 0)
        expect([kind, ...nested.map((group) => group.kind)]).not.toContain('microsoft365')
    }
  })

  it('has nine administrators in different roles, whose accounts are not blocked', () => {
    const held = sample.roleAssignments.map(({ roleId }) => roleOf(roleId)?.name)
    expect(new Set(held).size).toBe(9)
    expect(held).not.toContain(undefined)
    for (const { userId } of sample.roleAssignments)
      expect(byId.get(userId)?.accountEnabled).toBe(true)
  })

  it('is opened as its Global Administrator with a password that keeps the rules', () => {
    const { userPrincipalName, password } = sample.administrator
    const administrator = users.find((user) => user.userPrincipalName === userPrincipalName)
    expect(sample.roleAssignments[0]).toEqual({
      roleId: globalAdministrator.id,
      userId: administrator?.id,
    })
    expect(checkPassword(password)).toBeUndefined()
    expect(password.length).toBeGreaterThan(12)
  })
})
