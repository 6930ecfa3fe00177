import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, win32 } from 'node:path'
import type { policyFileSchema } from '../../shared/policy/policy.ts'
import { z } from '../../shared/zod.ts'
import type { PolicyOrigin, PolicySource } from './policies.ts'

/** What reading policies needs of the system; each answers null when there is nothing. */
export type PolicySystem = {
  readonly platform: NodeJS.Platform
  readonly user: string
  readonly readFile: (path: string) => string | null
  /** Runs one of the system's own programs by its full path. */
  readonly run: (program: string, args: readonly string[]) => string | null
}

export const policyKey = 'Software\\Policies\\Roster'
export const policyDomain = 'app.roster.desktop'
export const policyFile = '/etc/roster/policy.json'

/** Reads at once, because the data folder is one of the settings and is needed before anything else. */
export function readPolicySources(system: PolicySystem = thisSystem()): readonly PolicySource[] {
  switch (system.platform) {
    case 'win32':
      return [...fromRegistry(system, 'HKLM', 'machine'), ...fromRegistry(system, 'HKCU', 'user')]
    case 'darwin':
      return [
        ...fromManagedPreferences(system, '', 'machine'),
        ...fromManagedPreferences(system, system.user, 'user'),
      ]
    default:
      return fromFile(system)
  }
}

function fromFile({ readFile }: PolicySystem): PolicySource[] {
  const text = readFile(policyFile)
  if (text === null) return []
  const source = { origin: 'machine', place: policyFile } as const
  const parsed = looseFile.safeParse(jsonOf(text))
  if (!parsed.success) return [{ ...source, enforced: { [policyFile]: text }, defaults: {} }]
  return [{ ...source, ...parsed.data }]
}

/** Wider than the schema that administrators are given: one wrong value must not undo the others. */
const looseFile = z.object({
  enforced: z.record(z.string(), z.unknown()).default({}),
  defaults: z.record(z.string(), z.unknown()).default({}),
} satisfies Record<keyof typeof policyFileSchema.shape, z.ZodType>)

/** A configuration profile becomes a property list that only the system can write. */
function fromManagedPreferences(
  { run }: PolicySystem,
  user: string,
  origin: PolicyOrigin,
): PolicySource[] {
  const place = join('/Library/Managed Preferences', user, `${policyDomain}.plist`)
  const json = run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', place])
  const parsed = z.record(z.string(), z.unknown()).safeParse(json && jsonOf(json))
  if (!parsed.success) return []
  const { Defaults: suggested, ...enforced } = parsed.data
  const defaults = z.record(z.string(), z.unknown()).safeParse(suggested)
  return [{ origin, place, enforced, defaults: defaults.success ? defaults.data : {} }]
}

function fromRegistry({ run }: PolicySystem, hive: string, origin: PolicyOrigin): PolicySource[] {
  const root = process.env.SystemRoot ?? 'C:\\Windows'
  const key = `${hive}\\${policyKey}`
  const listing = run(win32.join(root, 'System32', 'reg.exe'), ['query', key, '/s'])
  if (listing === null) return []
  const keys = keysIn(listing)
  const under = (name: string) =>
    [...keys].find(([full]) => full.toLowerCase().endsWith(name.toLowerCase()))?.[1] ?? {}
  return [
    { origin, place: key, enforced: under(policyKey), defaults: under(`${policyKey}\\Defaults`) },
  ]
}

/** What `reg query /s` prints: a key a line, and behind it its values, indented, in three columns. */
function keysIn(listing: string): Map<string, Record<string, unknown>> {
  const keys = new Map<string, Record<string, unknown>>()
  let values: Record<string, unknown> = {}
  for (const line of listing.split(/\r?\n/)) {
    if (/^HKEY_/.test(line)) {
      values = {}
      keys.set(line.trim(), values)
      continue
    }
    const [, name = '', type, data = ''] = /^ {4}(.+?) {4}(REG_\w+)(?: {4}(.*))?$/.exec(line) ?? []
    if (type === 'REG_DWORD') values[name] = Number(data)
    else if (type === 'REG_SZ' || type === 'REG_EXPAND_SZ') values[name] = data
  }
  return keys
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const thisSystem = (): PolicySystem => ({
  platform: process.platform,
  user: userInfo().username,
  readFile: (path) => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return null
    }
  },
  run: (program, args) => {
    try {
      return execFileSync(program, args, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 5000,
        windowsHide: true,
      })
    } catch {
      return null
    }
  },
})
