import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, sep, win32 } from 'node:path'
import type { Session } from 'electron'
import type { AppUpdater, VerifyUpdateCodeSignature } from 'electron-updater'
import type { Log } from '../log.ts'
import type { Policies } from '../settings/policies.ts'

/** How this copy of Roster came to be on the computer, as far as that decides who replaces it. */
export type Installation = {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  readonly portable: boolean
  /** The file that runs. */
  readonly program: string
  /** What electron-builder put beside the program. */
  readonly resources: string
  readonly environment: NodeJS.ProcessEnv
}

type UpdatesWishes = {
  readonly policies: Pick<Policies, 'enforced'>
  readonly installation: Installation
  readonly openSession: (partition: string) => Session
  readonly log: Log
}

const firstLook = 60_000
const nextLook = 24 * 60 * 60_000

/** The session in which electron-updater works; it opens the one of this name by itself. */
export const updaterPartition = 'electron-updater'

/** The copy that runs now. */
export const thisInstallation = (
  given: Pick<Installation, 'packaged' | 'portable'>,
  environment: NodeJS.ProcessEnv = process.env,
): Installation => ({
  platform: process.platform,
  packaged: given.packaged,
  portable: given.portable || environment.PORTABLE_EXECUTABLE_DIR !== undefined,
  program: process.execPath,
  resources: process.resourcesPath,
  environment,
})

/**
 * Takes updates from the address that the organisation enforces, and from nowhere else. Unless it enforces one, nothing is
 * loaded that could ask for them. What an organisation merely suggests does not count: it must not make Roster call out.
 */
export function takeUpdates({ policies, installation, openSession, log }: UpdatesWishes): void {
  const { UpdateMode: mode, UpdateFeed: address } = policies.enforced
  if (mode !== 'internal') return
  const feed = feedAt(address)
  const obstacle = obstacleOf(installation)
  if (feed === null || obstacle !== null) {
    log.info(`Updates are not taken: ${obstacle ?? 'UpdateFeed is no address with https'}`)
    return
  }
  const failed = (error: unknown) => log.error(`Updates could not be taken: ${reasonOf(error)}`)
  const begin = async () => {
    keepTo(feed, openSession(updaterPartition))
    const updater = await openUpdater(feed, installation.platform)
    tellOf(updater, log)
    updater.on('error', failed)
    const look = () =>
      updater
        .checkForUpdates()
        .then((found) => found?.downloadPromise)
        .catch(alreadyTold)
    setInterval(look, nextLook)
    await look()
  }
  log.info('Updates are taken from the address that the organisation set')
  setTimeout(() => void begin().catch(failed), firstLook)
}

/** The updater tells of every failure as an event too, and of some only so. */
const alreadyTold = () => {}

/** The folder that an address stands for; null when it is not one that can be trusted. */
export function feedAt(address: string | undefined): URL | null {
  const feed = URL.parse(address ?? '')
  if (feed?.protocol !== 'https:' || feed.username !== '' || feed.password !== '') return null
  feed.hash = ''
  if (!feed.pathname.endsWith('/')) feed.pathname += '/'
  return feed
}

/** Why this copy must not replace itself, for the log; null when it may. */
export function obstacleOf(installation: Installation): string | null {
  const { platform, packaged, portable, program, resources } = installation
  if (!packaged) return 'this Roster runs where it was built'
  if (portable) return 'a portable Roster is replaced by hand'
  switch (platform) {
    case 'win32':
      if (!existsSync(join(dirname(program), 'Uninstall Roster.exe')))
        return 'what rolled this Roster out replaces it'
      // electron-updater checks no signature at all where it finds nobody’s name.
      return namesPublisher(resources) ? null : 'this Roster is not signed'
    case 'darwin':
      return /\.app\/Contents\/MacOS\/[^/]+$/.test(program)
        ? null
        : 'this Roster is not in a bundle'
    default:
      return isAppImage(installation) ? null : 'the system’s package manager replaces this Roster'
  }
}

function namesPublisher(resources: string): boolean {
  const file = join(resources, 'app-update.yml')
  return existsSync(file) && /^publisherName:/m.test(readFileSync(file, 'utf8'))
}

/**
 * Whoever starts Roster from the terminal of another AppImage hands down that one’s environment, and the updater would
 * replace that file: the program must lie in what the AppImage unpacked.
 */
function isAppImage({ program, environment: { APPIMAGE, APPDIR } }: Installation): boolean {
  if (!APPIMAGE || !isAbsolute(APPIMAGE) || !APPDIR) return false
  return program.startsWith(APPDIR.endsWith(sep) ? APPDIR : `${APPDIR}${sep}`)
}

/** Cancels whatever leads elsewhere: a redirection, or a file that the feed says lies on another server. */
function keepTo(feed: URL, session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOf(feed, url) }))
  // Chromium would fetch its dictionaries from the network.
  session.setSpellCheckerEnabled(false)
}

function isOf(feed: URL, address: string): boolean {
  const url = URL.parse(address)
  return url?.origin === feed.origin && url.pathname.startsWith(feed.pathname)
}

async function openUpdater(feed: URL, platform: NodeJS.Platform): Promise<AppUpdater> {
  const { AppImageUpdater, MacUpdater, NsisUpdater } = await import('electron-updater')
  const Updater =
    platform === 'win32' ? NsisUpdater : platform === 'darwin' ? MacUpdater : AppImageUpdater
  const updater = new Updater({ provider: 'generic', url: feed.href })
  if (updater instanceof NsisUpdater)
    updater.verifyUpdateCodeSignature = neverUnchecked(updater.verifyUpdateCodeSignature)
  // What it writes names files under somebody’s account.
  updater.logger = null
  updater.autoDownload = true
  updater.autoInstallOnAppQuit = true
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  // It would make up a number for this computer, keep it in the data folder and send it with each request.
  return Object.assign(updater, { stagingUserIdPromise: { value: Promise.resolve(nobody) } })
}

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * electron-updater asks PowerShell who signed an update, and takes it unchecked where that does not run, as on computers that
 * allow no scripts. Refuses it there.
 */
export const neverUnchecked =
  (verify: VerifyUpdateCodeSignature, runs = powerShellRuns): VerifyUpdateCodeSignature =>
  async (publishers, path) =>
    (await runs()) ? verify(publishers, path) : 'Nothing on this computer can tell who signed it.'

function powerShellRuns(): Promise<boolean> {
  const system = win32.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32')
  const program = win32.join(system, 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  const args = ['-NoProfile', '-NonInteractive', '-Command', 'ConvertTo-Json test']
  const options = { timeout: 20_000, windowsHide: true }
  return new Promise((answer) => execFile(program, args, options, (error) => answer(!error)))
}

function tellOf(updater: AppUpdater, log: Log): void {
  updater.on('update-not-available', () => log.info('There is no update'))
  updater.on('update-available', ({ version }) => log.info(`Update ${version} is there`))
  updater.on('update-downloaded', ({ version }) =>
    log.info(`Update ${version} was downloaded, and is installed when Roster ends`),
  )
}

/** Without the message, which may name the address or a path. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for a reason that it did not say'
  if ('code' in error && typeof error.code === 'string') return error.code
  return /net::\w+|status \d+/.exec(error.message)?.[0] ?? error.name
}
