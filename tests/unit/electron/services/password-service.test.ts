import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../electron/transfer/read-csv.ts'
import { checkPassword } from '../../../../shared/fields/rules/password.ts'
import { openProtectedZip } from '../../../support/open-protected-zip.ts'
import { openRoster, type Roster } from '../../../support/open-roster.ts'

const global = 'solveig.brattland@askerby.example'
const helpdesk = '98cb56ec-e5d5-42f9-9716-4f54777ed060'
const userAdministrator = '31e37e29-9356-4cb1-bc67-ccf138ad21ec'
const member = 'dabd30e2-02ab-4784-8e1d-85ae0c282f18'
const filePassword = 'Quaint-Owl-1843'

async function openSample(options: Parameters<typeof openRoster>[1] = {}) {
  const roster = await openRoster(undefined, options)
  const account = await roster.ask('openSampleDirectory', {})
  return { roster, account }
}

const nameOf = async (roster: Roster, id: string) =>
  (await roster.ask('getUser', { id })).userPrincipalName

/** Lets somebody sign in with a password that was given to them, and choose their own. */
async function signInAnew(roster: Roster, userPrincipalName: string, password: string) {
  await roster.ask('signIn', { userPrincipalName, password })
  const next = `${password}-mine`
  await roster.ask('changePassword', { current: password, next })
  return next
}

async function asHelpdesk(roster: Roster) {
  const name = await nameOf(roster, helpdesk)
  const { password } = await roster.ask('resetPassword', { id: helpdesk })
  await roster.ask('signOut', {})
  return signInAnew(roster, name, password)
}

async function passwordsIn(file: Uint8Array) {
  const { name, bytes } = openProtectedZip(file, filePassword)
  expect(name).toBe('passwords.csv')
  const [header, ...rows] = (await readCsv(bytes)).map(({ cells }) => cells)
  expect(header).toEqual(['Display name', 'User name', 'Temporary password'])
  return rows
}

describe('resetPassword', () => {
  it('lets an administrator in with the new password, who must then choose another', async () => {
    const { roster, account } = await openSample()
    const name = await nameOf(roster, helpdesk)
    const first = await roster.ask('resetPassword', { id: helpdesk })
    const { password, mustChange } = await roster.ask('resetPassword', { id: helpdesk })
    expect(mustChange).toBe(true)
    expect(checkPassword(password)).toBeUndefined()
    await roster.ask('signOut', {})

    const former = { userPrincipalName: name, password: first.password }
    expect((await roster.refusal('signIn', former)).code).toBe('wrong-password')
    const me = await roster.ask('signIn', { userPrincipalName: name, password })
    expect(me).toMatchObject({ userId: helpdesk, mustChangePassword: true })
    expect((await roster.refusal('getUser', { id: member })).code).toBe('must-change')

    const kept = await roster.refusal('changePassword', { current: password, next: password })
    expect(kept.fields?.next).toContain('present password')
    const next = 'Lantern-Quay-77'
    await roster.ask('changePassword', { current: password, next })
    const reopened = await roster.reopen()
    await reopened.ask('signIn', { userPrincipalName: name, password: next })
    await reopened.ask('signOut', {})
    await reopened.ask('signIn', account)
  })

  it('keeps of anybody else’s password nothing but that it was given', async () => {
    const now = () => new Date('2026-02-03T04:05:06.000Z')
    const { roster } = await openSample({ now })
    const { password } = await roster.ask('resetPassword', { id: member })
    const user = await roster.ask('getUser', { id: member })
    expect(user).toMatchObject({
      lastPasswordChangeDateTime: '2026-02-03T04:05:06.000Z',
      forceChangePasswordNextSignIn: true,
    })
    const signIn = { userPrincipalName: user.userPrincipalName, password }
    expect((await roster.refusal('signIn', signIn)).code).toBe('wrong-password')
    const files = await readdir(roster.dataDir, { recursive: true, withFileTypes: true })
    for (const file of files.filter((each) => each.isFile()))
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toContain(password)
    expect(await (await roster.reopen()).ask('signIn', sampleAccount)).toMatchObject({
      userPrincipalName: global,
    })
  })

  it('takes a password of one’s own choice that the policy allows that person', async () => {
    const { roster } = await openSample()
    const chosen = 'Lantern-Quay-77'
    expect(await roster.ask('resetPassword', { id: helpdesk, password: chosen })).toEqual({
      password: chosen,
      mustChange: true,
    })
    const { displayName, revision } = await roster.ask('getUser', { id: helpdesk })
    const [word = ''] = displayName.split(' ')
    const refused = await roster.refusal('resetPassword', {
      id: helpdesk,
      password: `The-1st-${word}`,
    })
    expect(refused.fields?.password).toContain(`“${word.toLowerCase()}”`)
    expect((await roster.ask('getUser', { id: helpdesk })).revision).toBe(revision)
  })

  it('tells who has reset it meanwhile, and leaves that password as it is', async () => {
    const { roster } = await openSample()
    const { revision } = await roster.ask('getUser', { id: helpdesk })
    const { password } = await roster.ask('resetPassword', { id: helpdesk, revision })
    const refused = await roster.refusal('resetPassword', { id: helpdesk, revision })
    expect(refused.code).toBe('conflict')
    expect(refused.message).toContain('Solveig Brattland has set the password')
    const name = await nameOf(roster, helpdesk)
    await roster.ask('signOut', {})
    await signInAnew(roster, name, password)
  })

  it('goes as far as one’s roles reach, and names whom to ask', async () => {
    const { roster } = await openSample()
    const me = await roster.ask('whoAmI', {})
    await asHelpdesk(roster)
    expect(await roster.ask('resetPassword', { id: member })).toMatchObject({ mustChange: true })
    const refused = await roster.refusal('resetPassword', { id: me.userId })
    expect(refused.code).toBe('forbidden')
    expect(refused.message).toContain('Solveig Brattland')
    expect(refused.message).toContain('Privileged Authentication Administrator')
  })

  it('is not for oneself, nor for deleted users', async () => {
    const { roster } = await openSample()
    const { userId } = await roster.ask('whoAmI', {})
    const own = await roster.refusal('resetPassword', { id: userId })
    expect(own.message).toContain('Change it instead')
    await roster.ask('deleteUsers', { ids: [member] })
    expect((await roster.refusal('resetPassword', { id: member })).code).toBe('not-found')
  })

  it('cannot be undone, because nobody knows the former password', async () => {
    const { roster } = await openSample()
    await roster.ask('resetPassword', { id: helpdesk })
    const { transactionId } = await roster.ask('getUser', { id: helpdesk })
    const refused = await roster.refusal('undo', { transactionId })
    expect(refused.message).toContain('cannot be brought back')
  })
})

describe('resetPasswords', () => {
  it('gives everybody a password of their own in a file that only its password opens', async () => {
    const { roster } = await openSample()
    const formula = await roster.ask('createUser', {
      values: { displayName: '=1+1', userPrincipalName: 'formula@askerby.example' },
    })
    const ids = [member, helpdesk, formula.id, member]
    const name = await nameOf(roster, helpdesk)
    const before = await roster.ask('getDirectory', {})
    const rows = await passwordsIn(await roster.ask('resetPasswords', { ids, filePassword }))
    expect(rows).toHaveLength(3)
    expect(rows.map((cells) => cells[1])).toContain(name)
    expect(rows.find((cells) => cells[1]?.startsWith('formula'))?.[0]).toBe("'=1+1")
    expect(new Set(rows.map((cells) => cells[2])).size).toBe(3)
    for (const [, , password = ''] of rows) expect(checkPassword(password)).toBeUndefined()

    const after = await roster.ask('getDirectory', {})
    expect(after.revision).toBe(before.revision + 1)
    for (const id of ids)
      expect(await roster.ask('getUser', { id })).toMatchObject({
        revision: after.revision,
        forceChangePasswordNextSignIn: true,
      })
    await roster.ask('signOut', {})
    await signInAnew(roster, name, rows.find((cells) => cells[1] === name)?.[2] ?? '')
  })

  it('resets nobody’s when one of them is out of reach', async () => {
    const { roster } = await openSample()
    await asHelpdesk(roster)
    const { revision } = await roster.ask('getDirectory', {})
    const ids = [member, userAdministrator]
    expect((await roster.refusal('resetPasswords', { ids, filePassword })).code).toBe('forbidden')
    expect((await roster.ask('getDirectory', {})).revision).toBe(revision)
  })

  it('asks for a longer password for the file, and changes nothing before', async () => {
    const { roster } = await openSample()
    const { revision } = await roster.ask('getDirectory', {})
    const short = { ids: [member], filePassword: 'Quaint-1' }
    const refused = await roster.refusal('resetPasswords', short)
    expect(refused.fields?.filePassword).toContain('12')
    expect((await roster.ask('getDirectory', {})).revision).toBe(revision)
    const { password } = await roster.ask('generatePassword', {})
    await roster.ask('resetPasswords', { ids: [member], filePassword: password })
  })
})

describe('previewPasswordReset', () => {
  it('tells whose passwords will be reset, and why not the others’', async () => {
    const { roster } = await openSample()
    const me = await roster.ask('whoAmI', {})
    const deleted = (await roster.ask('listUsers', { offset: 7, limit: 1 })).rows[0]?.id ?? ''
    await roster.ask('deleteUsers', { ids: [deleted] })
    await asHelpdesk(roster)
    const ids = [member, me.userId, helpdesk, deleted, 'nobody', member]
    const preview = await roster.ask('previewPasswordReset', { ids })
    expect(preview.ids).toEqual([member])
    expect(preview.refused.map(({ id, message }) => [id, message])).toEqual([
      [me.userId, expect.stringMatching(/^Holds Global Administrator\. Ask/)],
      [helpdesk, 'This is you. Change your password yourself instead.'],
      [deleted, 'Deleted. Restore the user first.'],
    ])
  })
})

describe('a changed password', () => {
  it('is in the history, and no longer one that must be changed', async () => {
    const { roster } = await openSample()
    await asHelpdesk(roster)
    expect(await roster.ask('getUser', { id: helpdesk })).toMatchObject({
      forceChangePasswordNextSignIn: false,
    })
  })

  it('holds no word of one’s own names', async () => {
    const { roster, account } = await openSample()
    const refused = await roster.refusal('changePassword', {
      current: account.password,
      next: 'Brattland-2026',
    })
    expect(refused.fields?.next).toContain('“brattland”')
  })
})

const sampleAccount = { userPrincipalName: global, password: 'Sample-Directory-1' }
