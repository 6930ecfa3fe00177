import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { addAda, ask, openSample } from './profile-steps.ts'

/** The id of the role that lets somebody add and edit users. */
const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1'

const banner = (page: Page) => page.getByRole('region', { name: 'Security notice' })

test('whoever is shut out is named until the data key was changed', async ({ launch }) => {
  const { page } = await launch()
  const { password } = await openSample(page)
  const { id: userId } = await addAda(page)
  await ask(page, 'assignRole', { userId, roleId: userAdministrator })
  await ask(page, 'resetPassword', { id: userId })
  await ask(page, 'unassignRole', { userId, roleId: userAdministrator })

  await expect(banner(page)).toContainText('Ada Lovelace could open this directory')
  await banner(page).getByRole('button', { name: 'Change the data key' }).click()
  const card = page.getByRole('main').getByRole('region', { name: 'Security', exact: true })
  await expect(card).toContainText('Ada Lovelace could open this directory')
  await expectAccessible(page)

  await card.getByRole('button', { name: 'Change the data key' }).click()
  const typed = card.getByRole('textbox', { name: 'Your password' })
  await typed.fill('Wrong-Password-1')
  await card.getByRole('button', { name: 'Change the data key' }).click()
  await expect(card.getByRole('alert').last()).toContainText('That is not your password')
  await typed.fill(password)
  await card.getByRole('button', { name: 'Change the data key' }).click()
  await expect(page.getByText('Data key changed')).toBeVisible()
  await expect(card).toContainText('Number 2')
  await expect(page.getByText('Ada Lovelace could open')).toHaveCount(0)
})

test('the history is checked from Settings', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await ask(page, 'backUpNow', {})
  await page.getByRole('link', { name: 'Settings' }).click()
  const card = page.getByRole('main').getByRole('region', { name: 'History', exact: true })
  await card.getByRole('button', { name: 'Check the history' }).click()
  await expect(card.getByRole('status')).toContainText('entries are as they were written')
  await expect(card.getByRole('status')).toContainText('One backup was made of this very history')
  await expect(card.locator('code')).toHaveText(/^(\w{4}-){3}\w{4}$/)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
})
