import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect } from './app.fixture.ts'
import { ask } from './profile-steps.ts'
import { type Account, typePassword } from './sign-in-steps.ts'

/** Changes the files of a directory while no Roster has it open. */
export const harm = {
  /** A bit of the last changes but one or two, after {@link saveOften}: what was saved before can still be read. */
  part: (dataDir: string) => flip(dataDir, -1, (length) => length - 1200),
  /** The very first change. */
  everything: (dataDir: string) => flip(dataDir, 0, () => 300),
  /** As a Roster of years to come would write. */
  async newer(dataDir: string) {
    const file = await journalIn(dataDir)
    const bytes = await readFile(file)
    bytes.writeUInt16LE(99, 104)
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 108)), 108)
    await writeFile(file, bytes)
  },
  /** As a disk does that has gone bad: the file cannot be read. */
  async unreadable(dataDir: string) {
    const file = await journalIn(dataDir)
    await rm(file)
    await mkdir(file)
  },
} as const

async function flip(dataDir: string, segment: 0 | -1, placeIn: (length: number) => number) {
  const file = await journalIn(dataDir, segment)
  const bytes = await readFile(file)
  const at = placeIn(bytes.length)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  await writeFile(file, bytes)
}

async function journalIn(dataDir: string, segment: 0 | -1 = 0): Promise<string> {
  const store = join(dataDir, 'store')
  const names = (await readdir(store)).filter((name) => name.endsWith('.rjrn'))
  return join(store, names.sort().at(segment) ?? '')
}

/**
 * Several saves of one user, so that there is something behind each of them. The day's backup, which
 * begins a new segment, is made first: it must not come between them.
 */
export async function saveOften(page: Page, times = 6): Promise<string> {
  await ask(page, 'backUpNow', {})
  const { userId: id } = await ask(page, 'whoAmI', {})
  for (let time = 1; time <= times; time += 1) {
    const { revision } = await ask(page, 'getUser', { id })
    await ask(page, 'updateUser', { id, revision, changes: { jobTitle: `Analyst ${time}` } })
  }
  return id
}

/** Signs in, on whatever page that leads to. */
export async function signIn(page: Page, account: Account) {
  await typePassword(page, account)
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
}

export const banner = (page: Page) => page.getByRole('region', { name: 'Storage' })
