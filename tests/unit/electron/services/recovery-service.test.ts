import { describe, expect, it } from 'vitest'
import { recoveryKeyOf } from '../../../../electron/keys/recovery-key.ts'
import { ada, addAdministrator, become } from '../../../support/administrators.ts'
import { administrator, openRoster, type Roster, signIn } from '../../../support/open-roster.ts'

const { userPrincipalName, password: current } = administrator
const next = 'Difference-Engine-1822'

/** A directory with its recovery key. */
async function aDirectory(): Promise<Roster & { readonly recoveryKey: string }> {
  const roster = await openRoster()
  const contoso = { name: 'Contoso', domain: 'contoso.example' }
  return { ...roster, ...(await roster.ask('createDirectory', { ...contoso, administrator })) }
}

const withKey = (recoveryKey: string, password = next) => ({
  recoveryKey,
  userPrincipalName,
  password,
})

describe('the recovery key', () => {
  it('names the Global Administrators who can sign in, and leaves the directory locked', async () => {
    const { recoveryKey, ...roster } = await aDirectory()
    await addAdministrator(roster, 'grace', 'User Administrator')
    const locked = await roster.reopen()
    const found = await locked.ask('checkRecoveryKey', { recoveryKey: recoveryKey.toLowerCase() })
    expect(found.administrators).toEqual([
      { displayName: administrator.displayName, userPrincipalName },
    ])
    expect(await locked.ask('directoryStatus', {})).toMatchObject({ state: 'locked' })
    expect((await locked.refusal('whoAmI', {})).code).toBe('locked')
    await signIn(locked)
  })

  it('gives a Global Administrator a new password and signs them in, and the history tells', async () => {
    const { recoveryKey, ...roster } = await aDirectory()
    const locked = await roster.reopen()
    const me = await locked.ask('signInWithRecoveryKey', withKey(recoveryKey))
    expect(me).toMatchObject({ userPrincipalName, mustChangePassword: false })
    const { lastPasswordChangeDateTime, transactionId } = await locked.ask('getUser', {
      id: me.userId,
    })
    expect(lastPasswordChangeDateTime).not.toBe(null)
    expect((await locked.refusal('undo', { transactionId })).message).toContain('former password')

    const reopened = await locked.reopen()
    const refused = await reopened.refusal('signIn', { userPrincipalName, password: current })
    expect(refused.code).toBe('wrong-password')
    await reopened.ask('signIn', { userPrincipalName, password: next })
  })

  it.each([
    ['a key with a slip of the pen', (key: string) => `${key.slice(0, -1)}!`],
    ['another key', () => recoveryKeyOf(Buffer.alloc(20))],
    ['nothing', () => ''],
  ])('opens nothing for %s', async (_what, typed) => {
    const { recoveryKey, ...roster } = await aDirectory()
    const locked = await roster.reopen()
    const key = typed(recoveryKey)
    expect((await locked.refusal('checkRecoveryKey', { recoveryKey: key })).code).toBe(
      'wrong-password',
    )
    expect((await locked.refusal('signInWithRecoveryKey', withKey(key))).code).toBe(
      'wrong-password',
    )
    await signIn(locked)
  })

  it('gives nobody a password who is less than a Global Administrator', async () => {
    const { recoveryKey, ...roster } = await aDirectory()
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    const locked = await roster.reopen()
    const refused = await locked.refusal('signInWithRecoveryKey', {
      ...withKey(recoveryKey),
      userPrincipalName: grace.userPrincipalName,
    })
    expect(refused).toMatchObject({ code: 'not-found' })
    expect(await locked.ask('directoryStatus', {})).toMatchObject({ state: 'locked' })
    await become(locked, grace)
  })

  it('takes no password that breaks the policy, and then changes nothing', async () => {
    const { recoveryKey, ...roster } = await aDirectory()
    const locked = await roster.reopen()
    const refused = await locked.refusal('signInWithRecoveryKey', withKey(recoveryKey, 'short'))
    expect(refused).toMatchObject({
      code: 'invalid-input',
      fields: { password: expect.any(String) },
    })
    await signIn(locked)
  })

  it('is worth trying while wrong passwords have to wait', async () => {
    const { recoveryKey, ...roster } = await aDirectory()
    const locked = await roster.reopen()
    for (let count = 0; count < 5; count++)
      await locked.refusal('signIn', { userPrincipalName, password: 'Wrong-Password-1' })
    await locked.ask('signInWithRecoveryKey', withKey(recoveryKey))
  })
})

describe('a renewed recovery key', () => {
  it('takes the place of the one before once it is confirmed', async () => {
    const { recoveryKey: before, ...roster } = await aDirectory()
    const { recoveryKey } = await roster.ask('renewRecoveryKey', { password: current })
    await roster.ask('confirmRecoveryKey', { recoveryKey })
    const locked = await roster.reopen()
    const refused = await locked.refusal('checkRecoveryKey', { recoveryKey: before })
    expect(refused.message).toContain('replaced')
    await locked.ask('signInWithRecoveryKey', withKey(recoveryKey))
  })

  it('opens nothing before it is confirmed, and the one before still does', async () => {
    const { recoveryKey: before, ...roster } = await aDirectory()
    const { recoveryKey } = await roster.ask('renewRecoveryKey', { password: current })
    const locked = await roster.reopen()
    expect((await locked.refusal('checkRecoveryKey', { recoveryKey })).code).toBe('wrong-password')
    await locked.ask('checkRecoveryKey', { recoveryKey: before })
  })

  it('is given up when another is made, or the directory is locked', async () => {
    const { recoveryKey: _, ...roster } = await aDirectory()
    const first = await roster.ask('renewRecoveryKey', { password: current })
    const second = await roster.ask('renewRecoveryKey', { password: current })
    expect((await roster.refusal('confirmRecoveryKey', first)).code).toBe('not-found')
    await roster.ask('signOut', {})
    await signIn(roster)
    expect((await roster.refusal('confirmRecoveryKey', second)).code).toBe('not-found')
  })

  it('takes the password of whoever asks, and the right role', async () => {
    const { recoveryKey: _, ...roster } = await aDirectory()
    const refused = await roster.refusal('renewRecoveryKey', { password: 'Wrong-Password-1' })
    expect(refused.code).toBe('wrong-password')
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    await become(roster, grace)
    const { password } = grace
    expect((await roster.refusal('renewRecoveryKey', { password })).code).toBe('forbidden')
    await become(roster, ada)
  })
})
