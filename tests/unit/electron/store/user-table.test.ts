import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserTable } from '../../../../electron/store/user-table.ts'
import { aUser } from '../../../support/a-user.ts'
import { unreadUsers } from '../../../support/unread-users.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const id = fc.constantFrom(...ids, 'x')
const step = fc.oneof(
  fc.record({ does: fc.constant('get'), id }),
  fc.record({ does: fc.constant('has'), id }),
  fc.record({ does: fc.constant('set'), id }),
  fc.record({ does: fc.constant('delete'), id }),
)

describe('UserTable', () => {
  it('is to whoever looks a map of whole users, read or not', () => {
    fc.assert(
      fc.property(fc.subarray(ids), fc.array(step), (present, steps) => {
        const users = present.map((each) => aUser({ id: each, city: `City of ${each}` }))
        const table = new UserTable(unreadUsers(users))
        const map = new Map(users.map((user) => [user.id, user]))
        for (const [number, { does, id }] of steps.entries()) {
          if (does === 'get') expect(table.get(id)).toEqual(map.get(id))
          else if (does === 'has') expect(table.has(id)).toBe(map.has(id))
          else if (does === 'delete') expect(table.delete(id)).toBe(map.delete(id))
          else {
            const user = aUser({ id, city: `City ${number}` })
            table.set(id, user)
            map.set(id, user)
          }
          expect(table.size).toBe(map.size)
        }
        expect([...table.keys()]).toEqual([...map.keys()])
        expect([...table.values()]).toEqual([...map.values()])
        expect([...table]).toEqual([...map])
      }),
    )
  })

  it('answers the same user each time', () => {
    const table = new UserTable(unreadUsers([aUser({ id: 'a' })]))
    const [listed] = table.listed()
    expect(table.get('a')).toBe(table.get('a'))
    expect(listed && 'read' in listed && listed.read()).toBe(table.get('a'))
  })
})
