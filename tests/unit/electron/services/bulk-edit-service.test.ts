import { describe, expect, it } from 'vitest'
import type { Output } from '../../../../shared/contract/contract.ts'
import type { BulkEdit } from '../../../../shared/fields/bulk-edit.ts'
import { administrator, openNewDirectory, type Roster } from '../../../support/open-roster.ts'

const set = (property: BulkEdit['property'], value: unknown): BulkEdit => ({
  property,
  action: 'set',
  value,
})

async function addPeople(roster: Roster, ...people: readonly Record<string, unknown>[]) {
  const ids: string[] = []
  for (const values of people) ids.push((await roster.ask('createUser', { values })).id)
  return ids
}

const grace = {
  displayName: 'Grace Hopper',
  userPrincipalName: 'grace@contoso.example',
  jobTitle: 'Rear Admiral',
  usageLocation: 'US',
  mail: 'grace@navy.example',
}
const joan = { displayName: 'Joan Clarke', userPrincipalName: 'joan@contoso.example' }
const alan = {
  displayName: 'Alan Turing',
  userPrincipalName: 'alan@contoso.example',
  jobTitle: 'Fellow',
}

type Preview = Output<'previewBulkUpdate'>

const counts = ({ total, changed, unchanged, invalid }: Preview) => ({
  total,
  changed,
  unchanged,
  invalid,
})

const rowOf = ({ rows }: Pick<Preview, 'rows'>, name: string) =>
  rows.find(({ displayName }) => displayName === name)

describe('previewBulkUpdate', () => {
  it('shows every value before and after, what stays and what would be invalid', async () => {
    const roster = await openNewDirectory()
    const ids = await addPeople(roster, grace, joan, { ...alan, jobTitle: 'x'.repeat(128) })
    const preview = await roster.ask('previewBulkUpdate', {
      ids,
      edits: [
        { property: 'jobTitle', action: 'append', text: ' (retired)' },
        { property: 'city', action: 'clear' },
      ],
    })
    expect(counts(preview)).toEqual({ total: 3, changed: 1, unchanged: 1, invalid: 1 })
    expect(preview.properties).toEqual(['jobTitle', 'city'])
    expect(rowOf(preview, 'Grace Hopper')).toMatchObject({
      state: 'changed',
      cells: [
        { property: 'jobTitle', before: 'Rear Admiral', after: 'Rear Admiral (retired)' },
        { property: 'city', before: null, after: null },
      ],
    })
    expect(rowOf(preview, 'Joan Clarke')).toMatchObject({ state: 'unchanged' })
    expect(rowOf(preview, 'Alan Turing')).toMatchObject({
      state: 'invalid',
      cells: [
        {
          property: 'jobTitle',
          problem: 'At most 128 characters; this has 138. Remove 10.',
        },
        { property: 'city' },
      ],
    })
  })

  it('shows what follows from an edit, and names managers', async () => {
    const roster = await openNewDirectory()
    const [id = '', managerId = ''] = await addPeople(roster, grace, joan)
    const preview = await roster.ask('previewBulkUpdate', {
      ids: [id],
      edits: [
        { property: 'mail', action: 'replace', find: 'navy', replacement: 'contoso' },
        set('managerId', managerId),
      ],
    })
    expect(preview.properties).toEqual(['managerId', 'mail', 'proxyAddresses'])
    expect(preview.rows[0]?.people).toEqual({ [managerId]: 'Joan Clarke' })
    expect(preview.rows[0]?.cells.at(-1)).toEqual({
      property: 'proxyAddresses',
      before: ['SMTP:grace@navy.example'],
      after: ['SMTP:grace@contoso.example', 'smtp:grace@navy.example'],
    })
  })

  it('checks the users against each other', async () => {
    const roster = await openNewDirectory()
    const ids = await addPeople(roster, grace, joan)
    const preview = await roster.ask('previewBulkUpdate', {
      ids,
      edits: [set('userPrincipalName', 'same@contoso.example')],
    })
    expect(counts(preview)).toEqual({ total: 2, changed: 1, unchanged: 0, invalid: 1 })
    expect(rowOf(preview, 'Joan Clarke')?.cells[0]?.problem).toContain('belongs to Grace Hopper')
  })

  it('says who is deleted or gone, and what nobody does to themselves', async () => {
    const roster = await openNewDirectory()
    const { userId } = await roster.ask('whoAmI', {})
    const [id = ''] = await addPeople(roster, grace)
    await roster.ask('deleteUsers', { ids: [id] })
    const preview = await roster.ask('previewBulkUpdate', {
      ids: [id, 'nobody', userId],
      edits: [set('accountEnabled', false)],
    })
    expect(counts(preview)).toEqual({ total: 3, changed: 0, unchanged: 0, invalid: 3 })
    expect(preview.rows.map(({ problem, cells }) => problem ?? cells[0]?.problem)).toEqual([
      'This is Grace Hopper, a deleted user. Restore that user first.',
      'Nobody in the directory is this user.',
      'You cannot change this for your own account.',
    ])
  })

  it('is read on in windows, of all rows or of those in one state', async () => {
    const roster = await openNewDirectory()
    const people = Array.from({ length: 150 }, (_, at) => ({
      displayName: `Person ${at}`,
      userPrincipalName: `p${at}@contoso.example`,
      ...(at % 50 === 0 ? { city: 'Oslo' } : {}),
    }))
    const ids = await addPeople(roster, ...people)
    const { previewId, rows, matching } = await roster.ask('previewBulkUpdate', {
      ids,
      edits: [set('city', 'Oslo')],
    })
    expect([rows.length, matching]).toEqual([100, 150])
    const rest = await roster.ask('listPreview', { previewId, offset: 100, limit: 100 })
    expect(rest.rows.map(({ displayName }) => displayName)).toEqual(
      people.slice(100).map(({ displayName }) => displayName),
    )
    const same = await roster.ask('listPreview', {
      previewId,
      state: 'unchanged',
      offset: 1,
      limit: 10,
    })
    expect(same.matching).toBe(3)
    expect(same.rows.map(({ displayName }) => displayName)).toEqual(['Person 50', 'Person 100'])
  })
})

describe('bulkUpdateUsers', () => {
  it('saves all that is valid as one transaction, which one undo takes back', async () => {
    const roster = await openNewDirectory()
    const ids = await addPeople(roster, grace, joan, alan)
    const [first = '', second = ''] = ids
    const { previewId } = await roster.ask('previewBulkUpdate', {
      ids,
      edits: [
        set('department', 'Computing'),
        { property: 'jobTitle', action: 'replace', find: 'Fellow', replacement: 'x'.repeat(129) },
      ],
    })
    const refused = await roster.refusal('bulkUpdateUsers', { previewId, only: 'all' })
    expect(refused).toMatchObject({ code: 'invalid-input' })
    expect(await roster.ask('getUser', { id: first })).toMatchObject({ department: null })

    const { transactionId, updated } = await roster.ask('bulkUpdateUsers', {
      previewId,
      only: 'valid',
    })
    expect(updated).toBe(2)
    for (const id of [first, second])
      expect(await roster.ask('getUser', { id })).toMatchObject({
        department: 'Computing',
        transactionId,
      })
    await roster.ask('undo', { transactionId: transactionId ?? '' })
    expect(await roster.ask('getUser', { id: first })).toMatchObject({ department: null })
  })

  it('refuses a preview that was applied, or that a change has made stale', async () => {
    const roster = await openNewDirectory()
    const ids = await addPeople(roster, grace)
    const edits = [set('city', 'Oslo')]
    const applied = await roster.ask('previewBulkUpdate', { ids, edits })
    await roster.ask('bulkUpdateUsers', { previewId: applied.previewId, only: 'all' })
    expect(
      await roster.refusal('bulkUpdateUsers', { previewId: applied.previewId, only: 'all' }),
    ).toMatchObject({ code: 'not-found' })

    const { previewId } = await roster.ask('previewBulkUpdate', {
      ids,
      edits: [set('city', 'Bern')],
    })
    await addPeople(roster, joan)
    for (const [request, input] of [
      ['bulkUpdateUsers', { previewId, only: 'all' }],
      ['listPreview', { previewId, offset: 0, limit: 10 }],
    ] as const)
      expect(await roster.refusal(request, input)).toMatchObject({ code: 'conflict' })
    expect(await roster.ask('getUser', { id: ids[0] ?? '' })).toMatchObject({ city: 'Oslo' })
  })

  it('saves nothing for a preview without a change', async () => {
    const roster = await openNewDirectory()
    const ids = await addPeople(roster, joan)
    const { previewId } = await roster.ask('previewBulkUpdate', {
      ids,
      edits: [{ property: 'city', action: 'clear' }],
    })
    expect(await roster.ask('bulkUpdateUsers', { previewId, only: 'all' })).toEqual({
      transactionId: null,
      updated: 0,
    })
  })

  it('keeps no preview over signing out, which forgets all that was read', async () => {
    const roster = await openNewDirectory()
    const ids = await addPeople(roster, grace)
    const { previewId } = await roster.ask('previewBulkUpdate', {
      ids,
      edits: [set('city', 'Oslo')],
    })
    await roster.ask('signOut', {})
    expect(await roster.refusal('bulkUpdateUsers', { previewId, only: 'all' })).toMatchObject({
      code: 'locked',
    })
    const { userPrincipalName, password } = administrator
    await roster.ask('signIn', { userPrincipalName, password })
    expect(await roster.refusal('bulkUpdateUsers', { previewId, only: 'all' })).toMatchObject({
      code: 'not-found',
    })
  })
})
