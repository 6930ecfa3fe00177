import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { join } from 'node:path'
import { createServer as createDesktopServer, resolveConfig } from 'electron-vite'
import { createServer, mergeConfig, type ProxyOptions } from 'vite'
import { forgetBuilds, outputOf } from './build.ts'
import { findElectron } from './electron-binary.ts'
import { dataDirSwitch, readStartSwitches, type Switches, UsageError } from './settings/switches.ts'

// Roster with hot reload, on this computer only. The page comes from Vite's development server; what
// it asks for is passed on to the host, which starts again at each change of its sources.

const { DISPLAY, WAYLAND_DISPLAY } = process.env
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)

try {
  const { host, ...switches } = readStartSwitches(process.argv.slice(2), 'npm run dev')
  const desktop = host ? host === 'desktop' : hasDisplay && findElectron() !== null
  await (desktop ? developDesktop(switches) : developInBrowser(switches))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(error instanceof UsageError ? 2 : 1)
}

async function developDesktop({ dataDir }: Switches): Promise<void> {
  await forgetBuilds()
  process.env.ELECTRON_CLI_ARGS = JSON.stringify(dataDirSwitch(dataDir))
  await createDesktopServer({ build: { watch: {} } }, {})
}

async function developInBrowser({ dataDir, port, token }: Switches): Promise<void> {
  const hostPort = await freePort()
  const host = spawn(
    process.execPath,
    [
      '--watch',
      join(import.meta.dirname, 'dev-host.ts'),
      ...dataDirSwitch(dataDir),
      `--port=${hostPort}`,
      `--token=${token}`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  process.on('exit', () => host.kill())
  process.on('SIGTERM', () => process.exit(0)).on('SIGINT', () => process.exit(0))
  await mkdir(outputOf('renderer'), { recursive: true })

  const { config } = await resolveConfig({}, 'serve', 'development')
  const server = await createServer(
    mergeConfig(config?.renderer ?? {}, {
      server: { ...(port ? { port } : {}), proxy: proxyTo(`http://127.0.0.1:${hostPort}`) },
    }),
  )
  await server.listen()
  const [address = ''] = server.resolvedUrls?.local ?? []
  process.stdout.write(`Roster is at ${address}?token=${encodeURIComponent(token)}\n`)
}

/** Also the first address with the token: the host answers it with the cookie that lets in. */
function proxyTo(target: string): Record<string, ProxyOptions> {
  const rule: ProxyOptions = {
    target,
    changeOrigin: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (passedOn, { headers }) => {
        // Only the page's own origin becomes the host's: every other one is for the host to refuse.
        if (headers.origin === `http://${headers.host}`) passedOn.setHeader('origin', target)
      })
    },
  }
  return { '^/rpc/': rule, '^/events$': rule, '^/photos/': rule, '^/\\?token=': rule }
}

async function freePort(): Promise<number> {
  const server = createSocketServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await once(server.close(), 'close')
  return port
}
