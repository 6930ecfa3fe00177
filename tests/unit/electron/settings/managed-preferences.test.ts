import { describe, expect, it } from 'vitest'
import { openConfBackend } from '../../../../electron/settings/conf-backend.ts'
import { ManagedPreferences } from '../../../../electron/settings/managed-preferences.ts'
import { SettingsFile } from '../../../../electron/settings/settings-file.ts'
import { chosenPreferencesSchema } from '../../../../shared/contract/preferences.ts'
import type { PolicyValues } from '../../../../shared/policy/policy.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const silent = { info: () => {}, error: () => {} }

async function preferencesUnder(policies: {
  readonly enforced?: PolicyValues
  readonly defaults?: PolicyValues
}) {
  const folder = await temporaryFolder()
  return (later = policies) => {
    const file = new SettingsFile(
      folder,
      'config',
      chosenPreferencesSchema,
      openConfBackend,
      silent,
    )
    return new ManagedPreferences(file, { enforced: {}, defaults: {}, ...later })
  }
}

describe('preferences', () => {
  it('are what the organisation suggests until the person chooses', async () => {
    const open = await preferencesUnder({ defaults: { Theme: 'dark' } })
    const preferences = open()
    expect(preferences.get().theme).toBe('dark')
    preferences.set({ density: 'compact' })
    expect(open({ defaults: { Theme: 'light' } }).get()).toMatchObject({
      theme: 'light',
      density: 'compact',
    })
    preferences.set({ theme: 'system' })
    expect(preferences.get().theme).toBe('system')
  })

  it('are what the organisation enforces whatever the person chose, and theirs again later', async () => {
    const open = await preferencesUnder({})
    open().set({ theme: 'light' })
    const managed = open({ enforced: { Theme: 'dark' } })
    expect(managed.get().theme).toBe('dark')
    expect(() => managed.set({ theme: 'system' })).toThrow(
      expect.objectContaining({ code: 'forbidden', key: 'managed', values: { setting: 'Theme' } }),
    )
    expect(managed.set({ density: 'compact' })).toMatchObject({ theme: 'dark', density: 'compact' })
    expect(open().get().theme).toBe('light')
  })
})
