import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  feedAt,
  type Installation,
  neverUnchecked,
  obstacleOf,
  takeUpdates,
  updaterPartition,
} from '../../../../electron/desktop/updates.ts'
import type { PolicyValues } from '../../../../shared/policy/policy.ts'
import { electron, hasLoaded } from '../../../support/stand-in-electron/load.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const { app, session, told } = electron
const feed = 'https://updates.example.org/roster'
const minute = 60_000
const day = 24 * 60 * minute

/** What the feed says of its newest version, under the name that each system asks for. */
const descriptions = ['latest.yml', 'latest-mac.yml', 'latest-linux.yml', 'latest-linux-arm64.yml']
const isDescription = (url: string) => /\/latest[^/]*\.yml(\?|$)/.test(url)

function describeVersion(version: string, files: string): void {
  const body = `version: ${version}\nfiles:\n${files}releaseDate: '2026-11-26T00:00:00.000Z'\n`
  for (const name of descriptions) told.servers.set(`${feed}/${name}`, { body })
}

const file = (url: string, sha512 = 'AAAA') => `  - url: ${url}\n    sha512: ${sha512}\n`

let lines: string[]
const log = {
  info: (line: string) => void lines.push(line),
  error: (line: string) => void lines.push(line),
}

/** An AppImage, which is what can be one on every system that runs these tests. */
async function anAppImage(): Promise<Installation> {
  const folder = await temporaryFolder()
  const [image, mounted] = [join(folder, 'roster.AppImage'), join(folder, 'mounted')]
  await writeFile(image, 'the version that runs')
  vi.stubEnv('APPIMAGE', image)
  for (const home of ['XDG_CACHE_HOME', 'LOCALAPPDATA', 'HOME']) vi.stubEnv(home, folder)
  await mkdir(join(mounted, 'resources'), { recursive: true })
  await writeFile(join(mounted, 'resources', 'app-update.yml'), 'updaterCacheDirName: updater\n')
  Object.assign(process, { resourcesPath: join(mounted, 'resources') })
  return {
    platform: 'linux',
    packaged: true,
    portable: false,
    program: join(mounted, 'roster'),
    resources: join(mounted, 'resources'),
    environment: { APPIMAGE: image, APPDIR: mounted },
  }
}

const internal = { UpdateMode: 'internal', UpdateFeed: feed } as const

const take = (enforced: PolicyValues, installation: Installation) =>
  takeUpdates({
    policies: { enforced },
    installation,
    openSession: (partition) => session.fromPartition(partition) as never,
    log,
  })

const until = (met: () => boolean) => vi.waitUntil(met, { interval: 1, timeout: 20_000 })

const hosts = () => [...new Set(told.requested.map(({ url }) => new URL(url).host))]

beforeAll(() => {
  told.packagedAt = import.meta.dirname
  electron.becomeReady()
})

afterAll(() => {
  told.packagedAt = null
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  lines = []
  told.requested = []
  told.servers.clear()
  session.partitions.clear()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

describe('without a policy that says otherwise', () => {
  it.each([
    ['none', {}],
    ['off', { UpdateMode: 'off', UpdateFeed: feed }],
    ['an address alone', { UpdateFeed: feed }],
  ] as const)('nothing is prepared, and nothing is said of it: %s', async (_, enforced) => {
    take(enforced, await anAppImage())
    expect(vi.getTimerCount()).toBe(0)
    expect(session.partitions.size).toBe(0)
    expect(lines).toEqual([])
  })

  it('nothing is prepared because an organisation suggests it', async () => {
    const policies = { enforced: {}, defaults: internal }
    const openSession = () => expect.unreachable()
    takeUpdates({ policies, installation: await anAppImage(), openSession, log })
    expect(vi.getTimerCount()).toBe(0)
    expect(lines).toEqual([])
  })
})

describe('with the policy', () => {
  it.each([
    undefined,
    'http://updates.example.org/roster',
    'file:///srv/roster',
    'updates.example.org/roster',
    'https://ada:secret@updates.example.org/roster',
  ])('an address that cannot be trusted is told of and not asked: %s', async (address) => {
    take({ UpdateMode: 'internal', ...(address && { UpdateFeed: address }) }, await anAppImage())
    expect(vi.getTimerCount()).toBe(0)
    expect(session.partitions.size).toBe(0)
    expect(lines).toEqual(['Updates are not taken: UpdateFeed is no address with https'])
  })

  it('a copy that must not replace itself asks for nothing, and says why', async () => {
    take(internal, { ...(await anAppImage()), portable: true })
    expect(vi.getTimerCount()).toBe(0)
    expect(session.partitions.size).toBe(0)
    expect(lines).toEqual(['Updates are not taken: a portable Roster is replaced by hand'])
  })

  it('the feed is asked a minute after the start, and then once a day', async () => {
    describeVersion('0.0.0', '')
    take(internal, await anAppImage())
    await vi.advanceTimersByTimeAsync(minute - 1)
    expect(session.partitions.size).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    await until(() => lines.includes('There is no update'))
    expect(hasLoaded('electron-updater')).toBe(true)
    expect(told.requested).toHaveLength(1)
    expect(told.requested[0]?.url).toMatch(/^https:\/\/updates\.example\.org\/roster\/latest/)
    await vi.advanceTimersByTimeAsync(day)
    await until(() => told.requested.length > 1)
    expect(told.requested).toHaveLength(2)
    expect(hosts()).toEqual(['updates.example.org'])
  })

  it('the feed is not told which computer asks', async () => {
    const userData = await temporaryFolder()
    app.setPath('userData', userData)
    describeVersion('0.0.0', '')
    take(internal, await anAppImage())
    await vi.advanceTimersByTimeAsync(minute)
    await until(() => lines.includes('There is no update'))
    expect(told.requested[0]?.headers['x-user-staging-id']).toMatch(/^[0-]+$/)
    expect(await readdir(userData)).toEqual([])
  })

  it('an older version is left alone', async () => {
    describeVersion('0.0.0-alpha.1', file('roster.AppImage'))
    take(internal, await anAppImage())
    await vi.advanceTimersByTimeAsync(minute)
    await until(() => lines.includes('There is no update'))
    expect(told.requested.every(({ url }) => isDescription(url))).toBe(true)
  })

  it('a server that leads elsewhere is not followed', async () => {
    for (const name of descriptions)
      told.servers.set(`${feed}/${name}`, { location: `https://evil.example/roster/${name}` })
    take(internal, await anAppImage())
    await vi.advanceTimersByTimeAsync(minute)
    await until(() => lines.length > 1)
    expect(hosts()).toEqual(['updates.example.org'])
    expect(lines).toContain('Updates could not be taken: net::ERR_BLOCKED_BY_CLIENT')
  })

  it.each([
    'https://evil.example/roster/roster.AppImage',
    'http://updates.example.org/roster/roster.AppImage',
    'https://updates.example.org:8443/roster/roster.AppImage',
    '../elsewhere/roster.AppImage',
  ])('a file that lies outside the feed is not fetched: %s', async (url) => {
    describeVersion('0.1.0', file(url))
    take(internal, await anAppImage())
    await vi.advanceTimersByTimeAsync(minute)
    await until(() => lines.some((line) => line.includes('could not')))
    expect(told.requested.every(({ url: asked }) => isDescription(asked))).toBe(true)
    expect(lines).toContain('Updates could not be taken: net::ERR_BLOCKED_BY_CLIENT')
  })

  it('a feed that is not there is told of without its address or a path', async () => {
    take(internal, await anAppImage())
    await vi.advanceTimersByTimeAsync(minute)
    await until(() => lines.length > 1)
    expect(lines).toEqual([
      'Updates are taken from the address that the organisation set',
      'Updates could not be taken: ERR_UPDATER_CHANNEL_FILE_NOT_FOUND',
    ])
  })
})

describe.runIf(process.platform === 'linux')('a newer version', () => {
  const made = 'the next version'
  const sha512 = createHash('sha512').update(made).digest('base64')

  it('is fetched in the background, and waits for Roster to end', async () => {
    describeVersion('0.1.0', file('roster-0.1.0.AppImage', sha512))
    told.servers.set(`${feed}/roster-0.1.0.AppImage`, { body: made })
    const installation = await anAppImage()
    take(internal, installation)
    await vi.advanceTimersByTimeAsync(minute)
    await until(() => lines.some((line) => /downloaded|could not/.test(line)))
    expect(lines.slice(1)).toEqual([
      'Update 0.1.0 is there',
      'Update 0.1.0 was downloaded, and is installed when Roster ends',
    ])
    const { APPIMAGE = '' } = installation.environment
    expect(await readFile(APPIMAGE, 'utf8')).toBe('the version that runs')
    expect(app.listenerCount('quit')).toBe(1)
    app.removeAllListeners('quit')
    expect(hosts()).toEqual(['updates.example.org'])
  })

  it('that is not what the feed describes is thrown away', async () => {
    describeVersion('0.1.0', file('roster-0.1.0.AppImage', sha512))
    told.servers.set(`${feed}/roster-0.1.0.AppImage`, { body: 'something else' })
    take(internal, await anAppImage())
    await vi.advanceTimersByTimeAsync(minute)
    await until(() => lines.some((line) => /downloaded|could not/.test(line)))
    expect(lines).toContain('Updates could not be taken: ERR_CHECKSUM_MISMATCH')
    expect(app.listenerCount('quit')).toBe(0)
  })
})

describe('the guard of the updater’s session', () => {
  it('lets nothing through but the folder of the feed', async () => {
    describeVersion('0.0.0', '')
    take(internal, await anAppImage())
    await vi.advanceTimersByTimeAsync(minute)
    const guard = session.partitions.get(updaterPartition)?.handlers.get('request')
    const cancelled = (url: string) => {
      let answered: boolean | null = null
      if (typeof guard === 'function')
        guard({ url }, ({ cancel }: { readonly cancel: boolean }) => {
          answered = cancel
        })
      return answered
    }
    const own = [`${feed}/latest.yml?noCache=1`, `${feed}/a/roster.exe.blockmap`]
    const foreign = [
      'https://updates.example.org/',
      `${feed}-evil/latest.yml`,
      `${feed}/../latest.yml`,
      `${feed}/%2e%2e/latest.yml`,
      'https://updates.example.org@evil.example/roster/',
      'https://updates.example.org.evil.example/roster/',
      'http://updates.example.org/roster/',
      'wss://updates.example.org/roster/',
      'file:///etc/passwd',
      'not an address',
    ]
    expect(own.map(cancelled)).toEqual(own.map(() => false))
    expect(foreign.map(cancelled)).toEqual(foreign.map(() => true))
  })
})

describe('the signature of an update for Windows', () => {
  const verify = async (_: string[], path: string) => (path === 'foreign.exe' ? 'foreign' : null)

  it('is checked as electron-updater checks it', async () => {
    const checked = neverUnchecked(verify, async () => true)
    expect(await checked(['Example'], 'own.exe')).toBeNull()
    expect(await checked(['Example'], 'foreign.exe')).toBe('foreign')
  })

  it('is refused where nothing can check it', async () => {
    const checked = neverUnchecked(verify, async () => false)
    expect(await checked(['Example'], 'own.exe')).toMatch(/^Nothing on this computer/)
  })

  it.skipIf(process.platform === 'win32')('is refused without PowerShell', async () => {
    expect(await neverUnchecked(verify)(['Example'], 'own.exe')).toMatch(/^Nothing/)
  })
})

describe('an address of updates', () => {
  it('is a folder, whether it ends as one or not', () => {
    expect(feedAt('https://updates.example.org')?.href).toBe('https://updates.example.org/')
    expect(feedAt(`${feed}#top`)?.href).toBe(`${feed}/`)
  })
})

describe('a copy of Roster may replace itself', () => {
  const copy = async (given: Partial<Installation>): Promise<Installation> => {
    const folder = await temporaryFolder()
    const program = join(folder, 'Roster.exe')
    return {
      platform: 'win32',
      packaged: true,
      portable: false,
      program,
      resources: folder,
      environment: {},
      ...given,
    }
  }
  const beside = ({ resources }: Installation, name: string, content = '') =>
    writeFile(join(resources, name), content)

  it('where its setup installed it and it is signed', async () => {
    const installation = await copy({})
    await beside(installation, 'Uninstall Roster.exe')
    await beside(installation, 'app-update.yml', 'provider: generic\npublisherName:\n  - Example\n')
    expect(obstacleOf(installation)).toBeNull()
    expect(obstacleOf({ ...installation, portable: true })).toContain('portable')
    expect(obstacleOf({ ...installation, packaged: false })).toContain('where it was built')
  })

  it('on Windows not after an MSI, which leaves no uninstaller', async () => {
    const installation = await copy({})
    await beside(installation, 'app-update.yml', 'publisherName: Example\n')
    expect(obstacleOf(installation)).toBe('what rolled this Roster out replaces it')
  })

  it('on Windows not without a signature that an update could be held against', async () => {
    const installation = await copy({})
    await beside(installation, 'Uninstall Roster.exe')
    expect(obstacleOf(installation)).toBe('this Roster is not signed')
    await beside(installation, 'app-update.yml', 'provider: generic\n')
    expect(obstacleOf(installation)).toBe('this Roster is not signed')
  })

  it('on macOS in a bundle', async () => {
    const program = '/Applications/Roster.app/Contents/MacOS/Roster'
    expect(obstacleOf(await copy({ platform: 'darwin', program }))).toBeNull()
    expect(obstacleOf(await copy({ platform: 'darwin', program: '/opt/Roster' }))).not.toBeNull()
  })

  it('on Linux as an AppImage, not where the system’s package manager put it', async () => {
    const managed = 'the system’s package manager replaces this Roster'
    const image = await anAppImage()
    expect(obstacleOf(image)).toBeNull()
    expect(obstacleOf({ ...image, environment: {} })).toBe(managed)
    const startedFromAnother = { ...image, program: '/opt/Roster/roster' }
    expect(obstacleOf(startedFromAnother)).toBe(managed)
  })
})
