import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ManualClock } from '../../../support/manual-clock.ts'
import {
  administrator,
  openNewDirectory,
  openRoster,
  type Roster,
  signIn,
} from '../../../support/open-roster.ts'

/** A directory on a computer whose clocks the test moves. */
async function aDirectory() {
  const clock = new ManualClock()
  const wall = { at: new Date('2026-03-02T09:00:00Z') }
  const roster = await openNewDirectory({ now: () => wall.at, after: clock.after })
  return { roster, clock, wall }
}

const newUser = (name: string) => ({
  values: { displayName: name, userPrincipalName: `${name.toLowerCase()}@contoso.example` },
})

const csv = (name: string) =>
  Buffer.from(
    `userPrincipalName,displayName\n${name.toLowerCase()}@contoso.example,${name}\n`,
    'utf8',
  )

async function backupsOf(roster: Roster) {
  return (await roster.ask('listBackups', {})).backups
}

const users = async (roster: Roster) =>
  (await roster.ask('listUsers', { offset: 0, limit: 1 })).total

async function spoil({ dataDir }: Roster): Promise<void> {
  const store = join(dataDir, 'store')
  for (const name of await readdir(store))
    if (name.endsWith('.rjrn')) await writeFile(join(store, name), 'spoilt')
}

describe('the backup of the day', () => {
  it('is made a while after the first change of a day, and once', async () => {
    const { roster, clock, wall } = await aDirectory()
    expect(await backupsOf(roster)).toEqual([])
    clock.pass(10_000)
    await expect.poll(() => backupsOf(roster)).toMatchObject([{ reason: 'daily', users: 1 }])
    await roster.ask('createUser', newUser('Grace'))
    clock.pass(10_000)
    wall.at = new Date('2026-03-03T09:00:00Z')
    await roster.ask('createUser', newUser('Alan'))
    clock.pass(10_000)
    await expect
      .poll(() => backupsOf(roster))
      .toMatchObject([
        { reason: 'daily', users: 3, takenAt: '2026-03-03T09:00:00.000Z' },
        { reason: 'daily', users: 1 },
      ])
    expect(await roster.ask('getDirectory', {})).toMatchObject({
      lastBackupAt: '2026-03-03T09:00:00.000Z',
    })
  })

  it('is made after a start when the day before was not backed up', async () => {
    const { roster, clock, wall } = await aDirectory()
    await roster.ask('createUser', newUser('Grace'))
    await roster.application.close()
    wall.at = new Date('2026-03-05T09:00:00Z')
    const reopened = await roster.reopen()
    await signIn(reopened)
    clock.pass(10_000)
    await expect.poll(() => backupsOf(reopened)).toMatchObject([{ users: 2 }])
  })

  it('has ended before the program has closed, also when it was only just being begun', async () => {
    const { roster, clock } = await aDirectory()
    const events: string[] = []
    roster.application.onEvent(({ type }) => events.push(type))
    clock.pass(10_000)
    await roster.application.close()
    // Told after each backup, whatever has become of it.
    expect(events).toContain('storage-changed')
  })

  it('is not made of a directory that did not change', async () => {
    const { roster, clock, wall } = await aDirectory()
    await roster.ask('backUpNow', {})
    wall.at = new Date('2026-03-05T09:00:00Z')
    const reopened = await roster.reopen()
    await signIn(reopened)
    clock.pass(10_000)
    expect(await backupsOf(reopened)).toHaveLength(1)
  })

  it('tells in the status when it cannot be made, tries again an hour later, and saves all the same', async () => {
    const { roster, clock, wall } = await aDirectory()
    const backups = join(roster.dataDir, 'backups')
    await writeFile(backups, 'in the way')
    clock.pass(10_000)
    await expect
      .poll(async () => (await roster.ask('directoryStatus', {})).warnings)
      .toMatchObject([
        {
          kind: 'backup-failed',
          message: expect.stringMatching(/^The backup in .*backups was not made/),
        },
      ])
    await rm(backups)
    await roster.ask('createUser', newUser('Grace'))
    clock.pass(10_000)
    expect(await backupsOf(roster)).toEqual([])
    wall.at = new Date('2026-03-02T10:00:01Z')
    await roster.ask('createUser', newUser('Alan'))
    clock.pass(10_000)
    await expect.poll(() => backupsOf(roster)).toHaveLength(1)
    await expect.poll(async () => (await roster.ask('directoryStatus', {})).warnings).toEqual([])
  })
})

describe('an import', () => {
  it('is preceded by a backup of what there was, unless that is there already', async () => {
    const { roster } = await aDirectory()
    for (const name of ['Grace', 'Alan']) {
      const input = { name: 'users.csv', bytes: csv(name) }
      const { importId } = await roster.ask('previewImport', input)
      await roster.ask('applyImport', { importId })
    }
    await expect
      .poll(() => backupsOf(roster))
      .toMatchObject([
        { reason: 'before-import', users: 2 },
        { reason: 'before-import', users: 1 },
      ])
    await roster.ask('backUpNow', {})
    const input = { name: 'users.csv', bytes: csv('Edsger') }
    const { importId } = await roster.ask('previewImport', input)
    await roster.ask('applyImport', { importId })
    expect(await backupsOf(roster)).toHaveLength(3)
  })
})

describe('restoreBackup', () => {
  it('goes back to then, keeps what there was twice over, and asks everybody to sign in', async () => {
    const { roster } = await aDirectory()
    const then = await roster.ask('backUpNow', {})
    await roster.ask('createUser', newUser('Grace'))
    const { keptAt } = await roster.ask('restoreBackup', { id: then.id })
    expect(await roster.refusal('listUsers', { offset: 0, limit: 1 })).toMatchObject({
      code: 'locked',
    })
    await signIn(roster)
    expect(await users(roster)).toBe(1)
    expect(await readdir(keptAt ?? '')).toContain('keyslots.json')
    const [before] = await backupsOf(roster)
    expect(before).toMatchObject({ reason: 'before-restore', users: 2 })
    await roster.ask('createUser', newUser('Alan'))

    await roster.ask('restoreBackup', { id: before?.id ?? '' })
    await signIn(roster)
    expect(await users(roster)).toBe(2)
    await roster.ask('createUser', newUser('Edsger'))
    const reopened = await roster.reopen()
    await signIn(reopened)
    expect(await users(reopened)).toBe(3)
  })

  it('leaves everything and everybody as they were when the backup is damaged', async () => {
    const { roster } = await aDirectory()
    const { id } = await roster.ask('backUpNow', {})
    await writeFile(join(roster.dataDir, 'backups', id, 'keyslots.json'), '{}')
    expect(await roster.refusal('restoreBackup', { id })).toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('Nothing was changed'),
    })
    expect(await users(roster)).toBe(1)
    await roster.ask('createUser', newUser('Grace'))
  })

  it('needs no one to sign in when the directory is damaged or gone, and only then', async () => {
    const { roster } = await aDirectory()
    const { id } = await roster.ask('backUpNow', {})
    await roster.ask('signOut', {})
    expect(await roster.refusal('listBackups', {})).toMatchObject({ code: 'locked' })
    expect(await roster.refusal('restoreBackup', { id })).toMatchObject({ code: 'locked' })
    expect(roster.application.copyOfStore()).toBe(null)

    await roster.application.close()
    await spoil(roster)
    const damaged = await roster.reopen()
    const { userPrincipalName, password } = administrator
    expect(await damaged.refusal('signIn', { userPrincipalName, password })).toMatchObject({
      code: 'damaged',
    })
    expect(await damaged.ask('directoryStatus', {})).toMatchObject({
      state: 'damaged',
      trouble: 'damaged',
      mayRestore: true,
    })
    expect(damaged.application.copyOfStore()).not.toBe(null)
    await damaged.ask('restoreBackup', { id })
    expect(await damaged.ask('directoryStatus', {})).toMatchObject({
      state: 'locked',
      mayRestore: false,
    })
    await damaged.application.close()
    await rm(join(roster.dataDir, 'store'), { recursive: true })
    const gone = await damaged.reopen()
    expect(await gone.ask('directoryStatus', {})).toMatchObject({ state: 'none', mayRestore: true })
    expect(gone.application.copyOfStore()).toBe(null)
    const answer = await gone.ask('restoreBackup', { id })
    expect(answer).toMatchObject({ keptAt: null, missingPhotos: 0 })
    await signIn(gone)
    expect(await users(gone)).toBe(1)
  })

  it('is for those who may, once somebody has signed in', async () => {
    const roster = await openRoster()
    await roster.ask('openSampleDirectory', {})
    const { id } = await roster.ask('backUpNow', {})
    const sample = JSON.parse(await readFile('resources/sample/directory.json', 'utf8')) as Sample
    const other = sample.roleAssignments.find(({ roleId }) => roleId === userAdministrator)
    const user = sample.users.find((each) => each.id === other?.userId)
    const { password: current } = await roster.ask('resetPassword', { id: user?.id ?? '' })
    const userPrincipalName = user?.userPrincipalName ?? ''
    await roster.ask('signIn', { userPrincipalName, password: current })
    await roster.ask('changePassword', { current, next: 'Difference-Engine-1822' })
    for (const [request, input] of [
      ['listBackups', {}],
      ['backUpNow', {}],
      ['restoreBackup', { id }],
    ] as const)
      expect(await roster.refusal(request, input)).toMatchObject({ code: 'forbidden' })
    expect(roster.application.copyOfStore()).toBe(null)
  })
})

type Sample = {
  readonly users: readonly { readonly id: string; readonly userPrincipalName: string }[]
  readonly roleAssignments: readonly { readonly roleId: string; readonly userId: string }[]
}

const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1'

describe('a directory that another Roster has', () => {
  it('can be neither backed up nor replaced', async () => {
    const { roster } = await aDirectory()
    const { id } = await roster.ask('backUpNow', {})
    const other = await openRoster(roster.dataDir)
    const { userPrincipalName, password } = administrator
    await other.ask('signIn', { userPrincipalName, password })
    for (const [request, input] of [
      ['backUpNow', {}],
      ['restoreBackup', { id }],
    ] as const)
      expect(await other.refusal(request, input)).toMatchObject({
        code: 'storage',
        message: expect.stringContaining('Another Roster on this computer'),
      })
    expect(await backupsOf(other)).toHaveLength(1)
  })
})
