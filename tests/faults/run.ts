import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

// Runs the long form of the fault tests, which takes many minutes, and prints what they counted. What
// follows on the command line goes to Vitest, such as part of a file's name.

const root = join(import.meta.dirname, '..', '..')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const given = ['run', '--config', 'vitest.faults.config.ts', ...process.argv.slice(2)]

const { status } = spawnSync(process.execPath, [vitest, ...given], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ROSTER_FAULTS: 'long' },
})
process.exitCode = status ?? 1
