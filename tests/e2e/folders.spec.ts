import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.fixture.ts'
import { openSample } from './profile-steps.ts'
import { typePassword } from './sign-in-steps.ts'
import { harm, saveOften } from './storage-steps.ts'

// In the place of xdg-open stands a program that notes what it is to open.
const tools = mkdtempSync(join(tmpdir(), 'roster-tools-'))
const opened = join(tools, 'opened')
const program = join(tools, 'xdg-open')
writeFileSync(program, '#!/bin/sh\necho "$1" >>"$OPENED"\n')
chmodSync(program, 0o755)

const button = (page: Page) => page.getByRole('button', { name: 'Open the folder' })
const openedLast = async () =>
  (await readFile(opened, 'utf8').catch(() => '')).trim().split('\n').at(-1)

test.describe('with a file manager', () => {
  test.skip(({ host }) => process.platform !== 'linux' || host !== 'browser', 'as on Linux')
  test.use({
    environment: { DISPLAY: ':99', PATH: `${tools}:${process.env.PATH}`, OPENED: opened },
  })

  test('the folders are opened from the backups and from the pages of trouble', async ({
    launch,
    dataDir,
  }) => {
    const first = await launch()
    const account = await openSample(first.page)
    const second = await launch()
    await button(second.page).click()
    await expect.poll(openedLast).toBe(dataDir)
    await second.stop()

    await first.page.getByRole('link', { name: 'Settings' }).click()
    const card = first.page.getByRole('region', { name: 'Backups' })
    await card.getByRole('button', { name: 'Back up now' }).click()
    await expect(card.getByRole('listitem').first()).toBeVisible()
    await card.getByRole('button', { name: 'Open the folder' }).click()
    await expect.poll(openedLast).toBe(join(dataDir, 'backups'))
    await saveOften(first.page)
    await first.stop()

    await harm.part(dataDir)
    const { page } = await launch()
    await typePassword(page, account)
    await button(page).click()
    await expect.poll(openedLast).toBe(dataDir)
    await page.getByRole('button', { name: 'Show the report' }).click()
    await expect.poll(openedLast).toBe(join(dataDir, 'reports'))
  })
})

test('without a file manager there is no button that would open a folder', async ({
  launch,
  host,
}) => {
  test.skip(host !== 'browser' || process.platform !== 'linux', 'a desktop always has one')
  const first = await launch()
  await openSample(first.page)
  const { page } = await launch()
  await expect(page.getByRole('button', { name: 'Open read-only' })).toBeVisible()
  await expect(button(page)).toHaveCount(0)
})
