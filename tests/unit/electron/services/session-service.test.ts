import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  administrator,
  openNewDirectory,
  openRoster,
  type Roster,
  signIn,
} from '../../../support/open-roster.ts'

const { userPrincipalName, password: current } = administrator
const next = 'Difference-Engine-1822'

describe('changePassword', () => {
  it('lets in with the new password and no longer with the old one', async () => {
    const roster = await openNewDirectory()
    await roster.ask('changePassword', { current, next })
    const reopened = await roster.reopen()
    const refused = await reopened.refusal('signIn', { userPrincipalName, password: current })
    expect(refused.code).toBe('wrong-password')
    await reopened.ask('signIn', { userPrincipalName, password: next })
  })

  it('changes nothing for whoever does not know the present password', async () => {
    const roster = await openNewDirectory()
    const refused = await roster.refusal('changePassword', { current: 'Wrong-1234', next })
    expect(refused.code).toBe('wrong-password')
    await signIn(await roster.reopen())
  })

  it('refuses a password that breaks the policy and names the rule', async () => {
    const roster = await openNewDirectory()
    const refused = await roster.refusal('changePassword', { current, next: 'short' })
    expect(refused).toMatchObject({ code: 'invalid-input', fields: { next: expect.any(String) } })
    await signIn(await roster.reopen())
  })
})

describe('a password that was given', () => {
  it('opens nothing but the way to one of their own', async () => {
    const roster = await withGivenPassword()
    expect((await roster.ask('signIn', administratorAccount)).mustChangePassword).toBe(true)
    const refused = await roster.refusal('listUsers', { offset: 0, limit: 1 })
    expect(refused.code).toBe('must-change')
    await roster.ask('changePassword', { current, next })
    expect((await roster.ask('whoAmI', {})).mustChangePassword).toBe(false)
    expect(await roster.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 1 })
  })
})

const administratorAccount = { userPrincipalName, password: current }

async function withGivenPassword(): Promise<Roster> {
  const { application, dataDir } = await openNewDirectory()
  await application.close()
  const file = join(dataDir, 'store', 'credentials.json')
  const credentials = await readFile(file, 'utf8')
  await writeFile(file, credentials.replace('"mustChange":false', '"mustChange":true'))
  return openRoster(dataDir)
}
