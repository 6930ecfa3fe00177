import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { resolvePolicies } from '../../../../electron/settings/policies.ts'
import type { PolicyValues } from '../../../../shared/policy/policy.ts'
import { aPng } from '../../../support/images.ts'
import {
  administrator,
  openNewDirectory,
  openRoster,
  signIn,
} from '../../../support/open-roster.ts'

const under = (enforced: PolicyValues) => ({
  policies: resolvePolicies([{ origin: 'machine', place: 'here', enforced, defaults: {} }]),
})

describe('on a computer that an organisation manages', () => {
  it('nobody imports where that is switched off, whatever their role', async () => {
    const roster = await openNewDirectory(under({ DisableImport: true }))
    const failure = await roster.refusal('previewImport', { bytes: new Uint8Array() })
    expect(failure.code).toBe('forbidden')
    expect(failure.message).toMatch(/organisation switched .* off/)
    expect(await roster.ask('getPolicies', {})).toMatchObject({
      enforced: [{ name: 'DisableImport', value: true, place: 'here' }],
      withheld: ['directory.import'],
    })
  })

  it('a picture may be as large as the organisation says and no larger', async () => {
    const roster = await openNewDirectory(under({ PhotoMaxPixels: 420_000 }))
    const { userId: id } = await roster.ask('whoAmI', {})
    const set = { id, revision: 1, image: await aPng(700, 601) }
    expect((await roster.refusal('setPhoto', set)).message).toContain('at most 0.42')
    const { photo } = await roster.ask('setPhoto', { ...set, image: await aPng(700, 600) })
    expect(photo).not.toBeNull()
  })

  it.each([
    ['the organisation wants it so', { ...under({ ReadOnly: true }) }, /organisation/],
    ['it was asked for', { readOnly: true }, /without --read-only/],
  ])('nothing is saved when %s, and all can be read', async (_, options, sentence) => {
    const { dataDir, application } = await openNewDirectory()
    await application.close()
    const before = await readdir(dataDir, { recursive: true })

    const roster = await openRoster(dataDir, options)
    const status = await roster.ask('directoryStatus', {})
    expect(status).toMatchObject({ state: 'locked', readOnly: { reason: 'intended' } })
    expect(status.readOnly?.message).toMatch(sentence)
    await signIn(roster)
    const { userId: id } = await roster.ask('whoAmI', {})
    const { revision } = await roster.ask('getUser', { id })
    const refusal = await roster.refusal('updateUser', { id, revision, changes: { city: 'Bath' } })
    expect(refusal.message).toMatch(sentence)
    await roster.application.close()
    // Guessing a password is slowed down here as well.
    const after = await readdir(dataDir, { recursive: true })
    expect(after.filter((name) => name !== 'attempts.json')).toEqual(before)
  })

  it('no directory is begun where nothing may be saved', async () => {
    const roster = await openRoster(undefined, { readOnly: true })
    const asked = { name: 'Contoso', domain: 'contoso.example', administrator }
    expect((await roster.refusal('createDirectory', asked)).message).toMatch(/read-only/)
    expect(await readdir(roster.dataDir)).toEqual([])
  })
})
