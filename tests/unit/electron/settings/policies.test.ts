import { describe, expect, it } from 'vitest'
import { type PolicySource, resolvePolicies } from '../../../../electron/settings/policies.ts'
import {
  type PolicySystem,
  policyFile,
  readPolicySources,
} from '../../../../electron/settings/policy-sources.ts'

const source = (given: Partial<PolicySource>): PolicySource => ({
  origin: 'machine',
  place: 'somewhere',
  enforced: {},
  defaults: {},
  ...given,
})

const system = (given: Partial<PolicySystem>): PolicySystem => ({
  platform: 'linux',
  user: 'ada',
  readFile: () => null,
  run: () => null,
  ...given,
})

describe('policies', () => {
  it('of the machine go before those of the user, setting by setting', () => {
    const { enforced, places } = resolvePolicies([
      source({ origin: 'user', place: 'HKCU', enforced: { Theme: 'dark', ReadOnly: true } }),
      source({ origin: 'machine', place: 'HKLM', enforced: { Theme: 'light' } }),
    ])
    expect(enforced).toEqual({ Theme: 'light', ReadOnly: true })
    expect(places).toEqual({ Theme: 'HKLM', ReadOnly: 'HKCU' })
  })

  it('that nobody knows, or with values that the setting does not take, are left out and told of', () => {
    const { enforced, ignored } = resolvePolicies([
      source({
        place: 'here',
        enforced: { Theme: 'pink', PhotoMaxPixels: 61, Telemetry: true, DisableExport: true },
        defaults: { __proto__x: 1, PhotoMaxBytes: 'many' },
      }),
    ])
    expect(enforced).toEqual({ DisableExport: true })
    expect(ignored.map(({ name }) => name)).toEqual([
      'Theme',
      'PhotoMaxPixels',
      'Telemetry',
      '__proto__x',
      'PhotoMaxBytes',
    ])
  })

  it('take the numbers 1 and 0 for yes and no, and digits for a number', () => {
    const { enforced } = resolvePolicies([
      source({ enforced: { ReadOnly: 1, DisableImport: 0, PhotoMaxPixels: '500000' } }),
    ])
    expect(enforced).toEqual({ ReadOnly: true, DisableImport: false, PhotoMaxPixels: 500_000 })
  })
})

describe('the sources of policies', () => {
  it('on Linux are a file, which is no source when it is missing', () => {
    const content = JSON.stringify({ enforced: { Theme: 'dark' }, defaults: { LogLevel: 'info' } })
    const readFile = (path: string) => (path === policyFile ? content : null)
    expect(readPolicySources(system({ readFile }))).toEqual([
      {
        origin: 'machine',
        place: policyFile,
        enforced: { Theme: 'dark' },
        defaults: { LogLevel: 'info' },
      },
    ])
    expect(readPolicySources(system({}))).toEqual([])
  })

  it('on Linux that cannot be understood are told of, and change nothing', () => {
    const sources = readPolicySources(system({ readFile: () => '{"enforced": {' }))
    const { enforced, ignored } = resolvePolicies(sources)
    expect(enforced).toEqual({})
    expect(ignored).toEqual([{ name: policyFile, place: policyFile }])
  })

  it('on Windows are the registry’s policies, the machine’s and the user’s', () => {
    const listings: Record<string, string> = {
      'HKLM\\Software\\Policies\\Roster': [
        '',
        'HKEY_LOCAL_MACHINE\\Software\\Policies\\Roster',
        '    DataFolder    REG_SZ    D:\\Roster Data',
        '    PhotoMaxPixels    REG_DWORD    0x7a120',
        '    ReadOnly    REG_DWORD    0x1',
        '',
        'HKEY_LOCAL_MACHINE\\Software\\Policies\\Roster\\Defaults',
        '    Theme    REG_SZ    dark',
        '',
      ].join('\r\n'),
      'HKCU\\Software\\Policies\\Roster':
        'HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Roster\r\n    Theme    REG_SZ    light\r\n',
    }
    const run = (program: string, [query = '', key = '']: readonly string[]) =>
      program.endsWith('reg.exe') && query === 'query' ? (listings[key] ?? null) : null
    const { enforced, defaults } = resolvePolicies(
      readPolicySources(system({ platform: 'win32', run })),
    )
    expect(enforced).toEqual({
      DataFolder: 'D:\\Roster Data',
      PhotoMaxPixels: 500_000,
      ReadOnly: true,
      Theme: 'light',
    })
    expect(defaults).toEqual({ Theme: 'dark' })
  })

  it('on macOS are managed preferences, the machine’s and the user’s', () => {
    const lists: Record<string, object> = {
      '/Library/Managed Preferences/app.roster.desktop.plist': {
        DisableExport: true,
        Defaults: { Theme: 'dark' },
      },
      '/Library/Managed Preferences/ada/app.roster.desktop.plist': { DeveloperTools: false },
    }
    const run = (_program: string, args: readonly string[]) => {
      const list = lists[args.at(-1) ?? '']
      return list ? JSON.stringify(list) : null
    }
    const { enforced, defaults } = resolvePolicies(
      readPolicySources(system({ platform: 'darwin', run })),
    )
    expect(enforced).toEqual({ DisableExport: true, DeveloperTools: false })
    expect(defaults).toEqual({ Theme: 'dark' })
  })
})
