import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataFolder } from './data-folder.ts'

export type Switches = {
  readonly dataDir: string
  readonly port: number
  readonly token: string
}

/** The command line was not understood: `message` says what and how it is meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const serveUsage = 'npm run serve -- [--data-dir DIR] [--port N] [--token T]'

/** Throws `UsageError` for a switch it does not know or a value that cannot be meant. */
export function readSwitches(args: readonly string[], usage: string): Switches {
  const {
    'data-dir': dataDir = defaultDataFolder(),
    port = '0',
    token = randomBytes(24).toString('base64url'),
  } = parse(args, usage)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port takes a number from 0 to 65535, not “${port}”.\nUsage: ${usage}`)
  if (dataDir === '' || token === '')
    throw new UsageError(`--data-dir and --token need a value.\nUsage: ${usage}`)
  return { dataDir: resolve(dataDir), port: Number(port), token }
}

function parse(args: readonly string[], usage: string) {
  const text = { type: 'string' } as const
  try {
    const options = { 'data-dir': text, port: text, token: text }
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${reason}\nUsage: ${usage}`)
  }
}
