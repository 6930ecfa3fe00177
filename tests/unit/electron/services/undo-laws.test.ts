import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openNewDirectory, type Roster, signIn } from '../../../support/open-roster.ts'

const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8'

/** What people do, in a few numbers: who of those there are, and which of a few values. */
const action = fc.record({
  kind: fc.constantFrom('add', 'edit', 'edit', 'rename', 'delete', 'restore', 'role', 'bulk'),
  who: fc.nat(7),
  value: fc.nat(3),
})

type Action = Readonly<typeof action extends fc.Arbitrary<infer A> ? A : never>

/** Does it as far as it can be done. */
async function act(roster: Roster, ids: string[], { kind, who, value }: Action): Promise<void> {
  const { application } = roster
  const id = ids[who % ids.length]
  if (kind === 'add' || id === undefined) {
    const name = `User ${ids.length}`
    const userPrincipalName = `user${value}.${ids.length}@contoso.example`
    const values = { displayName: name, userPrincipalName, managerId: id ?? null }
    const added = await application.answer('createUser', { values })
    if (added.ok) ids.push((added.value as { id: string }).id)
    return
  }
  const { revision } = await roster.ask('getUser', { id }).catch(() => ({ revision: 1 }))
  const edit = (changes: object) => application.answer('updateUser', { id, revision, changes })
  const city = value === 0 ? null : `City ${value}`
  if (kind === 'edit')
    await edit({ city, otherMails: value === 1 ? [] : [`o${value}@home.example`] })
  if (kind === 'rename')
    await edit({ displayName: `Name ${value}`, mail: `m${who}@contoso.example` })
  if (kind === 'delete') await application.answer('deleteUsers', { ids: [id] })
  if (kind === 'restore') await application.answer('restoreUsers', { ids: [id] })
  if (kind === 'role')
    await application.answer(value < 2 ? 'assignRole' : 'unassignRole', {
      userId: id,
      roleId: helpdesk,
    })
  if (kind !== 'bulk') return
  const edits = [{ property: 'department', action: 'set', value: `Department ${value}` }]
  const preview = await application.answer('previewBulkUpdate', { ids, edits })
  if (preview.ok)
    await application.answer('bulkUpdateUsers', {
      previewId: (preview.value as { previewId: string }).previewId,
      only: 'valid',
    })
}

/** All that the directory holds, but for the marks of when each record was changed last. */
async function contentOf(roster: Roster): Promise<string> {
  const users = []
  for (const deleted of [false, true]) {
    const { rows } = await roster.ask('listUsers', { offset: 0, limit: 500, deleted })
    for (const { id } of rows) {
      const user = await roster.ask('getUser', { id })
      const { revision, lastModifiedDateTime, transactionId, ...content } = user
      users.push(content)
    }
  }
  return JSON.stringify(users.sort((one, other) => one.id.localeCompare(other.id)))
}

async function step(roster: Roster, which: 'undo' | 'redo'): Promise<boolean> {
  const next = (await roster.ask('getUndo', {}))[which]
  if (next) await roster.ask('undo', { transactionId: next.transactionId })
  return next !== null
}

describe('undo and redo', () => {
  it('go back through everything that was done, and forth again', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 8 }), async (actions) => {
        const roster = await openNewDirectory()
        const states = [await contentOf(roster)]
        const ids: string[] = []
        for (const each of actions) {
          const before = (await roster.ask('getUndo', {})).undo?.transactionId
          await act(roster, ids, each)
          const after = (await roster.ask('getUndo', {})).undo?.transactionId
          if (after !== before) states.push(await contentOf(roster))
        }
        const back = [states.at(-1)]
        while (await step(roster, 'undo')) back.push(await contentOf(roster))
        expect(back).toEqual(states.toReversed())
        const forth = [back.at(-1)]
        while (await step(roster, 'redo')) forth.push(await contentOf(roster))
        expect(forth).toEqual(states)
        await roster.application.close()
      }),
      { numRuns: 12 },
    )
  })

  it('end with the sign-in', async () => {
    const roster = await openNewDirectory()
    await act(roster, [], { kind: 'add', who: 0, value: 0 })
    expect((await roster.ask('getUndo', {})).undo?.entry.activity).toBe('addUser')
    await roster.ask('signOut', {})
    await signIn(roster)
    expect(await roster.ask('getUndo', {})).toEqual({ undo: null, redo: null })
  })

  it('tell what would be undone and done again by its first name', async () => {
    const roster = await openNewDirectory()
    const ids: string[] = []
    await act(roster, ids, { kind: 'add', who: 0, value: 0 })
    await act(roster, ids, { kind: 'edit', who: 0, value: 1 })
    await step(roster, 'undo')
    await step(roster, 'undo')
    await step(roster, 'redo')
    await step(roster, 'undo')
    expect(await roster.ask('getUndo', {})).toMatchObject({
      undo: null,
      redo: { entry: { activity: 'addUser', changes: [{ displayName: 'User 0' }] } },
    })
    await act(roster, [], { kind: 'add', who: 0, value: 1 })
    expect((await roster.ask('getUndo', {})).redo).toBeNull()
  })
})
