import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findInstalledBrowser } from './browser/installed-browser.ts'
import { nodeSwitches } from './browser/node-switches.ts'
import { openBrowser } from './browser/open-browser.ts'
import { buildStale } from './build.ts'
import { fetchElectron, findElectron } from './electron-binary.ts'
import { dataDirSwitch, readStartSwitches, type Switches, UsageError } from './settings/switches.ts'

const root = join(import.meta.dirname, '..')
const asRoot = process.getuid?.() === 0
const { DISPLAY, WAYLAND_DISPLAY } = process.env
/** In milliseconds: what ends sooner never showed its window. */
const startTime = 10_000
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)

try {
  process.exitCode = await start()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function start(): Promise<number> {
  const { host, ...switches } = readStartSwitches(process.argv.slice(2), 'npm start')
  if (host === 'browser') return startBrowserHost(switches)
  const outcome = await startDesktopHost(switches)
  if (typeof outcome === 'number') return outcome
  if (host === 'desktop') throw new Error(`Roster cannot open its window: ${outcome.reason}.`)
  process.stderr.write(`Roster opens in a browser instead of its own window: ${outcome.reason}.\n`)
  return startBrowserHost(switches)
}

/** How it ended, or why there was no window. */
async function startDesktopHost({ dataDir }: Switches): Promise<number | { reason: string }> {
  if (!hasDisplay) return { reason: 'there is no display' }
  // Electron has no sandbox then, and Roster's window does without it nowhere.
  if (asRoot && process.platform === 'linux') return { reason: 'Electron does not run as root' }
  const program = findElectron() ?? (await fetchElectron())
  if (!program) return { reason: 'Electron could not be downloaded' }

  await buildStale()
  const began = performance.now()
  const window = spawn(program, [root, ...dataDirSwitch(dataDir)], { stdio: 'inherit' })
  const { code, signal } = await ending(window)
  // Where the system allows an unpacked Electron no sandbox, it stops by a signal of its own.
  const stopped = signal === 'SIGTRAP' || signal === 'SIGABRT'
  if (stopped && performance.now() - began < startTime)
    return { reason: `Electron could not start (${signal})` }
  return code ?? 1
}

async function startBrowserHost({ dataDir, port, token }: Switches): Promise<number> {
  const args = [...dataDirSwitch(dataDir), `--port=${port}`, `--token=${token}`]
  const host = spawn(
    process.execPath,
    [...nodeSwitches, join(import.meta.dirname, 'serve.ts'), ...args],
    {
      stdio: ['inherit', 'pipe', 'inherit'],
    },
  )
  const browser = hasDisplay && !asRoot ? findInstalledBrowser() : null
  createInterface(host.stdout).on('line', (line) => {
    process.stdout.write(`${line}\n`)
    const address = /^Roster is at (\S+)$/.exec(line)?.[1]
    if (address && browser) openBrowser(browser, address)
  })
  return (await ending(host)).code ?? 1
}

/** Waits for the host, and ends it with this process. */
async function ending(host: ChildProcess) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host.kill(signal))
  const [code, signal]: unknown[] = await once(host, 'close')
  return { code: typeof code === 'number' ? code : null, signal }
}
