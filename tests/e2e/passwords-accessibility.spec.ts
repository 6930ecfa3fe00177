import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { addAda, openProfile, openSample } from './profile-steps.ts'
import { row } from './users-steps.ts'

for (const colorScheme of ['light', 'dark'] as const)
  test(`resetting passwords breaks no rule of accessibility in ${colorScheme}`, async ({
    launch,
  }) => {
    const { page } = await launch()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openSample(page)
    await openProfile(page, await addAda(page))
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Reset password' }).click()
    await dialog.getByRole('radio', { name: 'Choose one' }).check()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Reset password' }).click()
    await expect(dialog).toContainText('At least 8 characters')
    await dialog.getByRole('radio', { name: /Generate one/ }).check()
    await dialog.getByRole('button', { name: 'Reset password' }).click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Close anyway' }).click()

    await page.getByRole('link', { name: 'Back to Users' }).click()
    await row(page, 0).click()
    await page.keyboard.press('Control+a')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Reset passwords' }).click()
    await expect(dialog.getByRole('region', { name: '1 user is left out' })).toBeVisible()
    await expectAccessible(page)
  })
