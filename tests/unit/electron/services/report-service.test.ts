import { describe, expect, it } from 'vitest'
import { addUser } from '../../../support/administrators.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

const managerOf = async (roster: Roster, id: string) =>
  (await roster.ask('getUser', { id })).managerId

async function addReport(roster: Roster, name: string, managerId: string): Promise<string> {
  const values = { displayName: name, userPrincipalName: `${name}@contoso.example`, managerId }
  return (await roster.ask('createUser', { values })).id
}

/** Top, head below, and below the head two people of whom one has somebody below too. */
async function openLine() {
  const roster = await openNewDirectory()
  const { id: top } = await addUser(roster, 'top')
  const head = await addReport(roster, 'head', top)
  const one = await addReport(roster, 'one', head)
  const two = await addReport(roster, 'two', head)
  const below = await addReport(roster, 'below', one)
  return { roster, top, head, one, two, below }
}

describe('reassignReports', () => {
  it('gives whoever reported to a deleted manager to another, as one change that is undone', async () => {
    const { roster, top, head, one, two, below } = await openLine()
    await roster.ask('deleteUsers', { ids: [head] })
    const { transactionId, updated } = await roster.ask('reassignReports', {
      managerIds: [head],
      newManagerId: top,
    })
    expect(updated).toBe(2)
    expect(await managerOf(roster, one)).toBe(top)
    expect(await managerOf(roster, two)).toBe(top)
    expect(await managerOf(roster, below)).toBe(one)
    await roster.ask('undo', { transactionId: transactionId ?? '' })
    expect(await managerOf(roster, one)).toBe(head)
  })

  it('lets one of the team take over, who comes to stand where the manager stood', async () => {
    const { roster, top, head, one, two } = await openLine()
    await roster.ask('deleteUsers', { ids: [head] })
    await roster.ask('reassignReports', { managerIds: [head], newManagerId: one })
    expect(await managerOf(roster, one)).toBe(top)
    expect(await managerOf(roster, two)).toBe(one)
  })

  it('leaves out managers above who have gone as well', async () => {
    const { roster, top, head, one, two } = await openLine()
    await roster.ask('deleteUsers', { ids: [head, top] })
    await roster.ask('reassignReports', { managerIds: [head], newManagerId: one })
    expect(await managerOf(roster, one)).toBeNull()
    expect(await managerOf(roster, two)).toBe(one)
  })

  it('refuses somebody who stands below one of them, and changes nobody', async () => {
    const { roster, head, one, two, below } = await openLine()
    const refused = await roster.refusal('reassignReports', {
      managerIds: [head],
      newManagerId: below,
    })
    expect(refused.fields?.newManagerId).toContain('below reports')
    expect(await managerOf(roster, one)).toBe(head)
    expect(await managerOf(roster, two)).toBe(head)
  })

  it('refuses a new manager who is deleted, and changes nothing where nobody reports', async () => {
    const { roster, top, head, two } = await openLine()
    await roster.ask('deleteUsers', { ids: [two] })
    const deleted = { managerIds: [head], newManagerId: two }
    expect((await roster.refusal('reassignReports', deleted)).message).toContain('has been deleted')
    expect(await roster.ask('reassignReports', { managerIds: [two], newManagerId: top })).toEqual({
      transactionId: null,
      updated: 0,
    })
  })
})
