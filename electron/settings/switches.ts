import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type Switches = {
  /** Where the directory is to lie; undefined where nobody said so. */
  readonly dataDir: string | undefined
  readonly port: number
  readonly token: string
}

export type Host = 'desktop' | 'browser'

/** The command line was not understood: `message` says what and how it is meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  constructor(reason: string, usage: string) {
    super(`${reason}\nUsage: ${usage}`)
  }
}

const serveUsage = 'npm run serve -- [--data-dir DIR] [--port N] [--token T]'

/** Throws `UsageError` for a switch it does not know or a value that cannot be meant. */
export function readServeSwitches(args: readonly string[]): Switches {
  return switchesOf(parse(args, ['data-dir', 'port', 'token'], serveUsage), serveUsage)
}

/** The same for the launchers, which can also be told which host to start. */
export function readStartSwitches(
  args: readonly string[],
  command: string,
): Switches & { readonly host: Host | undefined } {
  const usage = `${command} -- [--host desktop|browser] [--data-dir DIR] [--port N] [--token T]`
  const given = parse(args, ['host', 'data-dir', 'port', 'token'], usage)
  const { host } = given
  if (host !== undefined && host !== 'desktop' && host !== 'browser')
    throw new UsageError(`--host takes “desktop” or “browser”, not “${host}”.`, usage)
  return { ...switchesOf(given, usage), host }
}

type Given = Readonly<Record<string, string | undefined>>

function parse(args: readonly string[], names: readonly string[], usage: string): Given {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]))
  try {
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false })
    return values as Given
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), usage)
  }
}

function switchesOf(given: Given, usage: string): Switches {
  const { 'data-dir': dataDir, port = '0', token = randomBytes(24).toString('base64url') } = given
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port takes a number from 0 to 65535, not “${port}”.`, usage)
  if (dataDir === '' || token === '')
    throw new UsageError('--data-dir and --token need a value.', usage)
  return { dataDir: dataDir && resolve(dataDir), port: Number(port), token }
}

/** The switch that passes the folder on to another process, if there is one. */
export const dataDirSwitch = (dataDir: string | undefined): readonly string[] =>
  dataDir === undefined ? [] : [`--data-dir=${dataDir}`]
