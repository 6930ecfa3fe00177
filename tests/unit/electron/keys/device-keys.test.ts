import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noPolicies } from '../../../../electron/settings/policies.ts'
import { ada, addAdministrator, become, roleIdOf } from '../../../support/administrators.ts'
import { MemorySecrets } from '../../../support/memory-secrets.ts'
import { openNewDirectory, openRoster, type Roster } from '../../../support/open-roster.ts'

const stateOf = async (roster: Roster) => (await roster.ask('directoryStatus', {})).state
const staying = async (roster: Roster) => (await roster.ask('directoryStatus', {})).staySignedIn
const keptNames = async (roster: Roster) =>
  (await roster.ask('keyStatus', {})).devices.map(({ displayName }) => displayName)
const deviceFile = ({ dataDir }: Roster) => join(dataDir, 'device.json')

/** Somebody who stays signed in on this computer. */
async function kept() {
  const secrets = new MemorySecrets()
  const roster = await openNewDirectory({ secrets })
  await roster.ask('lock', {})
  expect(await staying(roster)).toBe('off')
  await roster.ask('signIn', { ...ada, keep: true })
  return { roster, secrets }
}

describe('a computer that keeps somebody signed in', () => {
  it('opens the directory for them when Roster is started', async () => {
    const { roster } = await kept()
    const reopened = await roster.reopen()
    expect(await stateOf(reopened)).toBe('open')
    expect(await reopened.ask('whoAmI', {})).toMatchObject({ displayName: 'Ada Lovelace' })
    expect(await keptNames(reopened)).toEqual(['Ada Lovelace'])
    expect(await staying(reopened)).toBe('on')
  })

  it('does not after they locked it, until they have come back', async () => {
    const { roster } = await kept()
    await roster.ask('lock', {})
    const locked = await roster.reopen()
    expect(await stateOf(locked)).toBe('locked')
    await locked.ask('signIn', ada)
    expect(await stateOf(await locked.reopen())).toBe('open')
  })

  it('does not after they signed out, nor when they come back without wishing it', async () => {
    const { roster } = await kept()
    await roster.ask('signOut', {})
    const signedOut = await roster.reopen()
    expect(await stateOf(signedOut)).toBe('locked')
    await signedOut.ask('signIn', { ...ada, keep: true })
    await signedOut.ask('signIn', { ...ada, keep: false })
    expect(await keptNames(signedOut)).toEqual([])
    expect(await stateOf(await signedOut.reopen())).toBe('locked')
  })

  it('opens it still after their password, or the data key, was changed', async () => {
    const { roster } = await kept()
    const next = 'Difference-Engine-1822'
    await roster.ask('changePassword', { current: ada.password, next })
    await roster.ask('changeDataKey', { password: next })
    expect(await stateOf(await roster.reopen())).toBe('open')
  })

  it('does not for whoever was given a new password', async () => {
    const { roster } = await kept()
    const { userId: id } = await roster.ask('whoAmI', {})
    const grace = await addAdministrator(roster, 'grace', 'Global Administrator')
    await roster.ask('signIn', { ...ada, keep: true })
    await roster.ask('signIn', {
      userPrincipalName: grace.userPrincipalName,
      password: grace.password,
    })
    const given = await roster.ask('resetPassword', { id })
    const reopened = await roster.reopen()
    expect(await stateOf(reopened)).toBe('locked')
    await reopened.ask('signIn', { ...ada, password: given.password, keep: true })
    const again = await reopened.reopen()
    expect(await again.ask('whoAmI', {})).toMatchObject({ mustChangePassword: true })
  })

  it('does not where the organisation does not want it', async () => {
    const { roster } = await kept()
    const { dataDir, application } = roster
    await application.close()
    const policies = { ...noPolicies, enforced: { KeepSignedIn: false } }
    const managed = await openRoster(dataDir, { secrets: new MemorySecrets(), policies })
    expect(await stateOf(managed)).toBe('locked')
    expect(await staying(managed)).toBe('unavailable')
    await managed.ask('signIn', ada)
    expect(await keptNames(managed)).toEqual([])
  })

  it('does not for whoever may no longer sign in', async () => {
    const secrets = new MemorySecrets()
    const roster = await openNewDirectory({ secrets })
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    const { userPrincipalName, password } = grace
    await roster.ask('signIn', { userPrincipalName, password, keep: true })
    await become(roster, ada)
    const role = { userId: grace.id, roleId: roleIdOf('User Administrator') }
    await roster.ask('unassignRole', role)
    expect(await stateOf(await roster.reopen())).toBe('locked')
  })

  it.each<[string, (secrets: MemorySecrets, roster: Roster) => unknown]>([
    [
      'keeps secrets another way now',
      (secrets) => {
        secrets.name = 'another keyring'
      },
    ],
    [
      'keeps none any more',
      (secrets) => {
        secrets.name = null
      },
    ],
    [
      'does not answer',
      (secrets) => {
        secrets.failing = true
      },
    ],
    [
      'has lost the secret',
      (secrets) => {
        secrets.key = 'second'
      },
    ],
    ['has a damaged file', (_, roster) => writeFile(deviceFile(roster), 'spoilt')],
    ['has lost the file', (_, roster) => rm(deviceFile(roster))],
  ])('asks for the password when it %s', async (_, harm) => {
    const { roster, secrets } = await kept()
    await roster.application.close()
    await harm(secrets, roster)
    const reopened = await roster.reopen()
    expect(await stateOf(reopened)).toBe('locked')
    await reopened.ask('signIn', ada)
  })

  it('seals its secret anew when the system asks for it', async () => {
    const { roster, secrets } = await kept()
    const before = await readFile(deviceFile(roster), 'utf8')
    secrets.stale = true
    const reopened = await roster.reopen()
    expect(await stateOf(reopened)).toBe('open')
    expect(secrets.sealed).toBe(2)
    expect(JSON.parse(await readFile(deviceFile(reopened), 'utf8'))).toMatchObject({
      slotId: JSON.parse(before).slotId,
      armed: true,
    })
  })

  it('is no computer whose system keeps no secrets', async () => {
    const roster = await openNewDirectory()
    expect(await staying(roster)).toBe('unavailable')
    await roster.ask('signIn', { ...ada, keep: true })
    expect(await stateOf(await roster.reopen())).toBe('locked')
  })
})
