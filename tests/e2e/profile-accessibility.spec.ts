import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './app.fixture.ts'
import { addAda, openProfile, openSample, startEditing } from './profile-steps.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('the profile and its form break no rule of accessibility', async ({ launch }) => {
      const { page } = await launch()
      await openSample(page)
      await openProfile(page, await addAda(page))
      await expectAccessible(page)
      await startEditing(page)
      await page.getByLabel('Last name').fill('King')
      await page.getByLabel('Employee ID').fill('12345678901234567')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByRole('alert')).toBeFocused()
      await expectAccessible(page)
    })
  })
}

async function expectAccessible(page: Page) {
  // Legacy mode: Electron opens no second page for the check to run in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([])
}
