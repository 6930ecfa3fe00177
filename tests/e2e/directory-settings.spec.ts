import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { ask, openSample, section } from './profile-steps.ts'
import { openSampleAs } from './roles-steps.ts'

const card = (page: Page) => section(page, 'Directory')

async function openSettings(page: Page) {
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(card(page)).toBeVisible()
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`the directory’s settings in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('are saved one by one, each with a way back', async ({ launch }) => {
      const { page } = await launch()
      await openSample(page)
      await openSettings(page)
      await card(page)
        .getByRole('combobox', { name: /^Deleted users/ })
        .click()
      await page.getByRole('option', { name: '90 days' }).click()
      await expect(page.getByText('Directory settings saved')).toBeVisible()
      expect(await ask(page, 'getDirectory', {})).toMatchObject({ deletedUserRetentionDays: 90 })
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(card(page).getByRole('combobox', { name: /^Deleted users/ })).toHaveText(
        '30 days',
      )
      await card(page)
        .getByRole('combobox', { name: /^User names/ })
        .click()
      await page.getByRole('option', { name: 'alovelace', exact: true }).click()
      await expect(card(page).getByRole('combobox', { name: /^User names/ })).toHaveText(
        'alovelace',
      )
      await expectAccessible(page)
    })
  })

test('domains are added, made primary and removed, but none that a user name ends in', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  await openSettings(page)
  const input = card(page).getByRole('textbox', { name: 'Domain to add' })
  await input.fill('askerby')
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('“askerby” is not a domain name')
  await input.fill('askerby.test')
  await page.keyboard.press('Enter')
  const domains = card(page).getByRole('list', { name: 'Domains' }).getByRole('listitem')
  await expect(domains).toContainText(['askerby.example', 'askerby-optics.example', 'askerby.test'])
  await expect(input).toHaveValue('')
  await card(page).getByRole('button', { name: 'Make primary: askerby.test' }).click()
  await expect(domains.first()).toContainText('askerby.testPrimary')
  await card(page).getByRole('button', { name: 'Remove the domain askerby.example' }).click()
  await expect(card(page).getByRole('alert')).toContainText(/user names end in it, such as that of/)
  await card(page).getByRole('button', { name: 'Make primary: askerby.example' }).click()
  await card(page).getByRole('button', { name: 'Remove the domain askerby.test' }).click()
  await expect(domains).not.toContainText(['askerby.test'])
})

test('who may not change them sees them and who may', async ({ launch }) => {
  const { page } = await launch()
  await openSampleAs(page, 'leofric standeven')
  await openSettings(page)
  await expect(card(page)).toContainText('do not include “Change the directory’s settings”')
  await expect(card(page).getByRole('button')).toHaveCount(0)
  await expect(card(page).getByRole('combobox', { name: /^Deleted users/ })).toBeDisabled()
  await expectAccessible(page)
})
