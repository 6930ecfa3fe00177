import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { openSample } from './profile-steps.ts'
import { typePassword } from './sign-in-steps.ts'
import { banner, harm, signIn } from './storage-steps.ts'

test('every backup is also made in a second folder, from which the directory comes back', async ({
  launch,
  dataDir,
}, testInfo) => {
  const elsewhere = testInfo.outputPath('elsewhere')
  const full = testInfo.outputPath('full')
  await mkdir(full)
  await writeFile(join(full, 'letter.txt'), '')
  const first = await launch()
  const account = await openSample(first.page)
  await first.page.getByRole('link', { name: 'Settings' }).click()
  const card = first.page.getByRole('region', { name: 'Backups' })
  await card.getByRole('button', { name: 'Add a second folder' }).click()
  const path = card.getByRole('textbox', { name: 'Second folder' })
  await expect(path).toBeFocused()
  await expect(card.getByRole('button', { name: 'Add', exact: true })).toBeDisabled()
  await path.fill(full)
  await path.press('Enter')
  await expect(card.getByRole('alert')).toContainText('already holds other things')
  await expectAccessible(first.page)
  await path.fill(elsewhere)
  await card.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(card).toContainText(`Second folder: ${elsewhere}`)

  await card.getByRole('button', { name: 'Back up now' }).click()
  const newest = card.getByRole('listitem').first()
  await expect(newest).toContainText('in both folders')
  await rename(elsewhere, `${elsewhere}.away`)
  await card.getByRole('button', { name: 'Back up now' }).click()
  await expect(banner(first.page)).toContainText(`The backup in ${elsewhere} was not made`)
  await expect(newest).toContainText('in the first folder')
  await rename(`${elsewhere}.away`, elsewhere)
  await card.getByRole('button', { name: 'Back up now' }).click()
  await expect(banner(first.page)).toBeHidden()
  await first.stop()
  await harm.everything(dataDir)
  await rm(join(dataDir, 'backups'), { recursive: true })

  const { page } = await launch()
  await typePassword(page, account)
  await page.getByRole('button', { name: 'Open a backup' }).click()
  await expect(page.getByText(`Second folder: ${elsewhere}`)).toBeVisible()
  const list = page.getByRole('list', { name: 'Backups, the newest first' })
  await expect(list.getByRole('listitem').first()).toContainText('in the second folder')
  await list.getByRole('button').first().click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await signIn(page, account)
  await expect(page.getByText('200 users')).toBeVisible()

  await page.getByRole('link', { name: 'Settings' }).click()
  const later = page.getByRole('region', { name: 'Backups' })
  await later.getByRole('button', { name: 'Remove the second folder' }).click()
  await expect(later.getByRole('button', { name: 'Add a second folder' })).toBeVisible()
  expect((await readdir(elsewhere)).length).toBeGreaterThan(1)
})
