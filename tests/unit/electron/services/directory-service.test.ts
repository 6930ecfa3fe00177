import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  administrator,
  openNewDirectory,
  openRoster,
  type Roster,
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
    const files = (await readdir(store, { recursive: true })).filter((name) => name.includes('.'))
    const texts = await Promise.all(files.map((file) => readFile(join(store, file), 'utf8')))
    expect(files).toContain('keyslots.json')
    expect(texts.join()).toContain('argon2id')
    expect(texts.join()).not.toContain(administrator.password)
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

  it('refuses a password that holds the administrator’s own name', async () => {
    const roster = await openRoster()
    const failure = await roster.refusal('createDirectory', {
      ...input,
      administrator: { ...administrator, password: 'The-1st-Lovelace' },
    })
    expect(failure.fields?.['administrator.password']).toContain('“lovelace”')
    expect(await roster.ask('directoryStatus', {})).toMatchObject({ state: 'none' })
  })

  it('leaves a directory that is already there alone', async () => {
    const roster = await openNewDirectory()
    const before = await contentsOf(roster)
    expect(await roster.refusal('createDirectory', input)).toMatchObject({ code: 'in-use' })
    expect(await roster.refusal('openSampleDirectory', {})).toMatchObject({ code: 'in-use' })
    expect(await contentsOf(roster)).toEqual(before)
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
  it('says that the directory is damaged and leaves its files as they are', async () => {
    const roster = await openNewDirectory()
    await roster.ask('createUser', {
      values: { displayName: 'X', userPrincipalName: 'x@contoso.example' },
    })
    const file = await journalOf(roster)
    const whole = await readFile(file)
    const middle = Buffer.from(whole)
    middle.writeUInt8(middle.readUInt8(200) ^ 1, 200)
    const header = Buffer.from(whole)
    header.writeUInt8(header.readUInt8(20) ^ 1, 20)
    for (const bytes of [middle, header]) {
      await writeFile(file, bytes)
      const reopened = await roster.reopen()
      expect((await reopened.ask('directoryStatus', {})).state).toBe('locked')
      const { userPrincipalName, password } = administrator
      await reopened.refusal('signIn', { userPrincipalName, password })
      const status = await reopened.ask('directoryStatus', {})
      expect(status.state).toBe('damaged')
      expect(status.reason).toContain(join(roster.dataDir, 'store'))
      const refused = await reopened.refusal('createDirectory', input)
      expect(refused.code).toBe('damaged')
      expect((await readFile(file)).equals(bytes)).toBe(true)
    }
  })

  it('says that a newer Roster wrote the files', async () => {
    const roster = await openNewDirectory()
    const file = await journalOf(roster)
    const bytes = await readFile(file)
    bytes.writeUInt16LE(3, 104)
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 108)), 108)
    await writeFile(file, bytes)
    const status = await (await roster.reopen()).ask('directoryStatus', {})
    expect(status).toMatchObject({ state: 'damaged' })
    expect(status.reason).toContain('newer Roster')
  })
})

/** The one journal segment of a directory that has not been opened again. */
async function journalOf({ dataDir }: Roster): Promise<string> {
  const [name = ''] = (await readdir(join(dataDir, 'store'))).filter((each) =>
    each.endsWith('.rjrn'),
  )
  return join(dataDir, 'store', name)
}

async function contentsOf(roster: Roster): Promise<Buffer> {
  return readFile(await journalOf(roster))
}

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
