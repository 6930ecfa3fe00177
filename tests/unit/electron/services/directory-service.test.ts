import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  administrator,
  openNewDirectory,
  openRoster,
  signIn,
} from '../../../support/open-roster.ts'

const input = { name: 'Contoso', domain: 'contoso.example', administrator }

describe('createDirectory', () => {
  it('opens the directory and signs its first Global Administrator in', async () => {
    const roster = await openRoster()
    await roster.ask('createDirectory', input)
    expect(await roster.ask('directoryStatus', {})).toMatchObject({
      state: 'open',
      name: 'Contoso',
      administrators: [{ displayName: 'Ada Lovelace', userPrincipalName: 'ada@contoso.example' }],
    })
    expect(await roster.ask('whoAmI', {})).toMatchObject({
      displayName: 'Ada Lovelace',
      roles: ['Global Administrator'],
    })
  })

  it('keeps no trace of the password itself', async () => {
    const roster = await openNewDirectory()
    const store = join(roster.dataDir, 'store')
    const files = ['directory.json', 'credentials.json']
    const texts = await Promise.all(files.map((file) => readFile(join(store, file), 'utf8')))
    expect(texts.join()).not.toContain(administrator.password)
    expect(texts[1]).toContain('$argon2id$')
  })

  it('names every input at fault and creates nothing', async () => {
    const roster = await openRoster()
    const failure = await roster.refusal('createDirectory', {
      name: ' ',
      domain: 'contoso',
      administrator: { displayName: '', userPrincipalName: 'ada', password: 'short' },
    })
    expect(failure.code).toBe('invalid-input')
    expect(Object.keys(failure.fields ?? {}).sort()).toEqual([
      'administrator.displayName',
      'administrator.password',
      'administrator.userPrincipalName',
      'domain',
      'name',
    ])
    expect(await roster.ask('directoryStatus', {})).toMatchObject({ state: 'none' })
  })

  it('leaves a directory that is already there alone', async () => {
    const roster = await openNewDirectory()
    const file = join(roster.dataDir, 'store', 'directory.json')
    const before = await readFile(file)
    expect(await roster.refusal('createDirectory', input)).toMatchObject({ code: 'in-use' })
    expect(await roster.refusal('openSampleDirectory', {})).toMatchObject({ code: 'in-use' })
    expect((await readFile(file)).equals(before)).toBe(true)
  })
})

describe('openSampleDirectory', () => {
  it('holds two hundred people and signs its administrator in', async () => {
    const roster = await openRoster()
    const account = await roster.ask('openSampleDirectory', {})
    const me = await roster.ask('whoAmI', {})
    expect(me.userPrincipalName).toBe(account.userPrincipalName)
    expect(await roster.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 200 })
  })

  it('lets its administrator sign in again after a restart', async () => {
    const roster = await openRoster()
    const account = await roster.ask('openSampleDirectory', {})
    const reopened = await roster.reopen()
    expect(await reopened.ask('directoryStatus', {})).toMatchObject({ state: 'locked' })
    expect(await reopened.ask('signIn', account)).toMatchObject({
      userPrincipalName: account.userPrincipalName,
    })
  })
})

describe('directoryStatus', () => {
  it('says that a file is damaged and leaves it as it is', async () => {
    const roster = await openNewDirectory()
    const file = join(roster.dataDir, 'store', 'directory.json')
    const whole = await readFile(file, 'utf8')
    for (const text of [
      whole.slice(0, -20),
      '{}',
      '',
      'null',
      whole.replace('"user":[', '"user":[1,'),
    ]) {
      await writeFile(file, text)
      const reopened = await roster.reopen()
      const status = await reopened.ask('directoryStatus', {})
      expect(status.state).toBe('damaged')
      expect(status.reason).toContain(file)
      const refused = await reopened.refusal('createDirectory', input)
      expect(refused.code).toBe('damaged')
      expect(await readFile(file, 'utf8')).toBe(text)
    }
  })

  it('says that a newer Roster wrote the file', async () => {
    const roster = await openNewDirectory()
    const file = join(roster.dataDir, 'store', 'directory.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"format":1', '"format":2'))
    const status = await (await roster.reopen()).ask('directoryStatus', {})
    expect(status).toMatchObject({ state: 'damaged' })
    expect(status.reason).toContain('newer Roster')
  })
})

describe('signIn', () => {
  it('takes the user name in any case', async () => {
    const roster = await (await openNewDirectory()).reopen()
    const me = await roster.ask('signIn', {
      userPrincipalName: 'ADA@Contoso.example',
      password: administrator.password,
    })
    expect(me.displayName).toBe('Ada Lovelace')
  })

  it('refuses a wrong password and an unknown name with the same words', async () => {
    const roster = await (await openNewDirectory()).reopen()
    const { userPrincipalName } = administrator
    const wrong = await roster.refusal('signIn', { userPrincipalName, password: 'Wrong-1234' })
    const unknown = await roster.refusal('signIn', {
      userPrincipalName: 'eve@contoso.example',
      password: administrator.password,
    })
    expect(wrong.code).toBe('wrong-password')
    expect(unknown).toEqual(wrong)
  })

  it('refuses everything but the way in while nobody is signed in', async () => {
    const roster = await openNewDirectory()
    await roster.ask('signOut', {})
    expect(await roster.refusal('listUsers', { offset: 0, limit: 1 })).toMatchObject({
      code: 'locked',
    })
    await signIn(roster)
    expect(await roster.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 1 })
  })
})
