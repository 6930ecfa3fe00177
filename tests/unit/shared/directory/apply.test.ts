import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTransaction, invert } from '../../../../shared/directory/apply.ts'
import { type Directory, emptyDirectory } from '../../../../shared/directory/directory.ts'
import { completeGroup, type Group } from '../../../../shared/directory/group.ts'
import type { Change, Transaction } from '../../../../shared/directory/transaction.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const groupIds = ['g1', 'g2', 'g3']
const someIds = fc.uniqueArray(fc.constantFrom(...ids))
const text = fc.constantFrom('', 'Sales', 'All staff')

/** What somebody wants of a group; the change for it is worked out when the group is known. */
const wish = fc.record({
  id: fc.constantFrom(...groupIds),
  what: fc.constantFrom('name', 'members', 'owners', 'name and members', 'removal'),
  displayName: text,
  ids: someIds,
})

type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never

function changeFor({ id, what, displayName, ids: some }: Wish, group: Group | undefined): Change {
  if (!group)
    return { kind: 'group', id, before: null, after: { displayName, memberIds: some.toSorted() } }
  if (what === 'removal') return { kind: 'group', id, before: { ...group }, after: null }
  const named = what.startsWith('name')
  const list = what === 'owners' ? 'ownerIds' : 'memberIds'
  const held = new Set(group[list])
  const lists = {
    [list]: {
      added: some.filter((each) => !held.has(each)),
      removed: some.filter((each) => held.has(each)),
    },
  }
  return {
    kind: 'group',
    id,
    before: named ? { displayName: group.displayName } : {},
    after: named ? { displayName } : {},
    ...(what === 'name' ? {} : { lists }),
  }
}

function saved(directory: Directory, changes: Change[]): Directory {
  const sequence = directory.sequence + 1
  const transaction: Transaction = {
    id: String(sequence),
    sequence,
    at: `2026-01-02T12:00:${String(sequence % 60).padStart(2, '0')}.000Z`,
    actor: { id: 'ada', displayName: 'Ada' },
    activity: 'updateGroup',
    changes,
  }
  return applyTransaction(directory, transaction)
}

/** The records as they are written, without what tells when they were. */
const written = ({ tables }: Directory) =>
  JSON.stringify(
    [...tables.group.values()]
      .map(({ revision: _r, lastModifiedDateTime: _l, createdDateTime: _c, ...record }) => record)
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    Object.keys(completeGroup({ id: '', displayName: '' })).sort(),
  )

describe('any transaction about groups', () => {
  it('is taken back by its inverse, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.array(wish, { minLength: 1, maxLength: 3 })), (plans) => {
        let directory = emptyDirectory('directory')
        for (const wishes of plans) {
          const before = written(directory)
          const distinct = [...new Map(wishes.map((each) => [each.id, each])).values()]
          const changes = distinct.map((each) =>
            changeFor(each, directory.tables.group.get(each.id)),
          )
          directory = saved(directory, changes)
          const after = written(directory)
          directory = saved(directory, invert(changes))
          expect(written(directory)).toBe(before)
          directory = saved(directory, invert(invert(changes)))
          expect(written(directory)).toBe(after)
        }
      }),
    )
  })
})
