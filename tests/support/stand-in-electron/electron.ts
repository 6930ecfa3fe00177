import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'

// As much of Electron as Roster's built main and preload use, behaving as Electron's documentation
// says, and remembering what it was told. It proves how Roster is put together, not Electron.

type Handler = (event: unknown, input: unknown) => unknown
type Serve = (request: Request) => Promise<Response>
type Settings = Record<string, unknown>
type MenuItem = {
  id?: string
  role?: string
  label?: string
  enabled?: boolean
  click?: () => void
}
type Menus = { label: string; submenu: MenuItem[] }[]

const root = join(import.meta.dirname, '..', '..', '..')

/** What the probes look at. */
export const told = {
  before: [] as string[],
  schemes: [] as unknown[],
  menus: [] as string[],
  dialogs: [] as Settings[],
  /** Paths that were opened in the file manager, and what it says of them. */
  opened: [] as string[],
  opening: '',
  clipboard: '',
  /** What keeps secrets on Linux. */
  keyring: 'gnome_libsecret',
  /** The folder that the next dialogs are answered with. */
  chosen: null as string | null,
  errors: [] as string[],
  exits: [] as number[],
  about: null as Settings | null,
  /** How often the system's own panel about the program was shown. */
  aboutShown: 0,
  /** Where the packaged program is; null for the one that was built in place. */
  packagedAt: null as string | null,
  exposed: {} as Record<string, Record<string, (input: unknown) => unknown>>,
  /** Whether another Roster has the data folder already. */
  anotherRuns: false,
  /** The button that the next dialogs are answered with. */
  choice: 0,
  /** What went out to the network, and what the servers answer by address; anything else is not there. */
  requested: [] as { readonly url: string; readonly headers: Settings }[],
  servers: new Map<string, { readonly body: string } | { readonly location: string }>(),
}

const ready = Promise.withResolvers<void>()
const paths = new Map<string, string>()

class App extends EventEmitter {
  get isPackaged() {
    return told.packagedAt !== null
  }
  readonly whenReady = () => ready.promise
  readonly getAppPath = () => told.packagedAt ?? root
  readonly getVersion = () => '0.0.0'
  readonly getPath = (name: string) => paths.get(name) ?? ''
  readonly setPath = (name: string, path: string) => void paths.set(name, path)

  enableSandbox(): void {
    told.before.push('sandbox')
  }

  requestSingleInstanceLock(): boolean {
    told.before.push(`lock in ${paths.get('userData')}`)
    return !told.anotherRuns
  }

  setAboutPanelOptions(options: Settings): void {
    told.about = options
  }

  showAboutPanel(): void {
    told.aboutShown += 1
  }

  quit(): void {
    const event = preventable()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit()
  }

  exit(code = 0): void {
    told.exits.push(code)
  }
}

export const app = new App()

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    told.schemes.push(...schemes)
  },
}

class Session extends EventEmitter {
  readonly handlers = new Map<string, unknown>()
  readonly served = new Map<string, Serve>()
  readonly protocol = { handle: (scheme: string, serve: Serve) => this.served.set(scheme, serve) }
  readonly webRequest = { onBeforeRequest: (handler: unknown) => this.keep('request', handler) }
  readonly keep = (name: string, handler: unknown) => void this.handlers.set(name, handler)
  readonly setPermissionRequestHandler = (handler: unknown) => this.keep('permission', handler)
  readonly setPermissionCheckHandler = (handler: unknown) => this.keep('check', handler)
  readonly setDevicePermissionHandler = (handler: unknown) => this.keep('device', handler)
  readonly setDisplayMediaRequestHandler = (handler: unknown) => this.keep('display', handler)
  readonly setSpellCheckerEnabled = (enabled: boolean) => this.keep('spelling', enabled)
}

const partitions = new Map<string, Session>()

export const session = {
  defaultSession: new Session(),
  partitions,
  fromPartition(name: string): Session {
    const known = partitions.get(name) ?? new Session()
    partitions.set(name, known)
    return known
  },
}

type RequestOptions = {
  readonly protocol?: string
  readonly hostname: string
  readonly port?: number | string
  readonly path: string
  readonly headers?: Settings
  readonly session: Session
}
type BeforeRequest = (
  details: { readonly url: string },
  answer: (given: { readonly cancel: boolean }) => void,
) => void

class ClientRequest extends EventEmitter {
  readonly #options: RequestOptions

  constructor(options: RequestOptions) {
    super()
    this.#options = options
  }

  readonly abort = () => {}

  /** Asks the session first, as Electron does, and then the servers of the test. */
  end(): void {
    const { protocol = 'https:', hostname, port, path, headers = {}, session } = this.#options
    const url = new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}${path}`)
    const guard = session.handlers.get('request') as BeforeRequest | undefined
    const go = ({ cancel }: { readonly cancel: boolean }) => {
      if (cancel) this.emit('error', new Error('net::ERR_BLOCKED_BY_CLIENT'))
      else this.#send(url, headers)
    }
    setImmediate(() => (guard ? guard({ url: url.href }, go) : go({ cancel: false })))
  }

  #send({ href: url, origin, pathname }: URL, headers: Settings): void {
    told.requested.push({ url, headers })
    const answer = told.servers.get(`${origin}${pathname}`)
    if (answer && 'location' in answer) this.emit('redirect', 302, 'GET', answer.location)
    else {
      const response = Readable.from(answer ? [Buffer.from(answer.body)] : [])
      this.emit(
        'response',
        Object.assign(response, { statusCode: answer ? 200 : 404, headers: {} }),
      )
    }
  }
}

export const net = { request: (options: RequestOptions) => new ClientRequest(options) }

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>()
  readonly handle = (channel: string, handler: Handler) => void this.handlers.set(channel, handler)
}

export const ipcMain = new IpcMain()

class WebContents extends EventEmitter {
  readonly mainFrame = { parent: null, origin: 'null' }
  windowOpenHandler: ((details: unknown) => unknown) | undefined
  readonly setWindowOpenHandler = (handler: (details: unknown) => unknown) => {
    this.windowOpenHandler = handler
  }
  readonly send = (channel: string, ...sent: unknown[]) => {
    ipcRenderer.emit(channel, { sender: 'not for the page' }, ...sent)
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = []
  readonly options: Settings
  readonly webContents = new WebContents()
  shown = false

  constructor(options: Settings) {
    super()
    this.options = options
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  async loadURL(address: string): Promise<void> {
    const { protocol: scheme, host } = new URL(address)
    const serve = session.defaultSession.served.get(scheme.slice(0, -1))
    if (!(await serve?.(new Request(address)))?.ok) throw new Error(`ERR_FAILED ${address}`)
    this.webContents.mainFrame.origin = `${scheme}//${host}`
    this.emit('ready-to-show')
  }

  /** Closes as the person would: the page is asked first when it has unsaved edits. */
  close(unsaved: boolean): boolean {
    this.emit('close', preventable())
    const event = preventable()
    if (unsaved) this.webContents.emit('will-prevent-unload', event)
    if (unsaved && !event.defaultPrevented) return false
    app.emit('window-all-closed')
    return true
  }

  readonly show = () => {
    this.shown = true
  }
  readonly maximize = () => {}
  readonly isMaximized = () => false
  readonly isMinimized = () => false
  readonly isDestroyed = () => false
  readonly focus = () => {}
  readonly getNormalBounds = () => ({ x: 40, y: 30, width: 1000, height: 700 })
}

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
}

/** Tells of sleep and locked screens when the test says so. */
export const powerMonitor = new EventEmitter()

let shownMenus: Menus = []

export const Menu = {
  buildFromTemplate: (template: Menus) => template,
  setApplicationMenu(template: Menus): void {
    shownMenus = template
    told.menus = itemsOf(template).flatMap(({ role }) => role ?? [])
  },
  getApplicationMenu: () => ({
    getMenuItemById: (id: string) => itemsOf(shownMenus).find((item) => item.id === id) ?? null,
  }),
}

const itemsOf = (menus: Menus) => menus.flatMap(({ submenu }) => submenu)

export const dialog = {
  async showOpenDialog(_window: unknown, options: Settings) {
    told.dialogs.push(options)
    return { canceled: told.chosen === null, filePaths: told.chosen === null ? [] : [told.chosen] }
  },
  showMessageBoxSync(_window: unknown, options: Settings): number {
    told.dialogs.push(options)
    return told.choice
  },
  showErrorBox(title: string, content: string): void {
    told.errors.push(`${title}: ${content}`)
  },
}

export const utilityProcess = {
  fork(program: string, args: string[], { env }: { env: Record<string, string> }) {
    const child = fork(program, args, { env, serialization: 'advanced', stdio: 'ignore' })
    return Object.assign(child, { postMessage: (message: object) => child.send(message) })
  },
}

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: async (channel: string, input: unknown) => {
    const [window] = BrowserWindow.all
    const sender = window?.webContents
    const event = { sender, senderFrame: sender?.mainFrame ?? null }
    return ipcMain.handlers.get(channel)?.(event, structuredClone(input))
  },
})

export const contextBridge = {
  exposeInMainWorld(name: string, api: (typeof told.exposed)[string]): void {
    told.exposed[name] = api
  },
}

export const clipboard = {
  readText: async () => told.clipboard,
  async writeText(text: string) {
    told.clipboard = text
  },
}

export const shell = {
  async openPath(path: string): Promise<string> {
    told.opened.push(path)
    return told.opening
  },
}

/** A keychain that mixes what it is given with what only it knows. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => told.keyring,
  encryptStringAsync: async (text: string) => Buffer.from(mixedWith(Buffer.from(text, 'utf8'))),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: Buffer.from(mixedWith(sealed)).toString('utf8'),
    shouldReEncrypt: false,
  }),
}

const mixedWith = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a)

/** Chooses what the menus do besides, unless it is grey. Answers whether it could be chosen. */
export function choose(label: string): boolean {
  const item = itemsOf(shownMenus).find((each) => each.label === label && each.click)
  if (!item || item.enabled === false) return false
  item.click?.()
  return true
}

/** Lets the built main go on, as Electron does once that module has run. */
export const becomeReady = () => ready.resolve()

export function preventable() {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

export default { app, ipcMain, shell }
