import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { openSample } from './profile-steps.ts'
import { typePassword } from './sign-in-steps.ts'
import { harm, saveOften } from './storage-steps.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('the pages of damage and backups break no rule of accessibility', async ({
      launch,
      dataDir,
    }) => {
      const first = await launch()
      const account = await openSample(first.page)
      await saveOften(first.page)
      await first.stop()
      await harm.part(dataDir)

      const { page } = await launch()
      await typePassword(page, account)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/is damaged/)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Open a backup' }).click()
      await page
        .getByRole('button', { name: /^Restore the backup of/ })
        .first()
        .click()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Back', exact: true }).click()
      await page.getByRole('button', { name: 'Look at what can be read' }).click()
      await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Settings' }).click()
      await expect(page.getByRole('region', { name: 'Backups' })).toBeVisible()
      await expectAccessible(page)
    })

    test('the pages of a directory that is in use break no rule of accessibility', async ({
      launch,
    }) => {
      const first = await launch()
      await openSample(first.page)
      const { page } = await launch()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/in another Roster/)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Open read-only' }).click()
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
      await expectAccessible(page)
    })
  })
}
