import { describe, expect, it } from 'vitest'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

const add = (roster: Roster, name: string, values: Record<string, unknown> = {}) =>
  roster.ask('createUser', {
    values: { displayName: name, userPrincipalName: `${name}@contoso.example`, ...values },
  })

const change = async (roster: Roster, id: string, changes: Record<string, unknown>) => {
  const { revision } = await roster.ask('getUser', { id })
  return (await roster.ask('updateUser', { id, revision, changes })).transactionId
}

describe('getUserAsOf', () => {
  it('tells what a user was after each entry', async () => {
    const roster = await openNewDirectory()
    const boss = await add(roster, 'Boss')
    const user = await add(roster, 'Grace', { city: 'One' })
    const moved = await change(roster, user.id, { city: 'Two', managerId: boss.id })
    const left = await change(roster, user.id, { city: null, managerId: null })
    const asOf = (transactionId: string) =>
      roster.ask('getUserAsOf', { id: user.id, transactionId })
    expect((await asOf('1')).user).toBeNull()
    expect((await asOf(user.transactionId)).user).toMatchObject({
      displayName: 'Grace',
      values: { city: 'One', managerId: null },
      manager: null,
    })
    expect((await asOf(moved)).user).toMatchObject({ values: { city: 'Two' }, manager: 'Boss' })
    expect((await asOf(left)).user).toMatchObject({ values: { city: null }, manager: null })
  })

  it('refuses what is no entry', async () => {
    const roster = await openNewDirectory()
    expect(await roster.refusal('getUserAsOf', { id: 'x', transactionId: '9' })).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('mergeUsers', () => {
  async function withTwo() {
    const roster = await openNewDirectory()
    const one = await add(roster, 'Grace', { city: 'One' })
    const other = await add(roster, 'Gracie', { city: 'Two', jobTitle: 'Admiral' })
    const report = await add(roster, 'Kurt', { managerId: other.id })
    const merge = (take: string[]) => ({
      kept: { id: one.id, revision: one.revision },
      other: { id: other.id, revision: other.revision },
      take,
    })
    return { roster, one, other, report, merge }
  }

  it('takes values over, moves direct reports and deletes the other, in one entry', async () => {
    const { roster, one, other, report, merge } = await withTwo()
    const { transactionId } = await roster.ask('mergeUsers', merge(['jobTitle']))
    const profileOf = (id: string) => roster.ask('getUser', { id })
    expect(await profileOf(one.id)).toMatchObject({ city: 'One', jobTitle: 'Admiral' })
    expect((await profileOf(report.id)).managerId).toBe(one.id)
    expect((await profileOf(other.id)).deletedDateTime).not.toBeNull()
    await roster.ask('undo', { transactionId })
    expect(await profileOf(one.id)).toMatchObject({ city: 'One', jobTitle: null })
    expect((await profileOf(report.id)).managerId).toBe(other.id)
    expect((await profileOf(other.id)).deletedDateTime).toBeNull()
  })

  it('puts the one who stays under the manager of the one who goes', async () => {
    const { roster, one, other, merge } = await withTwo()
    const boss = await add(roster, 'Boss')
    await change(roster, one.id, { managerId: other.id })
    await change(roster, other.id, { managerId: boss.id })
    const [kept, going] = await Promise.all(
      [one, other].map(({ id }) => roster.ask('getUser', { id })),
    )
    const asked = merge([])
    await roster.ask('mergeUsers', {
      ...asked,
      kept: { ...asked.kept, revision: kept?.revision ?? 0 },
      other: { ...asked.other, revision: going?.revision ?? 0 },
    })
    expect((await roster.ask('getUser', { id: one.id })).managerId).toBe(boss.id)
  })

  it('refuses what was chosen by an older state, and values that belong to one account', async () => {
    const { roster, other, merge } = await withTwo()
    for (const name of ['userPrincipalName', 'mail', 'photo'])
      expect(await roster.refusal('mergeUsers', merge([name]))).toMatchObject({
        code: 'invalid-input',
      })
    await change(roster, other.id, { city: 'Three' })
    const stale = await roster.refusal('mergeUsers', merge(['city']))
    expect(stale).toMatchObject({ code: 'conflict' })
    expect(stale.message).toContain('Gracie was changed meanwhile')
    expect((await roster.ask('getUser', { id: other.id })).deletedDateTime).toBeNull()
  })
})
