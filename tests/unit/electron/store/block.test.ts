import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Block, encodeBlock } from '../../../../electron/store/format/block.ts'
import { manyUsers } from '../../../support/many-users.ts'

const values = fc.record({
  id: fc.string({ unit: 'binary' }),
  displayName: fc.string({ unit: 'binary' }),
  lines: fc.constantFrom('\n', 'one\ntwo\r\n', '\u2028'),
  some: fc.jsonValue(),
})

describe('a block', () => {
  it('holds any records as they were', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 20 }), (records) => {
        const block = new Block(encodeBlock('roleAssignment', records))
        expect(block.kind).toBe('roleAssignment')
        expect(JSON.stringify([...block.records()])).toBe(
          JSON.stringify(
            records.map(({ id, displayName, ...rest }) => ({ id, displayName, ...rest })),
          ),
        )
      }),
    )
  })

  it('tells who is in it before the users are read, and reads each once, in any order', () => {
    const users = manyUsers(50)
    const unread = [...new Block(encodeBlock('user', users)).users()]
    const listed = ({ id, displayName, deletedDateTime }: (typeof unread)[number]) => ({
      id,
      displayName,
      deletedDateTime,
    })
    expect(unread.map(listed)).toEqual(users.map(listed as never))
    for (const [at, each] of [...unread.entries()].reverse()) {
      expect(each.glimpse()).toEqual(users[at])
      expect(each.glimpse()).not.toBe(each.glimpse())
      expect(each.read()).toEqual(users[at])
      expect(each.read()).toBe(each.read())
      expect(each.glimpse()).toBe(each.read())
    }
  })
})
