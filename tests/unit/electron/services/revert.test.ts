import { describe, expect, it } from 'vitest'
import { openNewDirectory, openRoster, type Roster } from '../../../support/open-roster.ts'

const change = async (roster: Roster, id: string, changes: Record<string, unknown>) => {
  const { revision } = await roster.ask('getUser', { id })
  return (await roster.ask('updateUser', { id, revision, changes })).transactionId
}

async function withGrace(values: Record<string, unknown> = {}) {
  const roster = await openNewDirectory()
  const user = await roster.ask('createUser', {
    values: { displayName: 'Grace', userPrincipalName: 'grace@contoso.example', ...values },
  })
  return { roster, id: user.id, added: user.transactionId }
}

describe('revert', () => {
  it('brings back one property and leaves what else the same entry changed', async () => {
    const { roster, id } = await withGrace({ jobTitle: 'Clerk', city: 'New York' })
    const transactionId = await change(roster, id, { jobTitle: 'Admiral', city: 'Arlington' })
    await change(roster, id, { department: 'Navy' })
    await roster.ask('revert', { transactionId, change: 0, property: 'jobTitle' })
    expect(await roster.ask('getUser', { id })).toMatchObject({
      jobTitle: 'Clerk',
      city: 'Arlington',
      department: 'Navy',
    })
    const { entries } = await roster.ask('listHistory', { userId: id, offset: 0, limit: 1 })
    expect(entries).toMatchObject([{ activity: 'revert', undoes: transactionId }])
  })

  it('brings back one record of many', async () => {
    const { roster, id } = await withGrace()
    const alan = await roster.ask('createUser', {
      values: { displayName: 'Alan', userPrincipalName: 'alan@contoso.example' },
    })
    const { transactionId } = await roster.ask('deleteUsers', { ids: [id, alan.id] })
    await roster.ask('revert', { transactionId, change: 1 })
    expect((await roster.ask('getUser', { id })).deletedDateTime).not.toBeNull()
    expect((await roster.ask('getUser', { id: alan.id })).deletedDateTime).toBeNull()
  })

  it('takes along what must stay in step', async () => {
    const { roster, id } = await withGrace({ mail: 'grace@contoso.example' })
    const before = await roster.ask('getUser', { id })
    const changes = { mail: 'hopper@contoso.example', city: 'Arlington' }
    const transactionId = await change(roster, id, changes)
    await roster.ask('revert', { transactionId, change: 0, property: 'mail' })
    const { mail, city } = await roster.ask('getUser', { id })
    expect({ mail, city }).toEqual({ mail: before.mail, city: 'Arlington' })
  })

  it('is refused where the property was changed again, and tells by whom and in which entry', async () => {
    const { roster, id } = await withGrace({ jobTitle: 'Clerk' })
    const transactionId = await change(roster, id, { jobTitle: 'Commodore' })
    const later = await change(roster, id, { jobTitle: 'Admiral' })
    const { code, message } = await roster.refusal('revert', { transactionId })
    expect(code).toBe('conflict')
    expect(message).toContain(`Ada Lovelace changed “Job title” of Grace again in entry ${later}`)
    await roster.ask('revert', { transactionId: later })
    await roster.ask('revert', { transactionId })
    expect((await roster.ask('getUser', { id })).jobTitle).toBe('Clerk')
  })

  it('is refused where it would leave a verification of another value', async () => {
    const { roster, id } = await withGrace({ authenticationEmail: 'one@home.example' })
    const transactionId = await change(roster, id, { authenticationEmail: 'two@home.example' })
    const { revision } = await roster.ask('getUser', { id })
    const property = 'authenticationEmail'
    await roster.ask('verifyContact', { id, revision, property, verified: true })
    expect(await roster.refusal('revert', { transactionId })).toMatchObject({ code: 'conflict' })
    expect(await roster.refusal('undo', { transactionId })).toMatchObject({ code: 'conflict' })
  })

  it('does not remove somebody who holds a role by now, or to whom somebody reports', async () => {
    const { roster, id, added } = await withGrace()
    const roleId = '729827e3-9c14-49f7-bb1b-9608f156bbb8'
    await roster.ask('assignRole', { userId: id, roleId })
    expect((await roster.refusal('revert', { transactionId: added })).message).toContain(
      'they hold the role Helpdesk Administrator',
    )
    await roster.ask('unassignRole', { userId: id, roleId })
    await roster.ask('createUser', {
      values: { displayName: 'Kurt', userPrincipalName: 'k@contoso.example', managerId: id },
    })
    expect((await roster.refusal('revert', { transactionId: added })).message).toContain(
      'Kurt reports to them',
    )
  })

  it('never takes back the beginning of a directory, nor a password', async () => {
    const roster = await openRoster()
    await roster.ask('openSampleDirectory', {})
    const { rows } = await roster.ask('listUsers', { offset: 0, limit: 1 })
    expect((await roster.refusal('revert', { transactionId: '1' })).message).toContain('beginning')
    const id = rows[0]?.id ?? ''
    await roster.ask('resetPassword', { id })
    const { entries } = await roster.ask('listHistory', { userId: id, offset: 0, limit: 1 })
    expect(entries[0]?.revertible).toBe(false)
    const asked = { transactionId: entries[0]?.id ?? '' }
    expect((await roster.refusal('revert', asked)).message).toContain('password')
  })

  it('refuses a change that is none, and a property without its change', async () => {
    const { roster, added } = await withGrace()
    const asked = { transactionId: added }
    for (const part of [{ change: 1 }, { change: 0, property: 'city' }])
      expect(await roster.refusal('revert', { ...asked, ...part })).toMatchObject({
        code: 'not-found',
      })
    expect(await roster.refusal('revert', { ...asked, property: 'city' })).toMatchObject({
      code: 'invalid-input',
    })
  })
})
