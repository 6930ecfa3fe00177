import { stripVTControlCharacters } from 'node:util'
import { resolveConfig } from 'electron-vite'
import { build } from 'vite'

// A process of its own: electron-vite changes the environment of the one it runs in.
try {
  const { config } = await resolveConfig({ logLevel: 'warn' }, 'build', 'production')
  for (const part of process.argv.slice(2)) {
    const settings = new Map(Object.entries(config ?? {})).get(part)
    if (!settings) throw new Error(`electron.vite.config.ts describes no part called “${part}”.`)
    await build(settings)
  }
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${stripVTControlCharacters(message)}\n`)
  process.exitCode = 1
}
