import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildStale } from '../../../../electron/build.ts'
import { openNewDirectory } from '../../../support/open-roster.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const program = join(import.meta.dirname, '../../../support/stand-in-electron/run-main.ts')

const roster = (...switches: string[]) => rosterUnder([], ...switches)

/** The same under a Node that may not do everything. */
function rosterUnder(limits: readonly string[], ...switches: string[]) {
  const args = [...limits, program, ...switches]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { status, stdout, stderr }
}

const check = (dataDir: string) => roster('--check', '--data-dir', dataDir)

async function someDirectory(): Promise<string> {
  const { dataDir, application } = await openNewDirectory()
  await application.close()
  return dataDir
}

const journalOf = async (dataDir: string) => {
  const names = await readdir(join(dataDir, 'store'))
  return join(dataDir, 'store', names.find((name) => name.endsWith('.rjrn')) ?? '')
}

beforeAll(() => buildStale(['main']), 120_000)

describe('without a window', () => {
  it('prints the version, and how it is used', () => {
    expect(roster('--version')).toEqual({ status: 0, stdout: '0.0.0\n', stderr: '' })
    expect(roster('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--read-only'),
      stderr: '',
    })
  })

  it('answers a switch that it does not know with how it is used', () => {
    const { status, stdout, stderr } = roster('--colour', 'red')
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/--colour[\s\S]*Usage: roster/)
  })
})

describe('a check', () => {
  it('says nothing of a directory that is as it should be, or of none', async () => {
    const sound = { status: 0, stdout: '', stderr: '' }
    expect(check(await temporaryFolder())).toEqual(sound)
    const dataDir = await someDirectory()
    const before = await readdir(dataDir, { recursive: true })
    expect(check(dataDir)).toEqual(sound)
    expect(await readdir(dataDir, { recursive: true })).toEqual(before)
  })

  it('ends with 4 when another Roster has it', async () => {
    const { dataDir } = await openNewDirectory()
    const { status, stderr } = check(dataDir)
    expect(status).toBe(4)
    expect(stderr).toMatch(/^Another Roster on this computer .*\n$/)
  })

  it('ends with 5 when it is damaged, or from a newer Roster', async () => {
    const damaged = await someDirectory()
    for (const name of await readdir(join(damaged, 'store')))
      if (name.startsWith('keyslots')) await rm(join(damaged, 'store', name))
    expect(check(damaged)).toMatchObject({ status: 5, stderr: expect.stringMatching(/^.+\n$/) })

    const newer = await someDirectory()
    const journal = await journalOf(newer)
    const bytes = await readFile(journal)
    bytes.writeUInt16LE(99, 104)
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 108)), 108)
    await writeFile(journal, bytes)
    const { status, stderr } = check(newer)
    expect(status).toBe(5)
    expect(stderr).toContain('a newer Roster')
  })

  it('ends with 6 when its folder cannot be read', async () => {
    const dataDir = await someDirectory()
    const journal = await journalOf(dataDir)
    await rm(journal)
    await mkdir(journal)
    const { status, stderr } = check(dataDir)
    expect(status).toBe(6)
    expect(stderr).toContain('cannot be read')
  })

  it('ends with 7 when a part of Roster does not work on this computer, and says which', async () => {
    const dataDir = await someDirectory()
    const files = ['--permission', '--allow-fs-read=*', '--allow-fs-write=*', '--no-warnings']
    const withoutThreads = rosterUnder(files, '--check', '--data-dir', dataDir)
    expect(withoutThreads).toMatchObject({
      status: 7,
      stderr: expect.stringMatching(/^Nothing was opened or changed, as Argon2id.*again.*\n$/),
    })
    const threads = [...files, '--allow-worker']
    const withoutHelper = rosterUnder(threads, '--check', '--data-dir', dataDir)
    expect(withoutHelper).toMatchObject({
      status: 7,
      stderr: expect.stringMatching(/^Photos cannot be changed on this computer.*again.*\n$/),
    })
  })
})
