import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolvePolicies } from '../../../../electron/settings/policies.ts'
import { spoilTransaction } from '../../../support/damaged-journal.ts'
import { filesInZip } from '../../../support/files-in-zip.ts'
import { administrator, openRoster, type Roster, signIn } from '../../../support/open-roster.ts'
import {
  holdsPlanted,
  plantedCsv,
  plantedMail,
  plantedText,
  plantedValues,
} from '../../../support/planted-markers.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const policies = resolvePolicies([
  {
    origin: 'machine',
    place: 'the test',
    enforced: { DisableExport: true, SecondBackupFolder: `/srv/${plantedText(2)}` },
    defaults: { Theme: 'dark', [plantedText(3)]: 1 },
  },
])

/** A directory, in a folder that is called after somebody, in which there is a value in every property. */
async function plantedRoster(): Promise<Roster> {
  const dataDir = join(await temporaryFolder(), plantedText(1), 'data')
  await mkdir(dataDir, { recursive: true })
  const roster = await openRoster(dataDir, { policies })
  await roster.ask('createDirectory', {
    name: plantedText(4),
    domain: 'contoso.example',
    administrator,
  })
  await roster.ask('createUser', { values: plantedValues(100) })
  const bytes = new Uint8Array(Buffer.from(plantedCsv(20)))
  const { importId } = await roster.ask('previewImport', { name: 'users.csv', bytes })
  await roster.ask('applyImport', { importId })
  return roster
}

async function diagnosticsOf(roster: Roster) {
  const { bytes, ...file } = await roster.ask('collectDiagnostics', {})
  const files = filesInZip(bytes)
  return { bytes, file, files, facts: JSON.parse(String(files.get('roster.json'))) }
}

describe('the diagnostics', () => {
  it('tell the versions, the settings that are managed, and how much there is', async () => {
    const roster = await plantedRoster()
    const { file, facts } = await diagnosticsOf(roster)
    expect(file).toMatchObject({
      name: expect.stringMatching(/^roster-diagnostics-\d{4}-\d\d-\d\d\.zip$/),
      type: 'application/zip',
    })
    expect(facts).toMatchObject({
      program: { version: '0.0.0', node: process.versions.node, platform: process.platform },
      directory: { state: 'open', counts: { users: 22, groups: 0 } },
      managed: { DisableExport: 'enforced', Theme: 'default', ReadOnly: 'not set', ignored: 1 },
    })
    expect(facts.directory.counts.transactions).toBeGreaterThan(2)
    const journal = facts.files.find(({ path }: { path: string }) => path.endsWith('.rjrn'))
    expect(journal).toMatchObject({ path: expect.stringMatching(/^store\/journal-/), files: 1 })
    expect(journal.bytes).toBeGreaterThan(100)
  })

  it('hold nothing about anybody, whatever is planted in the directory, its folder and the log', async () => {
    const roster = await plantedRoster()
    const telling = [
      `[error] ${plantedMail(5)} could not be reached at +1 739 184 6500 12`,
      `[error] Error: ENOENT: no such file, open '${join(roster.dataDir, 'config.json')}'`,
      `[error] SyntaxError: Unexpected token 'Q', "${plantedText(6)} and so on" is not valid JSON`,
    ]
    await writeFile(join(roster.dataDir, 'roster.log'), `${telling.join('\n')}\n`)
    await writeFile(join(roster.dataDir, `${plantedText(7)}.csv`), plantedCsv(3))
    await writeFile(join(roster.dataDir, 'store', `${plantedText(8)}.rjrn`), 'foreign')
    const { bytes, files } = await diagnosticsOf(roster)
    expect([...files.keys()]).toEqual(['roster.json', 'roster.log'])
    for (const file of [Buffer.from(bytes), ...files.values()]) {
      expect(holdsPlanted(file)).toBe(false)
      for (const told of [administrator.displayName, administrator.userPrincipalName, 'Zoë'])
        expect(file.includes(told)).toBe(false)
    }
    const log = String(files.get('roster.log'))
    expect(log).toContain("ENOENT: no such file, open '<data folder>")
    expect(log).toContain('<address> could not be reached at <number>')
  })

  it('can be saved when nobody can sign in, and tell why', async () => {
    const roster = await plantedRoster()
    await roster.application.close()
    const store = join(roster.dataDir, 'store')
    for (const name of await readdir(store))
      if (name.startsWith('keyslots')) await rm(join(store, name))
    const { facts } = await diagnosticsOf(await openRoster(roster.dataDir, { policies }))
    expect(facts.directory).toMatchObject({
      state: 'damaged',
      damage: 'keysDamaged',
      counts: null,
    })
  })

  it('name what was found damaged by the files of Roster’s own, and where', async () => {
    const roster = await plantedRoster()
    await roster.application.close()
    await spoilTransaction(roster.dataDir, 2)
    const damaged = await openRoster(roster.dataDir, { policies })
    await signIn(damaged)
    const { facts, files } = await diagnosticsOf(damaged)
    expect(facts.directory).toMatchObject({ state: 'open', readOnly: 'readOnlyDamaged' })
    const [report] = facts.damage
    expect(report.findings[0]).toEqual({
      file: expect.stringMatching(/^journal-[0-9a-f]{16}\.rjrn$/),
      kind: expect.stringMatching(/^(torn-tail|damaged-segment)$/),
      offset: expect.any(Number),
    })
    expect(report).not.toHaveProperty('originals')
    for (const file of files.values()) expect(holdsPlanted(file)).toBe(false)
  })
})
