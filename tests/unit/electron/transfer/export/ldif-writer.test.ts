import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ldifWriter } from '../../../../../electron/transfer/export/ldif-writer.ts'
import type { User } from '../../../../../shared/directory/user.ts'
import { aUser } from '../../../../support/a-user.ts'

const manager = aUser({ id: 'grace', displayName: 'Grace Hopper' })
const writer = ldifWriter('contoso.com', (id) => (id === manager.id ? manager : undefined))

/** What RFC 2849 makes of the text: the lines of each entry, unfolded and decoded. */
function entriesOf(text: string): (readonly [string, string])[][] {
  const [version, ...entries] = text.replaceAll('\n ', '').split('\n\n')
  expect(version).toBe('version: 1')
  return entries.map((entry) =>
    entry
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [, name = '', mark, value = ''] = /^([^:]+):(:?) (.*)$/.exec(line) ?? []
        return [name, mark ? Buffer.from(value, 'base64').toString() : value] as const
      }),
  )
}

const written = (...users: readonly User[]) =>
  `${writer.head}${users.map(writer.user).join('')}${writer.tail}`

describe('an LDIF file', () => {
  it('holds an inetOrgPerson entry for each user', () => {
    const ada = aUser({
      givenName: 'Ada',
      surname: 'Łovelace',
      managerId: 'grace',
      mail: 'ada@contoso.com',
      otherMails: ['ada@home.example'],
    })
    expect(entriesOf(written(ada, manager))[0]).toEqual([
      ['dn', 'uid=ada@contoso.com,ou=people,dc=contoso,dc=com'],
      ['objectClass', 'top'],
      ['objectClass', 'person'],
      ['objectClass', 'organizationalPerson'],
      ['objectClass', 'inetOrgPerson'],
      ['uid', 'ada@contoso.com'],
      ['cn', 'ada'],
      ['sn', 'Łovelace'],
      ['displayName', 'ada'],
      ['givenName', 'Ada'],
      ['manager', 'uid=grace@contoso.com,ou=people,dc=contoso,dc=com'],
      ['mail', 'ada@contoso.com'],
      ['mail', 'ada@home.example'],
    ])
  })

  it('gives every value back, in lines of ASCII that are not too long', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.constantFrom(' begins', 'ends ', ':', '<a', 'two\r\nlines', '-', '#'),
    )
    fc.assert(
      fc.property(value, value, (jobTitle, streetAddress) => {
        const text = written(aUser({ jobTitle, streetAddress }))
        expect(text).toMatch(/^[\n -~]*$/)
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76)
        expect(entriesOf(text)[0]).toContainEqual(['title', jobTitle])
        expect(entriesOf(text)[0]).toContainEqual(['street', streetAddress])
      }),
    )
  })
})
