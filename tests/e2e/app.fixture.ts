import { join } from 'node:path'
import { _electron, type Browser, test as base, expect, type Page } from '@playwright/test'
import { findElectron } from '../../electron/electron-binary.ts'
import { startHost } from './host-process.ts'

export type AppOptions = {
  /** What runs the application: the loopback host, or Electron. */
  readonly host: 'browser' | 'electron'
  /** For a test that makes the page break its rules on purpose. */
  readonly offending: boolean
  /** Variables of the application’s own environment. */
  readonly environment: Readonly<Record<string, string>>
}

export type Launched = {
  readonly page: Page
  /** Ends the application as a person would. */
  stop(): Promise<void>
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>
}

type AppFixtures = {
  /** This test's own data folder. It need not be there before the application is. */
  readonly dataDir: string
  /** What the page did against its own rules. Any of it fails the test. */
  readonly offences: string[]
  /** Starts the built application. A second start, after the first ended, finds the same folder. */
  readonly launch: () => Promise<Launched>
}

const root = join(import.meta.dirname, '..', '..')

export const test = base.extend<AppFixtures & AppOptions>({
  host: ['browser', { option: true }],
  offending: [false, { option: true }],
  environment: [{}, { option: true }],

  // Playwright reads what a fixture needs from its first parameter.
  // biome-ignore lint/correctness/noEmptyPattern: it needs none.
  dataDir: async ({}, use, testInfo) => use(testInfo.outputPath('data')),

  offences: async ({ offending }, use) => {
    const offences: string[] = []
    await use(offences)
    if (!offending) expect(offences, 'what the page must never do').toEqual([])
  },

  launch: async ({ host, dataDir, browser, offences, environment }, use) => {
    const launched: Launched[] = []
    await use(async () => {
      const watched = (page: Page) => watch(page, offences)
      const app =
        host === 'electron'
          ? await inElectron({ dataDir, environment }, watched)
          : await inBrowser({ dataDir, environment }, watched, browser)
      launched.push(app)
      return app
    })
    await Promise.all(launched.map((app) => app.stop()))
  },
})

export { expect }

type Watched = (page: Page) => Page

type Start = { readonly dataDir: string; readonly environment: Readonly<Record<string, string>> }

async function inBrowser(
  { dataDir, environment }: Start,
  watched: Watched,
  browser: Browser,
): Promise<Launched> {
  const host = await startHost(dataDir, environment)
  const context = await browser.newContext()
  const page = watched(await context.newPage())
  await page.goto(host.address)
  const end = (signal: 'SIGTERM' | 'SIGKILL') => async () => {
    await Promise.all([context.close(), host.end(signal)])
  }
  return { page, stop: end('SIGTERM'), kill: end('SIGKILL') }
}

async function inElectron({ dataDir, environment }: Start, watched: Watched): Promise<Launched> {
  const program = findElectron()
  if (!program) throw new Error('Electron is not there: run “npx install-electron”.')
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: program,
    cwd: root,
    env: { ...(process.env as Record<string, string>), ...environment },
    args: [...(asRoot ? ['--no-sandbox'] : []), root, `--data-dir=${dataDir}`],
  })
  const child = app.process()
  const ended = new Promise((resolve) => child.once('close', resolve))
  return {
    page: watched(await app.firstWindow()),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) await app.close()
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Notes what breaks the page's own rules, whatever the test is about. */
function watch(page: Page, offences: string[]): Page {
  page.on('pageerror', (error) => offences.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text()))
      offences.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const own = hostname === '127.0.0.1' || ['roster:', 'blob:', 'data:'].includes(protocol)
    if (!own) offences.push(`asked for ${request.url()}`)
  })
  return page
}
