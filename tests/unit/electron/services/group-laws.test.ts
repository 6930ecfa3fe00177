import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'
import { addGroup, addPeople } from '../../../support/some-people.ts'

const names = ['A', 'B', 'C', 'D', 'E'] as const
const number = fc.nat(names.length - 1)

/** One thing that somebody does to groups; it may be refused. */
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('add' as const), group: number, member: number }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('remove' as const), group: number, member: number }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), group: number }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('restore' as const), group: number }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('rename' as const), group: number }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('join' as const), group: number }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('undo' as const), back: fc.nat(5) }) },
)

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

/** Does it, and answers its transaction when it was not refused and changed something. */
async function attempt(
  roster: Roster,
  ids: readonly string[],
  people: readonly string[],
  done: readonly string[],
  it: Act,
): Promise<string | undefined> {
  const [request, input] = requestOf(ids, people, done, it)
  const answer = await roster.application.answer(request, input)
  const { transactionId } = answer.ok ? (answer.value as { transactionId: string }) : {}
  return transactionId === '' ? undefined : transactionId
}

function requestOf(
  ids: readonly string[],
  people: readonly string[],
  done: readonly string[],
  it: Act,
): [request: string, input: unknown] {
  const idOf = (index: number) => ids[index % ids.length] ?? ''
  switch (it.does) {
    case 'add':
      return ['addMembers', { id: idOf(it.group), memberIds: [idOf(it.member)] }]
    case 'remove':
      return ['removeMembers', { id: idOf(it.group), memberIds: [idOf(it.member)] }]
    case 'join': {
      const groupIds = [idOf(it.group), idOf(it.group + 2)]
      return ['addToGroups', { groupIds, memberIds: [...people, idOf(it.group + 1)] }]
    }
    case 'delete':
      return ['deleteGroups', { ids: [idOf(it.group)] }]
    case 'restore':
      return ['restoreGroups', { ids: [idOf(it.group)] }]
    case 'rename': {
      const changes = { description: `Written ${done.length}` }
      return ['updateGroup', { id: idOf(it.group), revision: 2, changes }]
    }
    case 'undo':
      return ['undo', { transactionId: done.at(-1 - it.back) ?? '1' }]
  }
}

/** Everything that is told of the groups, when they were changed aside. */
async function told(roster: Roster, ids: readonly string[]): Promise<string> {
  const all = []
  for (const id of ids) {
    const {
      revision: _r,
      lastModifiedDateTime: _l,
      transactionId: _t,
      ...group
    } = await roster.ask('getGroup', { id })
    const members = await roster.ask('listMembers', { id, offset: 0, limit: 0, idsOnly: true })
    all.push([group, members.ids])
  }
  return JSON.stringify(all)
}

describe('any sequence of group edits', () => {
  it('leaves no group within itself, and each step can be taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 30 }), async (acts) => {
        const roster = await openNewDirectory()
        const people = await addPeople(roster, ['Anna', 'Ben'])
        const ids: string[] = []
        for (const name of names) ids.push(await addGroup(roster, name))
        const done: string[] = []
        for (const each of acts) {
          const before = await told(roster, ids)
          const transactionId = await attempt(roster, ids, people, done, each)
          if (transactionId === undefined) {
            expect(await told(roster, ids)).toBe(before)
            continue
          }
          const after = await told(roster, ids)
          const undone = await roster.ask('undo', { transactionId })
          expect(await told(roster, ids)).toBe(before)
          done.push((await roster.ask('undo', undone)).transactionId)
          expect(await told(roster, ids)).toBe(after)
        }
        for (const id of ids) await roster.application.answer('restoreGroups', { ids: [id] })
        for (const id of ids) {
          const { groups } = await roster.ask('listMemberOf', { id })
          expect(groups.map((group) => group.id)).not.toContain(id)
        }
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  it('never closes a circle by taking two removals back', async () => {
    const roster = await openNewDirectory()
    const [x = '', y = '', p = '', q = ''] = [
      await addGroup(roster, 'X'),
      await addGroup(roster, 'Y'),
      await addGroup(roster, 'P'),
      await addGroup(roster, 'Q'),
    ]
    await roster.ask('addMembers', { id: p, memberIds: [x] })
    await roster.ask('addMembers', { id: q, memberIds: [y] })
    const { transactionId } = await roster.ask('removeFromGroups', {
      groupIds: [p, q],
      memberIds: [x, y],
    })
    await roster.ask('addMembers', { id: x, memberIds: [q] })
    await roster.ask('addMembers', { id: y, memberIds: [p] })
    const failure = await roster.refusal('undo', { transactionId })
    expect(failure.code).toBe('conflict')
    expect(failure.message).toContain('is itself in')
  })
})
