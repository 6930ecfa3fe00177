import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyNumberOf } from '../../../../electron/keys/sealed-file.ts'
import {
  ada,
  addAdministrator,
  addUser,
  become,
  roleIdOf,
} from '../../../support/administrators.ts'
import { aJpeg } from '../../../support/images.ts'
import { openNewDirectory, openRoster, type Roster, signIn } from '../../../support/open-roster.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const password = ada.password

const sealedFilesOf = async ({ dataDir }: Roster) => {
  const store = join(dataDir, 'store')
  return (await readdir(store, { recursive: true }))
    .filter((name) => name.endsWith('.rph') || name.endsWith('.rdsk'))
    .map((name) => join(store, name))
}

const keyNumbersOf = async (roster: Roster) => {
  const files = await Promise.all((await sealedFilesOf(roster)).map((file) => readFile(file)))
  return files.map(keyNumberOf)
}

describe('changing the data key', () => {
  it('leaves everybody their password, the history, photos and drafts', async () => {
    const roster = await openNewDirectory()
    const grace = await addAdministrator(roster, 'grace', 'Global Administrator')
    const { revision } = await roster.ask('getUser', { id: grace.id })
    const image = new Uint8Array(await aJpeg())
    const { photo } = await roster.ask('setPhoto', { id: grace.id, revision, image })
    await roster.ask('saveDraft', { userId: 'new', revision: 0, changes: { city: 'Oslo' } })
    expect(await roster.ask('changeDataKey', { password })).toEqual({ keyNumber: 2 })

    await addUser(roster, 'alan')
    await expect.poll(async () => (await roster.ask('keyStatus', {})).resealing).toBe(false)
    expect(new Set(await keyNumbersOf(roster))).toEqual(new Set([2]))
    expect(await keyNumbersOf(roster)).toHaveLength(3)

    const reopened = await roster.reopen()
    await become(reopened, grace)
    expect(await reopened.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 3 })
    expect((await reopened.ask('getUser', { id: grace.id })).photo).toBe(photo)
    expect(await reopened.application.photoOf(grace.id, 96)).not.toBeNull()
    await become(reopened, ada)
    expect((await reopened.ask('getDraft', { userId: 'new' })).draft?.changes).toEqual({
      city: 'Oslo',
    })
    expect(await reopened.ask('keyStatus', {})).toMatchObject({ keyNumber: 2, resealing: false })
  })

  it('can be done again and again, and old backups still be restored', async () => {
    const roster = await openNewDirectory()
    const { id } = await roster.ask('backUpNow', {})
    for (const keyNumber of [2, 3, 4]) {
      expect(await roster.ask('changeDataKey', { password })).toEqual({ keyNumber })
      await addUser(roster, `user${keyNumber}`)
    }
    await roster.ask('restoreBackup', { id })
    await signIn(roster)
    expect(await roster.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 1 })
    const [newest] = (await roster.ask('listBackups', {})).backups
    await roster.ask('restoreBackup', { id: newest?.id ?? '' })
    await signIn(roster)
    expect(await roster.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 4 })
  })

  it('shuts out whoever kept a copy of what once opened the directory', async () => {
    const roster = await openNewDirectory()
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    const stolen = join(await temporaryFolder(), 'keyslots.json')
    await cp(join(roster.dataDir, 'store', 'keyslots.json'), stolen)
    const role = { userId: grace.id, roleId: roleIdOf('User Administrator') }
    await roster.ask('unassignRole', role)
    await expect.poll(async () => (await roster.ask('keyStatus', {})).shutOut).toHaveLength(1)
    await roster.ask('changeDataKey', { password })
    expect((await roster.ask('keyStatus', {})).shutOut).toEqual([])
    await addUser(roster, 'alan')
    await roster.application.close()

    for (const name of ['keyslots.json', 'keyslots.prev.json'])
      await cp(stolen, join(roster.dataDir, 'store', name))
    const reopened = await openRoster(roster.dataDir)
    const { userPrincipalName } = grace
    const refused = await reopened.refusal('signIn', {
      userPrincipalName,
      password: grace.password,
    })
    expect(refused.code).not.toBe('wrong-password')
    expect(await reopened.ask('directoryStatus', {})).not.toMatchObject({ state: 'open' })
  })

  it('needs the present password and the permission', async () => {
    const roster = await openNewDirectory()
    const refused = await roster.refusal('changeDataKey', { password: 'Wrong-1234' })
    expect(refused.code).toBe('wrong-password')
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    await become(roster, grace)
    for (const [request, input] of [
      ['keyStatus', {}],
      ['changeDataKey', { password: grace.password }],
    ] as const)
      expect((await roster.refusal(request, input)).code).toBe('forbidden')
  })
})

describe('keyStatus', () => {
  it('tells what opens the directory', async () => {
    const roster = await openNewDirectory()
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    const { userId } = await roster.ask('whoAmI', {})
    expect(await roster.ask('keyStatus', {})).toEqual({
      keyNumber: 1,
      resealing: false,
      administrators: [
        { id: userId, displayName: 'Ada Lovelace' },
        { id: grace.id, displayName: 'grace' },
      ],
      devices: [],
      recoveryKey: true,
      shutOut: [],
    })
  })

  it.each(Object.keys(shuttingOut) as (keyof typeof shuttingOut)[])(
    'names who could open the directory and no longer can: %s',
    async (way) => {
      const roster = await openNewDirectory()
      const grace = await addAdministrator(roster, 'grace', 'User Administrator')
      const heard: string[] = []
      roster.application.onEvent(({ type }) => heard.push(type))
      await shuttingOut[way](roster, grace)
      await expect
        .poll(async () => (await roster.ask('keyStatus', {})).shutOut)
        .toEqual([{ id: grace.id, displayName: way === 'deleted for good' ? '' : 'grace' }])
      expect(heard).toContain('storage-changed')
      expect((await roster.ask('keyStatus', {})).administrators).toHaveLength(1)
      await roster.ask('signOut', {})
      const { userPrincipalName, password } = grace
      const refused = await roster.refusal('signIn', { userPrincipalName, password })
      expect(refused.code).toMatch(/^(wrong-password|forbidden)$/)
    },
  )

  it('says nothing more of who can open it again', async () => {
    const roster = await openNewDirectory()
    const grace = await addAdministrator(roster, 'grace', 'User Administrator')
    await shuttingOut['blocked by an edit'](roster, grace)
    const { revision } = await roster.ask('getUser', { id: grace.id })
    const changes = { accountEnabled: true }
    await roster.ask('updateUser', { id: grace.id, revision, changes })
    await expect.poll(async () => (await roster.ask('keyStatus', {})).shutOut).toEqual([])
    await become(roster, grace)
  })
})

/** Every way in which an administrator loses what opens the directory. */
const shuttingOut = {
  'the last role taken away': (roster, { id: userId }) =>
    roster.ask('unassignRole', { userId, roleId: roleIdOf('User Administrator') }),
  'blocked by an edit': async (roster, { id }) => {
    const { revision } = await roster.ask('getUser', { id })
    return roster.ask('updateUser', { id, revision, changes: { accountEnabled: false } })
  },
  deleted: (roster, { id }) => roster.ask('deleteUsers', { ids: [id] }),
  'deleted for good': async (roster, { id }) => {
    await roster.ask('deleteUsers', { ids: [id] })
    return roster.ask('purgeUsers', { ids: [id] })
  },
  'blocked with many others': async (roster, { id }) => {
    const edits = [{ property: 'accountEnabled', action: 'set', value: false } as const]
    const { previewId } = await roster.ask('previewBulkUpdate', { ids: [id], edits })
    return roster.ask('bulkUpdateUsers', { previewId, only: 'all' })
  },
  'blocked by an import': async (roster, { userPrincipalName }) => {
    const bytes = Buffer.from(
      `userPrincipalName,displayName,accountEnabled\n${userPrincipalName},grace,False\n`,
    )
    const { importId } = await roster.ask('previewImport', { name: 'users.csv', bytes })
    return roster.ask('applyImport', { importId })
  },
  'the giving of the role undone': async (roster, { id: userId }) => {
    const roleId = roleIdOf('Helpdesk Administrator')
    const second = await roster.ask('assignRole', { userId, roleId })
    await roster.ask('unassignRole', { userId, roleId: roleIdOf('User Administrator') })
    return roster.ask('undo', { transactionId: second.transactionId })
  },
} as const satisfies Readonly<
  Record<string, (roster: Roster, grace: { readonly id: string } & typeof ada) => Promise<unknown>>
>
