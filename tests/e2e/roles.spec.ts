import type { Locator, Page } from '@playwright/test'
import { aPng } from '../support/images.ts'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { goTo, openProfile, openSample, section, startEditing } from './profile-steps.ts'
import { find, openSampleAs } from './roles-steps.ts'

const command = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Refused, but reachable by keyboard, where a screen reader tells why. */
async function expectRefused(button: Locator, reason: RegExp) {
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await button.focus()
  await expect(button).toHaveAccessibleDescription(reason)
}

test.describe('a Global Administrator', () => {
  test('may do everything, but not block their own account', async ({ launch }) => {
    const { page } = await launch()
    await openSample(page)
    for (const name of ['New user', 'Import'])
      await expect(command(page, name)).not.toHaveAttribute('aria-disabled', 'true')
    await openProfile(page, await find(page, 'solveig brattland'), 'Solveig Brattland')
    await startEditing(page)
    const enabled = page.getByRole('textbox', { name: 'Account enabled' })
    await enabled.focus()
    await expect(enabled).toHaveAttribute('readonly')
    await expect(enabled).toHaveAccessibleDescription(/block the account you are signed in with/)
    await page.getByLabel('Job title').fill('Head of Identity')
    await page.keyboard.press('Control+s')
    await expect(section(page, 'Job information')).toContainText('Head of Identity')
  })
})

test.describe('a Helpdesk Administrator', () => {
  test('edits phones of people and nothing else, and nothing of those above', async ({
    launch,
  }) => {
    const { page } = await launch()
    await openSampleAs(page, 'beverley nettleship')
    for (const name of ['New user', 'Import', 'Delete'])
      await expectRefused(command(page, name), /Ask someone with one of these roles/)

    await openProfile(page, await find(page, 'dion castlemaine'), 'Dion Castlemaine')
    await expect(page.getByText('“Change photos”')).toBeVisible()
    await page.keyboard.press('Control+e')
    await expect(page.getByText('You can change only Business phone, Mobile phone')).toBeVisible()
    const title = page.getByLabel('Job title')
    await title.focus()
    await page.keyboard.type('Boss')
    await expect(title).toHaveValue('Service Desk Analyst')
    await expect(title).toHaveAccessibleDescription(/do not include “Edit users”/)
    await page.getByLabel('Mobile phone').fill('+44 7700 900123')
    await expectAccessible(page)
    await page.keyboard.press('Control+s')
    await expect(page.getByText('+44 7700 900123')).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByText('+44 7700 900123')).toBeHidden()

    await openProfile(page, await find(page, 'solveig brattland'), 'Solveig Brattland')
    await expectRefused(command(page, 'Edit'), /for Solveig Brattland, who is Global Administrator/)
    await expectAccessible(page)
  })
})

test.describe('a People Administrator', () => {
  test('changes photos, Global Administrators’ too, and no property', async ({ launch }) => {
    const { page } = await launch()
    await openSampleAs(page, 'gulnaz sarwari')
    await openProfile(page, await find(page, 'solveig brattland'), 'Solveig Brattland')
    await expectRefused(command(page, 'Edit'), /do not include “Edit users”/)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'solveig.png', mimeType: 'image/png', buffer: await aPng() })
    await page.getByRole('dialog').getByRole('button', { name: 'Use photo' }).click()
    await expect(page.getByRole('img', { name: 'Photo of Solveig Brattland' })).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('a Global Reader', () => {
  test('sees everything and is offered no way to change it', async ({ launch }) => {
    const { page } = await launch()
    await openSampleAs(page, 'leofric standeven')
    for (const name of ['New user', 'Import', 'Delete'])
      await expectRefused(command(page, name), /Ask someone with one of these roles/)
    await page.keyboard.press('Control+n')
    await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
    const ada = await find(page, 'dion castlemaine')
    await goTo(page, `/users/${ada.id}/edit`)
    await expect(page.getByText('Service Desk Analyst').first()).toBeVisible()
    await expectRefused(command(page, 'Edit'), /do not include “Edit users”/)
    await expect(command(page, 'Change photo')).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Verify/ })).toHaveCount(0)
    await goTo(page, '/users/new')
    await expect(page.getByText('do not include “Add users”')).toBeVisible()
    await expect(page.getByRole('form')).toHaveCount(0)
    await goTo(page, '/settings')
    await expect(page.getByRole('region', { name: 'Directory' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Backups' })).toHaveCount(0)
    await expectAccessible(page)
  })
})
