import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildStale, outputOf } from '../../../../electron/build.ts'
import type { Asked, Output } from '../../../../shared/contract/contract.ts'
import {
  channelOf,
  eventChannel,
  type Request,
  requests,
} from '../../../../shared/contract/requests.ts'
import type { Envelope } from '../../../../shared/errors.ts'
import { aJpeg } from '../../../support/images.ts'
import { electron, hasLoaded, load } from '../../../support/stand-in-electron/load.ts'

const { app, BrowserWindow, ipcMain, ipcRenderer, session, told } = electron
const ownSession = session.defaultSession
const commandLine = process.argv

let dataDir: string
let bridge: (typeof told.exposed)[string]

beforeAll(async () => {
  await buildStale()
  dataDir = await mkdtemp(join(tmpdir(), 'roster-desktop-'))
  process.argv = [process.execPath, '.', '--data-dir', dataDir]
  load('main', 'main.js')
  expect(BrowserWindow.all, 'a window before the app is ready').toEqual([])
  electron.becomeReady()
  await vi.waitUntil(() => ownWindow().shown || told.errors.length > 0, { timeout: 20_000 })
  load('preload', 'preload.cjs')
  bridge = told.exposed.roster ?? {}
}, 120_000)

beforeEach(() => {
  told.dialogs = []
})

afterAll(async () => {
  process.argv = commandLine
  await rm(dataDir, { recursive: true })
})

function ownWindow() {
  const [window] = BrowserWindow.all
  return window ?? { shown: false, options: {}, webContents: null, close: () => false }
}

function contents() {
  const own = ownWindow().webContents
  if (!own) throw new Error('There is no window.')
  return own
}

const get = (address: string, init?: RequestInit) => {
  const serve = ownSession.served.get('roster')
  if (!serve) throw new Error('Nothing serves the page.')
  return serve(new Request(address, init))
}

const invoke = (channel: string, event: unknown, input: unknown = {}) =>
  ipcMain.handlers.get(channel)?.(event, input)

/** The page's end of the bridge. */
const ask = (request: Request, input: unknown = {}) =>
  bridge[request]?.(input) as Promise<Envelope<unknown>>

async function answerTo<R extends Request>(request: R, input: Asked<R>): Promise<Output<R>> {
  const answer = await ask(request, input)
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value as Output<R>
}

let account: Output<'openSampleDirectory'>

/** Signs in to the sample directory and answers the id of its administrator. */
async function openSample(): Promise<string> {
  if (!(await ask('whoAmI')).ok) account = await answerTo('openSampleDirectory', {})
  return (await answerTo('whoAmI', {})).userId
}

/** The same once it is there. */
async function signInToSample(): Promise<void> {
  if (!(await ask('whoAmI')).ok) await answerTo('signIn', account)
}

const own = ['roster://app/', 'roster://app/assets/main.js', 'blob:roster://app/1']
const foreign = [
  'https://evil.example/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'data:text/html,hello',
  'javascript:alert(1)',
  'about:blank',
  'ws://127.0.0.1:5173/',
  'devtools://devtools/bundled/inspector.html',
  'roster://evil/',
  'roster://app.evil.example/',
  'roster://app@evil.example/',
  'blob:https://evil.example/1',
  'smb://evil.example/share',
  '',
]

describe('the start', () => {
  it('puts every process into the sandbox and takes the data folder for itself first', () => {
    expect(told.errors).toEqual([])
    expect(told.before).toEqual(['sandbox', `lock in ${dataDir}`])
    expect(app.getPath('sessionData')).toBe(join(dataDir, 'session'))
  })

  it('makes one scheme as good as https, and no better', () => {
    expect(told.schemes).toEqual([
      { scheme: 'roster', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('opens one window that can do nothing but show the page', () => {
    expect(BrowserWindow.all).toHaveLength(1)
    const { webPreferences } = ownWindow().options as { webPreferences: Record<string, unknown> }
    expect(webPreferences).toEqual({
      preload: join(outputOf('preload'), 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
    expect(contents().mainFrame.origin).toBe('roster://app')
  })

  it('offers the standard commands, without reloading or developer tools', () => {
    expect(told.menus).toEqual(expect.arrayContaining(['copy', 'zoomIn', 'quit']))
    expect(told.menus.filter((role) => /reload|devtools/i.test(role))).toEqual([])
  })

  it('leaves its packages outside the bundle', async () => {
    const main = await readFile(join(outputOf('main'), 'main.js'), 'utf8')
    const imported = [...main.matchAll(/^import .* from "([^."]+[^"]*)"/gm)].map(([, name]) => name)
    expect(imported).toEqual(expect.arrayContaining(['electron', 'lowdb', 'electron-store', 'zod']))
    const helper = await readFile(join(outputOf('main'), 'photo-helper.js'), 'utf8')
    expect(helper).toMatch(/import\("sharp"\)/)
    expect(helper).not.toMatch(/from "(electron|lowdb)"/)
    const worker = await readFile(join(outputOf('main'), 'derive-key-worker.js'), 'utf8')
    expect(worker).toMatch(/from "hash-wasm"/)
    expect(worker).not.toMatch(/from "(electron|lowdb)"/)
  })
})

describe('the network', () => {
  it('is never asked, and nothing is loaded that could look for updates', () => {
    expect(told.requested).toEqual([])
    expect([...session.partitions.keys()]).toEqual([])
    expect(['electron-store', 'electron-updater'].filter(hasLoaded)).toEqual(['electron-store'])
  })

  it('could only be asked by a package that is loaded when a policy says so', async () => {
    const files = await readdir(outputOf('main'), { recursive: true })
    const sources = await Promise.all(
      files
        .filter((name) => name.endsWith('.js'))
        .map((name) => readFile(join(outputOf('main'), name), 'utf8')),
    )
    const loading = /\b(?:from|import|require)\b[ (]*["']electron-updater["']/g
    expect(sources.flatMap((source) => source.match(loading) ?? [])).toEqual([
      'import("electron-updater"',
    ])
  })
})

describe('the requests', () => {
  it('have a handler each, and nothing else listens', () => {
    expect([...ipcMain.handlers.keys()].sort()).toEqual(requests.map(channelOf).sort())
    expect(ipcMain.eventNames()).toEqual([])
  })

  it('of the page are answered by the application', async () => {
    const event = { sender: contents(), senderFrame: contents().mainFrame }
    expect(await invoke(channelOf('directoryStatus'), event)).toMatchObject({
      ok: true,
      value: { state: 'none' },
    })
  })

  it('of anybody else are refused, whatever they ask', async () => {
    const own = contents()
    const { mainFrame } = own
    const frame = { parent: mainFrame, origin: 'roster://app' }
    const strangers = [
      { sender: own, senderFrame: frame },
      { sender: own, senderFrame: null },
      { sender: own, senderFrame: { parent: null, origin: 'https://evil.example' } },
      { sender: own, senderFrame: { parent: null, origin: 'roster://app.evil.example' } },
      { sender: own, senderFrame: { parent: null, origin: 'null' } },
      { sender: { ...own }, senderFrame: mainFrame },
    ]
    for (const request of requests)
      for (const event of strangers)
        expect(await invoke(channelOf(request), event)).toEqual({
          ok: false,
          failure: { code: 'forbidden', message: expect.stringContaining('was refused') },
        })
  })
})

describe('the bridge', () => {
  it('is all that the preload exposes: the requests and the events', () => {
    expect(Object.keys(told.exposed)).toEqual(['roster'])
    expect(Object.keys(bridge).sort()).toEqual([...requests, 'onEvent'].sort())
    expect(Object.isFrozen(bridge)).toBe(true)
  })

  it('is one file that needs nothing but Electron', async () => {
    expect(await readdir(outputOf('preload'))).toEqual(['preload.cjs'])
    const source = await readFile(join(outputOf('preload'), 'preload.cjs'), 'utf8')
    expect(source.match(/require\([^)]*\)/g)).toEqual(['require("electron")'])
  })

  it('carries a request to the application and its answer back', async () => {
    expect(await ask('whoAmI')).toMatchObject({ ok: false, failure: { code: 'locked' } })
  })

  it('brings events without Electron’s own object, until the page has heard enough', async () => {
    const heard: unknown[][] = []
    const end = bridge.onEvent?.((...given: unknown[]) => heard.push(given))
    await openSample()
    expect(heard).toContainEqual([{ type: 'status-changed' }])
    if (typeof end === 'function') end()
    expect(ipcRenderer.listenerCount(eventChannel)).toBe(0)
  })

  it('carries a picture through the photo helper, and the page shows what became of it', async () => {
    const id = await openSample()
    const { revision } = await answerTo('getUser', { id })
    const image = new Uint8Array(await aJpeg())
    const { photo } = await answerTo('setPhoto', { id, revision, image })
    const shown = await get(`roster://app/photos/${id}?size=96`)
    expect(shown.headers.get('content-type')).toBe('image/jpeg')
    expect(shown.headers.get('etag')).toBe(`"${photo}"`)
  })
})

describe('the menu', () => {
  const heardBy = async (choose: () => unknown) => {
    const heard: unknown[] = []
    const end = bridge.onEvent?.((event: unknown) => heard.push(event))
    await choose()
    if (typeof end === 'function') end()
    return heard
  }

  it('tells the page which of its commands was chosen', async () => {
    await signInToSample()
    const heard = await heardBy(() => vi.waitUntil(() => electron.choose('Deleted users')))
    expect(heard).toEqual([{ type: 'command-chosen', command: 'deletedUsers' }])
  })

  it('offers nothing of a closed directory, but to undo typing', async () => {
    await answerTo('signOut', {})
    await vi.waitUntil(() => !electron.choose('Deleted users'))
    expect(electron.choose('Lock')).toBe(false)
    const heard = await heardBy(() => electron.choose('Undo'))
    expect(heard).toEqual([{ type: 'command-chosen', command: 'undo' }])
    await signInToSample()
  })

  it('tells of the program on the page, or in the system’s own panel while nobody is signed in', async () => {
    const about = () =>
      heardBy(async () => {
        const shown = told.aboutShown
        const heard: unknown[] = []
        const end = bridge.onEvent?.((event: unknown) => heard.push(event))
        electron.choose('About Roster')
        await vi.waitUntil(() => heard.length > 0 || told.aboutShown > shown)
        if (typeof end === 'function') end()
      })
    expect(await about()).toEqual([{ type: 'command-chosen', command: 'about' }])
    expect(told.aboutShown).toBe(0)
    await answerTo('signOut', {})
    await about()
    expect(told.aboutShown).toBe(1)
    expect(told.about).toMatchObject({ applicationName: 'Roster', applicationVersion: '0.0.0' })
    expect(told.about).not.toHaveProperty('website')
    await signInToSample()
  })
})

describe('locking', () => {
  const { powerMonitor } = electron
  const isOpen = async () => (await ask('whoAmI')).ok

  it.each(['suspend', 'lock-screen', 'user-did-resign-active'])(
    'follows the system: %s',
    async (event) => {
      await signInToSample()
      expect(await isOpen()).toBe(true)
      powerMonitor.emit(event)
      await vi.waitUntil(async () => !(await isOpen()), { timeout: 10_000 })
    },
  )

  it('is asked for by the menu, and the page hears of it first', async () => {
    await signInToSample()
    const heard: unknown[] = []
    const end = bridge.onEvent?.((event: unknown) => heard.push(event))
    await vi.waitUntil(() => electron.choose('Lock'))
    expect(heard).toEqual([{ type: 'lock-asked' }])
    expect(await isOpen()).toBe(true)
    await vi.waitUntil(async () => !(await isOpen()), { timeout: 10_000 })
    if (typeof end === 'function') end()
    await signInToSample()
  })
})

describe('a folder', () => {
  it('is opened in the file manager when the application has one of that name', async () => {
    expect(await answerTo('directoryStatus', {})).toMatchObject({ showsFolders: true })
    await answerTo('showFolder', { folder: 'data' })
    expect(told.opened).toEqual([dataDir])
    told.opening = 'No application is registered'
    expect(await ask('showFolder', { folder: 'data' })).toMatchObject({
      failure: { code: 'storage', message: expect.stringContaining(told.opening) },
    })
    expect(await ask('showFolder', { folder: '/etc' })).toMatchObject({
      failure: { code: 'invalid-input' },
    })
    expect(told.opened).toEqual([dataDir, dataDir])
  })
})

describe('the clipboard', () => {
  it('loses what was copied, unless something else was copied since', async () => {
    told.clipboard = 'h4Rm-w7Fd'
    expect(await answerTo('clearCopied', { text: 'another' })).toEqual({ clearing: 'changed' })
    expect(told.clipboard).toBe('h4Rm-w7Fd')
    expect(await answerTo('clearCopied', { text: 'h4Rm-w7Fd' })).toEqual({ clearing: 'cleared' })
    expect(told.clipboard).toBe('')
  })
})

describe('a second folder for backups', () => {
  it('is chosen in the dialog of the system', async () => {
    await openSample()
    expect(await answerTo('directoryStatus', {})).toMatchObject({ choosesFolders: true })
    expect(await answerTo('chooseBackupFolder', {})).toEqual({ path: null })
    told.chosen = join(tmpdir(), 'elsewhere')
    expect(await answerTo('chooseBackupFolder', {})).toEqual({ path: told.chosen })
    expect(told.dialogs.at(-1)).toMatchObject({ properties: ['openDirectory', 'createDirectory'] })
  })
})

describe('the page', () => {
  it('is served with a policy and a nonce of this load', async () => {
    const page = await get('roster://app/')
    const policy = page.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(policy).toContain("default-src 'none'; script-src 'self'")
    expect(await page.text()).toContain(`name="csp-nonce" content="${nonce}"`)
  })

  it('has another nonce at each load', async () => {
    const loads = await Promise.all(Array.from({ length: 20 }, () => get('roster://app/')))
    const nonces = loads.map(
      ({ headers }) =>
        /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '',
    )
    expect(new Set(nonces).size).toBe(20)
    expect(nonces.filter((nonce) => nonce.length < 22)).toEqual([])
  })

  it('brings its script along', async () => {
    const script = /src="\.?(\/[^"]+\.js)"/.exec(await (await get('roster://app/')).text())?.[1]
    const answer = await get(`roster://app${script}`)
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    'roster://app/../package.json',
    'roster://app/%2e%2e/%2e%2e/package.json',
    'roster://app/..%2f..%2fpackage.json',
    'roster://app/assets/..%5c..%5c..%5cpackage.json',
    'roster://app//etc/passwd',
    'roster://elsewhere/',
    'roster://app.evil.example/',
  ])('is not at %s', async (address) => {
    expect((await get(address)).status).toBe(404)
  })

  it('is at none of 200 paths that lead out of its folder', async () => {
    const ups = [
      '../',
      '..%2f',
      '%2e%2e/',
      '%2e%2e%2f',
      '..\\',
      '..%5c',
      '%2e%2e%5c',
      '..;/',
      '.../',
    ]
    const starts = ['', '/', 'assets/', './', '%00/']
    const targets = ['package.json', 'out/main/main.js', 'etc/passwd', 'C:/Windows/win.ini', '.env']
    const addresses = starts.flatMap((start) =>
      ups.flatMap((up) => targets.map((target) => `roster://app/${start}${up.repeat(4)}${target}`)),
    )
    expect(addresses.length).toBeGreaterThanOrEqual(200)
    const answers = await Promise.all(
      addresses.map(async (address) => {
        const answer = await get(address)
        return { address, status: answer.status, body: await answer.text() }
      }),
    )
    expect(answers.filter(({ status, body }) => status !== 404 || body !== '')).toEqual([])
  })

  it('answers to no other method', async () => {
    expect((await get('roster://app/', { method: 'POST', body: '{}' })).status).toBe(405)
  })
})

describe('what the page may do', () => {
  const handler = <T>(name: string) => ownSession.handlers.get(name) as T

  it('is to write to the clipboard, and nothing else that needs a permission', () => {
    const request = handler<(...given: unknown[]) => void>('permission')
    const check = handler<(...given: unknown[]) => boolean>('check')
    const isGranted = (permission: string, requestingUrl: string) => {
      let granted: unknown
      const answer = (given: unknown) => {
        granted = given
      }
      request(contents(), permission, answer, { requestingUrl })
      expect(check(contents(), permission, requestingUrl)).toBe(granted)
      return granted
    }
    const asked = [
      'clipboard-sanitized-write',
      ...['clipboard-read', 'media', 'display-capture', 'mediaKeySystem', 'geolocation', 'midi'],
      ...[
        'midiSysex',
        'notifications',
        'fullscreen',
        'pointerLock',
        'keyboardLock',
        'openExternal',
      ],
      ...['speaker-selection', 'storage-access', 'top-level-storage-access', 'window-management'],
      ...['idle-detection', 'fileSystem', 'hid', 'serial', 'usb', 'sensors', 'background-sync'],
      ...['accessibility-events', 'deprecated-sync-clipboard-read', 'unknown', 'of years to come'],
    ]
    expect(asked.filter((name) => isGranted(name, 'roster://app/'))).toEqual([asked[0]])
    expect(asked.filter((name) => isGranted(name, 'https://evil.example/'))).toEqual([])
    expect(handler<() => boolean>('device')()).toBe(false)
    expect(handler('display')).toBeNull()
    expect(handler('spelling')).toBe(false)
  })

  it('is to load from itself', () => {
    const onRequest =
      handler<(details: { url: string }, answer: (given: object) => void) => void>('request')
    const isLoaded = (url: string) => {
      let verdict = {}
      onRequest({ url }, (given) => {
        verdict = given
      })
      return !('cancel' in verdict && verdict.cancel)
    }
    expect(own.filter((url) => !isLoaded(url))).toEqual([])
    expect(foreign.filter(isLoaded)).toEqual([])
  })

  it('is to save what it made itself', () => {
    const isSaved = (url: string) => {
      const event = electron.preventable()
      ownSession.emit('will-download', event, { getURL: () => url })
      return !event.defaultPrevented
    }
    expect(isSaved('blob:roster://app/1')).toBe(true)
    expect(foreign.filter(isSaved)).toEqual([])
  })

  it('is to stay where it is', () => {
    for (const way of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const mayGo = (url: string) => {
        const event = { url, ...electron.preventable() }
        contents().emit(way, event)
        return !event.defaultPrevented
      }
      expect(mayGo('roster://app/')).toBe(true)
      expect(foreign.filter(mayGo)).toEqual([])
    }
  })

  it('is not to open windows or to embed anything', () => {
    for (const url of [...own, ...foreign])
      expect(contents().windowOpenHandler?.({ url })).toEqual({ action: 'deny' })
    const event = electron.preventable()
    contents().emit('will-attach-webview', event)
    expect(event.defaultPrevented).toBe(true)
  })
})

describe.runIf(process.platform === 'linux')('staying signed in', () => {
  const stay = async () => (await answerTo('directoryStatus', {})).staySignedIn

  it('is offered where the system keeps secrets itself, and seals the key with them', async () => {
    await openSample()
    await answerTo('signIn', { ...account, keep: true })
    expect(await stay()).toBe('on')
    const { devices } = await answerTo('keyStatus', {})
    expect(devices).toHaveLength(1)
    const kept = JSON.parse(await readFile(join(dataDir, 'device.json'), 'utf8'))
    expect(kept).toMatchObject({ backend: 'gnome_libsecret', armed: true })
  })

  it('is not where the keyring is one that everybody could open, or another one now', async () => {
    for (const [keyring, offered] of [
      ['basic_text', 'unavailable'],
      ['unknown', 'unavailable'],
      ['kwallet6', 'off'],
      ['gnome_libsecret', 'on'],
    ]) {
      told.keyring = keyring ?? ''
      expect(await stay()).toBe(offered)
    }
  })
})

describe('closing the window', () => {
  it('asks before unsaved edits are lost, and stays unless the person insists', () => {
    expect(ownWindow().close(true)).toBe(false)
    expect(told.dialogs).toMatchObject([
      { buttons: ['Keep editing', 'Close without saving'], defaultId: 0, cancelId: 0 },
    ])
    expect(told.exits).toEqual([])
  })

  it('closes the application first, remembers its place, and then quits', async () => {
    told.choice = 1
    expect(ownWindow().close(true)).toBe(true)
    await vi.waitUntil(() => told.exits.length > 0)
    expect(told.exits).toEqual([0])
    const kept = JSON.parse(await readFile(join(dataDir, 'window.json'), 'utf8'))
    expect(kept).toEqual({ x: 40, y: 30, width: 1000, height: 700, maximized: false })
  })
})
