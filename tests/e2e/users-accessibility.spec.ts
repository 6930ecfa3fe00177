import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { openSample } from './profile-steps.ts'
import { expectShown, row, searchBox } from './users-steps.ts'

for (const colorScheme of ['light', 'dark'] as const)
  test(`the list and what opens over it have no accessibility faults in ${colorScheme}`, async ({
    launch,
  }) => {
    const { page } = await launch()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openSample(page)
    await row(page, 2).click()
    await expect(page.getByText('1 selected')).toBeVisible()
    await expectAccessible(page)

    for (const opener of ['Columns', 'Add filter', 'How to search']) {
      await page.getByRole('button', { name: opener }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }

    await searchBox(page).fill('nobody is called this')
    await expectShown(page, '0 of 200 users')
    await expectAccessible(page)
  })
