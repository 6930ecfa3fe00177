import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { ask, openSample } from './profile-steps.ts'
import { find } from './roles-steps.ts'

const deletedUsers = (page: Page) => page.getByRole('grid', { name: 'Deleted users' })

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`deleted users in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('are removed for good only after a question, whose easy answer keeps them', async ({
      launch,
    }) => {
      const { page } = await launch()
      await openSample(page)
      const user = await find(page, 'yesenia montalvo')
      await ask(page, 'deleteUsers', { ids: [user.id] })
      await page.getByRole('link', { name: 'Deleted users' }).click()
      const row = deletedUsers(page).getByRole('row', { name: /Yesenia/ })
      await expect(row).toContainText('30 days left')
      const purge = page.getByRole('button', { name: 'Delete permanently' })
      await expect(purge).toBeDisabled()
      await row.click()
      await purge.click()
      const question = page.getByRole('dialog', { name: 'Delete 1 user permanently?' })
      await expect(question.getByRole('button', { name: 'Keep' })).toBeFocused()
      await expectAccessible(page)
      await page.keyboard.press('Enter')
      await expect(question).toBeHidden()
      await expect(row).toHaveAttribute('aria-selected', 'true')

      await purge.click()
      await question.getByRole('button', { name: 'Delete permanently' }).click()
      await expect(page.getByText('1 user permanently deleted')).toBeVisible()
      await expect(page.getByText('Users you delete are kept here for 30 days')).toBeVisible()
      await expect(ask(page, 'getUser', { id: user.id })).rejects.toThrow(
        'no longer in the directory',
      )
    })
  })
