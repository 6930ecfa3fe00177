import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type FolderFs, nodeFs } from '../../../../electron/store/store-fs.ts'
import { aJpeg } from '../../../support/images.ts'
import { ManualClock } from '../../../support/manual-clock.ts'
import { openNewDirectory, openRoster, type Roster, signIn } from '../../../support/open-roster.ts'
import { refusingFs } from '../../../support/refusing-fs.ts'

const newUser = (name: string) => ({
  values: { displayName: name, userPrincipalName: `${name.toLowerCase()}@contoso.example` },
})

/** The events that the application announces from now on. */
function eventsOf({ application }: Roster): string[] {
  const heard: string[] = []
  application.onEvent(({ type }) => heard.push(type))
  return heard
}

async function journalOf({ dataDir }: Roster): Promise<string> {
  const names = await readdir(join(dataDir, 'store'))
  return join(dataDir, 'store', names.find((name) => name.endsWith('.rjrn')) ?? '')
}

async function flip(path: string, share: number): Promise<void> {
  const bytes = await readFile(path)
  const at = Math.floor(bytes.length * share)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  await writeFile(path, bytes)
}

describe('a directory that another Roster has', () => {
  it('can be signed in to and read, and refuses what would be saved', async () => {
    const first = await openNewDirectory()
    const second = await openRoster(first.dataDir)
    const status = await second.ask('directoryStatus', {})
    expect(status).toMatchObject({
      state: 'locked',
      readOnly: {
        reason: 'in-use',
        message: expect.stringMatching(/^Another Roster on this computer has this directory open/),
      },
    })
    await signIn(second)
    expect(await second.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 1 })
    const { userId: id } = await second.ask('whoAmI', {})
    const { revision } = await second.ask('getUser', { id })
    const image = new Uint8Array(await aJpeg())
    for (const [request, input] of [
      ['createUser', newUser('Grace')],
      ['updateUser', { id, revision, changes: { jobTitle: 'Analyst' } }],
      ['setPhoto', { id, revision, image }],
    ] as const)
      expect(await second.refusal(request, input)).toEqual({
        code: 'storage',
        message: status.readOnly?.message,
      })
    expect(await readdir(join(first.dataDir, 'store'))).not.toContain('photos')
  })

  it('keeps drafts in memory, and leaves those of the other one alone', async () => {
    const first = await openNewDirectory()
    const second = await openRoster(first.dataDir)
    await signIn(second)
    const draft = { userId: 'new', revision: 0, changes: { displayName: 'Grace' } }
    await second.ask('saveDraft', draft)
    expect(await second.ask('getDraft', { userId: 'new' })).toMatchObject({
      draft: { changes: draft.changes },
    })
    expect(await readdir(join(first.dataDir, 'store'))).not.toContain('personal')
  })

  it('can be saved in after a retry once the other one is gone, by whoever is still signed in', async () => {
    const first = await openNewDirectory()
    const second = await openRoster(first.dataDir)
    await signIn(second)
    await first.ask('createUser', newUser('Grace'))
    await second.ask('retryOpen', {})
    expect(await second.ask('listUsers', { offset: 0, limit: 1 })).toMatchObject({ total: 2 })
    expect((await second.ask('directoryStatus', {})).readOnly?.reason).toBe('in-use')
    await first.application.close()
    const heard = eventsOf(second)
    await second.ask('retryOpen', {})
    expect(heard).toEqual(['storage-changed'])
    const status = await second.ask('directoryStatus', {})
    expect(status.state).toBe('open')
    expect(status.readOnly).toBeUndefined()
    await second.ask('createUser', newUser('Alan'))
  })

  it('cannot be created a second time', async () => {
    const first = await openRoster()
    const late = await openRoster(first.dataDir)
    await first.ask('openSampleDirectory', {})
    expect(await late.refusal('openSampleDirectory', {})).toMatchObject({ code: 'storage' })
    await late.ask('retryOpen', {})
    expect(await late.ask('directoryStatus', {})).toMatchObject({ state: 'locked' })
  })
})

describe('a damaged directory', () => {
  it('is told as damaged once somebody has signed in, who can look at what can be read', async () => {
    const roster = await openNewDirectory()
    for (const name of ['Grace', 'Alan', 'Edsger']) await roster.ask('createUser', newUser(name))
    await roster.application.close()
    await flip(await journalOf(roster), 0.7)
    const reopened = await roster.reopen()
    expect((await reopened.ask('directoryStatus', {})).state).toBe('locked')
    await signIn(reopened)
    const status = await reopened.ask('directoryStatus', {})
    expect(status).toMatchObject({
      state: 'open',
      name: 'Contoso',
      readOnly: { reason: 'damaged', message: expect.stringContaining('are missing here') },
      damage: {
        originals: join(roster.dataDir, 'store'),
        findings: [{ kind: 'damaged-segment' }],
        missing: { last: 4 },
      },
    })
    expect(status.reason).toBeUndefined()
    expect(await readFile(status.damage?.file ?? '', 'utf8')).toContain('damaged-segment')
    expect(await reopened.refusal('createUser', newUser('Barbara'))).toMatchObject({
      code: 'storage',
    })
  })

  it('warns of a damaged file that everything could be read around', async () => {
    const roster = await openRoster()
    const { userPrincipalName, password } = await roster.ask('openSampleDirectory', {})
    const { userId: id } = await roster.ask('whoAmI', {})
    for (let step = 0; step < 501; step += 1) {
      const { revision } = await roster.ask('getUser', { id })
      await roster.ask('updateUser', { id, revision, changes: { jobTitle: `Analyst ${step}` } })
    }
    await roster.application.close()
    const store = join(roster.dataDir, 'store')
    const checkpoint = (await readdir(store)).find((name) => name.endsWith('.rsnap')) ?? ''
    await flip(join(store, checkpoint), 0.5)
    const reopened = await roster.reopen()
    await reopened.ask('signIn', { userPrincipalName, password })
    expect(await reopened.ask('directoryStatus', {})).toMatchObject({
      state: 'open',
      warnings: [{ kind: 'damage-repaired' }],
      damage: { missing: null, findings: [{ file: checkpoint, kind: 'damaged-checkpoint' }] },
    })
    expect(await reopened.ask('getUser', { id })).toMatchObject({ jobTitle: 'Analyst 500' })
    await reopened.ask('createUser', {
      values: {
        displayName: 'Grace',
        userPrincipalName: `grace@${userPrincipalName.split('@')[1]}`,
      },
    })
  })

  it('says what kind of trouble there is', async () => {
    const roster = await openNewDirectory()
    const file = await journalOf(roster)
    const whole = await readFile(file)
    await roster.application.close()

    const newer = Buffer.from(whole)
    newer.writeUInt16LE(3, 104)
    newer.writeUInt32LE(crc32(newer.subarray(0, 108)), 108)
    await writeFile(file, newer)
    const reopened = await roster.reopen()
    expect(await reopened.ask('directoryStatus', {})).toMatchObject({
      state: 'damaged',
      trouble: 'newer',
    })

    await rm(file)
    await mkdir(file)
    await reopened.ask('retryOpen', {})
    expect(await reopened.ask('directoryStatus', {})).toMatchObject({
      state: 'damaged',
      trouble: 'unreadable',
      reason: expect.stringContaining('EISDIR'),
    })

    await rm(file, { recursive: true })
    await writeFile(file, whole)
    const heard = eventsOf(reopened)
    await reopened.ask('retryOpen', {})
    expect(heard).toEqual(['storage-changed'])
    expect(await reopened.ask('directoryStatus', {})).toMatchObject({ state: 'locked' })
  })

  it('signs out whoever is not in what was read again', async () => {
    const roster = await openNewDirectory()
    const store = join(roster.dataDir, 'store')
    const second = await openRoster(roster.dataDir)
    await signIn(second)
    await roster.application.close()
    await rename(store, `${store}.elsewhere`)
    await second.ask('retryOpen', {})
    expect(await second.ask('directoryStatus', {})).toMatchObject({ state: 'none' })
    await rename(`${store}.elsewhere`, store)
    await second.ask('retryOpen', {})
    expect(await second.ask('directoryStatus', {})).toMatchObject({ state: 'locked' })
  })
})

describe('a disk in trouble', () => {
  it('is told when a save fails, until one succeeds', async () => {
    let full = false
    const fs = refusingFs(nodeFs, (call) => {
      if (full && call === 'write') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    })
    const roster = await openNewDirectory({ fs })
    const heard = eventsOf(roster)
    full = true
    const failure = await roster.refusal('createUser', newUser('Grace'))
    expect(failure.message).toMatch(/^This was not saved: the disk .* is full/)
    expect((await roster.ask('directoryStatus', {})).warnings).toContainEqual({
      kind: 'save-failed',
      message: failure.message,
    })
    full = false
    await roster.ask('createUser', newUser('Grace'))
    expect((await roster.ask('directoryStatus', {})).warnings).toEqual([])
    expect(heard).toEqual(['storage-changed', 'storage-changed', 'directory-changed'])
  })

  it('gives up the ballast for one more save, says so, and makes it again with room', async () => {
    const clock = new ManualClock()
    let free = 100_000_000_000
    let full = false
    const fs = {
      ...refusingFs(nodeFs, (call, path) => {
        if (call === 'unlink' && path.endsWith('ballast') && existsSync(path)) full = false
        if (full && call === 'write') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      }),
      statfs: async () => ({ bavail: free, bsize: 1 }),
    }
    const roster = await openNewDirectory({ fs, after: clock.after })
    const ballast = () =>
      stat(join(roster.dataDir, 'ballast')).then(
        ({ size }) => size === 16 * 2 ** 20,
        () => false,
      )
    expect(await ballast()).toBe(false)
    await roster.ask('backUpNow', {})
    clock.pass(10_000)
    await expect.poll(ballast).toBe(true)

    full = true
    free = 0
    await roster.ask('createUser', newUser('Grace'))
    expect(await ballast()).toBe(false)
    free = 16_000_000
    expect((await roster.ask('directoryStatus', {})).warnings).toEqual([
      { kind: 'last-space-used', message: expect.stringMatching(/there is no more of it/) },
    ])
    full = true
    await roster.refusal('createUser', newUser('Alan'))
    expect((await roster.ask('directoryStatus', {})).warnings).toMatchObject([
      { kind: 'save-failed' },
    ])
    full = false
    await roster.ask('createUser', newUser('Alan'))
    clock.pass(10_000)
    expect((await roster.ask('directoryStatus', {})).warnings).toMatchObject([
      { kind: 'last-space-used' },
    ])
    free = 100_000_000_000
    expect((await roster.ask('directoryStatus', {})).warnings).toEqual([])
    await roster.ask('createUser', newUser('Edsger'))
    clock.pass(10_000)
    await expect.poll(ballast).toBe(true)
  })

  it('is spared the ballast by whoever may not save', async () => {
    const first = await openNewDirectory()
    const clock = new ManualClock()
    const second = await openRoster(first.dataDir, { after: clock.after })
    expect(await second.ask('directoryStatus', {})).toMatchObject({
      readOnly: { reason: 'in-use' },
    })
    clock.pass(10_000)
    await second.application.close()
    expect(await readdir(first.dataDir)).not.toContain('ballast')
  })

  it('is told when it is almost full', async () => {
    let free = 499_999
    const fs: FolderFs = { ...nodeFs, statfs: async () => ({ bavail: free, bsize: 1000 }) }
    const roster = await openNewDirectory({ fs })
    expect((await roster.ask('directoryStatus', {})).warnings).toEqual([
      {
        kind: 'disk-almost-full',
        message: expect.stringMatching(/^Only 499 MB are free/),
      },
    ])
    free = 500_000
    expect((await roster.ask('directoryStatus', {})).warnings).toEqual([])
  })
})
