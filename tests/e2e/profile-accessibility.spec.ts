import { expectAccessible } from './accessibility-steps.ts'
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
