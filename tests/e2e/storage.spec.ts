import { execFileSync } from 'node:child_process'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { spoilTransaction } from '../support/damaged-journal.ts'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { addAda, ask, openProfile, openSample, startEditing } from './profile-steps.ts'
import { typePassword } from './sign-in-steps.ts'
import { banner, harm, saveOften, signIn } from './storage-steps.ts'

test.describe('a directory that is open in another Roster', () => {
  test('can be looked at, and saved in as soon as the other one is closed', async ({ launch }) => {
    const first = await launch()
    const account = await openSample(first.page)
    const ada = await addAda(first.page)

    const { page } = await launch()
    await expect(
      page.getByRole('heading', { name: 'Askerby Instruments is open in another Roster' }),
    ).toBeVisible()
    await expect(page.getByRole('alert')).toContainText('Close the other one, then try again')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('button', { name: 'Open read-only' })).toBeVisible()
    await page.getByRole('button', { name: 'Open read-only' }).click()
    await signIn(page, account)
    await expect(banner(page)).toContainText('nothing can be saved here')

    await openProfile(page, ada)
    await startEditing(page)
    await page.getByLabel('Job title').fill('Countess')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Another Roster')
    await expect(page.getByLabel('Job title')).toHaveValue('Countess')

    await first.stop()
    await banner(page).getByRole('button', { name: 'Try again' }).click()
    await expect(banner(page)).toBeHidden()
    await expect(page.getByLabel('Job title')).toHaveValue('Countess')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  })
})

test.describe('a damaged directory', () => {
  test('is shown as far as it can be read, and not written', async ({ launch, dataDir }) => {
    const first = await launch()
    const account = await openSample(first.page)
    await saveOften(first.page)
    await first.stop()
    await harm.part(dataDir)

    const { page } = await launch()
    await typePassword(page, account)
    await expect(
      page.getByRole('heading', { name: 'A part of the directory is damaged' }),
    ).toBeVisible()
    const found = page.getByRole('region', { name: 'What was found' })
    await expect(found).toContainText(/rjrn is damaged from byte [\d,]+ on/)
    await expect(found).toContainText(/Read: 200 users and \d+ groups, as saved on/)
    await expect(found).toContainText(/Missing: the last \d changes/)
    await expect(found).toContainText(join(dataDir, 'reports'))
    await page.getByRole('button', { name: 'Look at what can be read' }).click()
    await expect(banner(page)).toContainText('nothing can be saved on top of it')
    await expect(page.getByText('200 users')).toBeVisible()
  })

  test('goes on with the later changes that fit', async ({ launch, dataDir }) => {
    const first = await launch()
    const account = await openSample(first.page)
    const { id, revision } = await addAda(first.page)
    await ask(first.page, 'createUser', {
      values: { displayName: 'Grace Hopper', userPrincipalName: 'grace@askerby.example' },
    })
    await ask(first.page, 'updateUser', { id, revision, changes: { jobTitle: 'Countess' } })
    await first.stop()
    await spoilTransaction(dataDir, revision)

    const { page } = await launch()
    await typePassword(page, account)
    await page.getByRole('button', { name: 'Bring back later changes' }).click()
    await expect(page.getByText(/^Whole: everything up to the save on/)).toBeVisible()
    await expect(page.getByText('One later change does not fit and is left out.')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Left out' })).toHaveText(
      /Update user – User is not there without the changes that are lost/,
    )
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bring back', exact: true }).click()
    await expect(page.getByText(/^The directory is whole again, with/)).toBeVisible()
    await signIn(page, account)
    await expect(page.getByText('201 users')).toBeVisible()
    await expect(banner(page)).toBeHidden()
    expect((await readdir(dataDir)).filter((name) => name.startsWith('store.'))).toHaveLength(1)
  })

  test('is brought back from a backup by whoever cannot sign in', async ({ launch, dataDir }) => {
    const first = await launch()
    const account = await openSample(first.page)
    await ask(first.page, 'backUpNow', {})
    await first.stop()
    await harm.everything(dataDir)

    const { page } = await launch()
    await typePassword(page, account)
    await expect(
      page.getByRole('heading', { name: 'The directory cannot be opened' }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Open a backup' }).click()
    const list = page.getByRole('list', { name: 'Backups, the newest first' })
    await list
      .getByRole('button', { name: /^Restore the backup of/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(page.getByText(/^Restored as of/)).toBeVisible()
    await signIn(page, account)
    await expect(page.getByText('200 users')).toBeVisible()
    expect((await readdir(dataDir)).filter((name) => name.startsWith('store.'))).toHaveLength(1)
  })

  test('can be saved elsewhere as it is', async ({ launch, dataDir }, testInfo) => {
    const first = await launch()
    const account = await openSample(first.page)
    await first.stop()
    await harm.everything(dataDir)

    const { page } = await launch()
    await typePassword(page, account)
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save a copy of the files' }).click()
    const download = await saving
    expect(download.suggestedFilename()).toMatch(/^roster-[\d-]+\.tar$/)
    const copy = testInfo.outputPath('copy.tar')
    await download.saveAs(copy)
    const names = execFileSync('tar', ['-tf', copy], { encoding: 'utf8' }).trim().split('\n')
    expect(names).toContain('store/keyslots.json')
    expect(names).toContain('store/journal-0000000000000001.rjrn')
  })

  test('that a newer Roster wrote, or that the disk does not give, says so and can be tried again', async ({
    launch,
    dataDir,
  }) => {
    const first = await launch()
    await openSample(first.page)
    await first.stop()
    await harm.newer(dataDir)
    const second = await launch()
    await expect(
      second.page.getByRole('heading', { name: 'This directory needs a newer Roster' }),
    ).toBeVisible()
    await second.stop()

    await harm.unreadable(dataDir)
    const { page } = await launch()
    await expect(
      page.getByRole('heading', { name: 'The data folder cannot be read' }),
    ).toBeVisible()
    await expect(page.getByRole('alert')).toContainText('Check that the disk is connected')
    await rename(join(dataDir, 'store'), join(dataDir, 'elsewhere'))
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'Welcome to Roster' })).toBeVisible()
  })
})

test('a backup is made by hand and restored from the settings', async ({ launch }) => {
  const { page } = await launch()
  const account = await openSample(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  const card = page.getByRole('region', { name: 'Backups' })
  await expect(card).toContainText('There is no backup yet')
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('No backup yet')
  await card.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Backed up and checked')).toBeVisible()
  const made = card.getByRole('listitem').filter({ hasText: 'made by hand' })
  await expect(made).toContainText(/200 users · .* MB/)
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Last backup')

  await addAda(page)
  await made.getByRole('button', { name: /^Restore the backup of/ }).click()
  await expect(card).toContainText('The present one is not lost')
  await card.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByText(/^Restored as of/)).toBeVisible()
  await signIn(page, account)
  await expect(page.getByText('200 users')).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(card.getByRole('listitem').first()).toContainText('before another was restored')
})

test('a backup brings back a directory whose folder is gone', async ({ launch, dataDir }) => {
  const first = await launch()
  const account = await openSample(first.page)
  await ask(first.page, 'backUpNow', {})
  await first.stop()
  await rename(join(dataDir, 'store'), join(dataDir, 'elsewhere'))

  const { page } = await launch()
  await page.getByRole('button', { name: 'Open a backup' }).click()
  await page.getByRole('button', { name: /^Restore the backup of/ }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await signIn(page, account)
  await expect(page.getByText('200 users')).toBeVisible()
})

test('a full disk refuses a save, keeps the edit, and takes it once there is room', async ({
  launch,
  dataDir,
}) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root can mount')
  await mkdir(dataDir, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dataDir])
  try {
    const { page, stop } = await launch()
    await openSample(page)
    const ada = await addAda(page)
    await openProfile(page, ada)
    await startEditing(page)
    await page.getByLabel('Job title').fill('Countess')
    const filler = join(dataDir, 'filler')
    await writeFile(filler, Buffer.alloc(8 * 2 ** 20)).catch(() => {})
    // What is left of the journal's last page still takes some.
    await saveOften(page, 50).catch(() => {})
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('the disk')
    await expect(banner(page)).toContainText('This was not saved: the disk')
    await expect(page.getByLabel('Job title')).toHaveValue('Countess')

    await rm(filler)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await expect(banner(page)).not.toContainText('This was not saved')
    await expect(banner(page)).toContainText(/Only \d MB are free/)
    await stop()
  } finally {
    execFileSync('umount', [dataDir])
  }
})
