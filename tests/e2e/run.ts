import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildStale } from '../../electron/build.ts'
import { fetchElectron, findElectron } from '../../electron/electron-binary.ts'
import { findBrowser } from './find-browser.ts'

// Runs the end-to-end tests: `npm run e2e -- [--host browser|electron] [what Playwright takes]`.

const root = join(import.meta.dirname, '..', '..')
const args = process.argv.slice(2)
const at = args.indexOf('--host')
const host = at < 0 ? 'browser' : args.splice(at, 2)[1]
const electron = host === 'electron'
const browser = electron ? (findElectron() ?? (await fetchElectron())) : findBrowser()

if (browser === null) {
  const wanted = electron ? 'Electron' : 'Chromium, Chrome or Edge'
  process.stderr.write(
    `The end-to-end tests need ${wanted}, which is not here and cannot be had.\n`,
  )
  process.exit(1)
}

await buildStale()
const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
const { status } = spawnSync(process.execPath, [cli, 'test', ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    ROSTER_E2E_HOST: host,
    ...(electron ? {} : { ROSTER_BROWSER: browser }),
  },
})
process.exit(status ?? 1)
