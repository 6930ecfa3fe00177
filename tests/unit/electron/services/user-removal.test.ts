import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { removalOf } from '../../../../electron/services/user-removal.ts'
import { applyTransaction } from '../../../../shared/directory/apply.ts'
import {
  type Directory,
  emptyDirectory,
  roleAssignmentIdOf,
} from '../../../../shared/directory/directory.ts'
import type { Change } from '../../../../shared/directory/transaction.ts'

const people = ['a', 'b', 'c', 'd', 'e', 'f']
const some = fc.subarray(people)

const someDirectory = fc.record({
  managers: fc.array(fc.option(fc.constantFrom(...people)), {
    minLength: people.length,
    maxLength: people.length,
  }),
  holders: some,
  groups: fc.array(fc.record({ ownerIds: some, memberIds: some }), { maxLength: 4 }),
})

type Parts = typeof someDirectory extends fc.Arbitrary<infer P> ? P : never

function built({ managers, holders, groups }: Parts): Directory {
  const changes: Change[] = [
    ...people.map((id, at): Change => {
      const after = {
        displayName: id,
        userPrincipalName: `${id}@x`,
        managerId: managers[at] ?? null,
      }
      return { kind: 'user', id, before: null, after }
    }),
    ...holders.map((userId): Change => {
      const id = roleAssignmentIdOf('reader', userId)
      return { kind: 'roleAssignment', id, before: null, after: { roleId: 'reader', userId } }
    }),
    ...groups.map((group, at): Change => {
      const after = { displayName: `group ${at}`, ...group }
      return { kind: 'group', id: `group ${at}`, before: null, after }
    }),
  ]
  return after(emptyDirectory('x'), changes)
}

const after = (directory: Directory, changes: Change[]) =>
  applyTransaction(directory, {
    id: '1',
    sequence: directory.sequence + 1,
    at: '2026-03-01T10:00:00Z',
    actor: { id: '', displayName: '' },
    activity: 'purgeUser',
    changes,
  })

describe('removalOf', () => {
  it('leaves nothing that names whoever is gone, and everything else as it was', async () => {
    await fc.assert(
      fc.asyncProperty(someDirectory, some, async (parts, ids) => {
        const directory = built(parts)
        const gone = ids.flatMap((id) => directory.tables.user.get(id) ?? [])
        const { tables } = after(directory, await removalOf(gone, directory))
        const kept = (id: string) => !ids.includes(id)
        expect([...tables.user.keys()]).toEqual(people.filter(kept))
        for (const [at, id] of people.entries()) {
          const managerId = parts.managers[at] ?? null
          const expected = managerId !== null && kept(managerId) ? managerId : null
          if (kept(id)) expect(tables.user.get(id)?.managerId).toBe(expected)
        }
        expect([...tables.roleAssignment.values()].map(({ userId }) => userId)).toEqual(
          parts.holders.filter(kept),
        )
        for (const [at, { ownerIds, memberIds }] of parts.groups.entries())
          expect(tables.group.get(`group ${at}`)).toMatchObject({
            ownerIds: ownerIds.filter(kept),
            memberIds: memberIds.filter(kept),
          })
      }),
    )
  })
})
