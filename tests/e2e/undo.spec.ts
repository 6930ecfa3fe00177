import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { addAda, ask, goTo, openProfile, openSample, section } from './profile-steps.ts'

const change = async (page: Page, id: string, changes: Record<string, unknown>) => {
  const { revision } = await ask(page, 'getUser', { id })
  return ask(page, 'updateUser', { id, revision, changes })
}

test('what was done last is undone and done again by keyboard, outside of text fields', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  await change(page, ada.id, { jobTitle: 'Countess' })
  await openProfile(page, ada)
  await expect(section(page, 'Job information')).toContainText('Countess')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: Update user, Ada Lovelace')).toBeVisible()
  await expect(section(page, 'Job information')).toContainText('Analyst')
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('Done again: Update user, Ada Lovelace')).toBeVisible()
  await expect(section(page, 'Job information')).toContainText('Countess')
  await goTo(page, '/users')
  const search = page.getByRole('searchbox', { name: 'Search users' })
  await search.fill('Ada')
  await search.press('Control+z')
  expect((await ask(page, 'getUser', { id: ada.id })).jobTitle).toBe('Countess')
})

test('the menu names what would be undone and done again', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const latest = page.getByRole('button', { name: 'Latest changes' })
  await latest.click()
  await expect(page.getByRole('menuitem', { name: /Nothing to redo/ })).toBeDisabled()
  await page.getByRole('menuitem', { name: /Undo: Add user, Ada Lovelace/ }).click()
  await expect(page.getByText('Undone: Add user, Ada Lovelace')).toBeVisible()
  await latest.press('Enter')
  await expect(page.getByRole('menuitem', { name: /Nothing to undo/ })).toBeDisabled()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: /Redo: Add user, Ada Lovelace/ }).press('Enter')
  await openProfile(page, ada)
})

test('an entry, or one property of it, is reverted from the history, and that is undone again', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  await change(page, ada.id, { jobTitle: 'Countess', city: 'London' })
  await change(page, ada.id, { department: 'Engines' })
  await openProfile(page, ada)
  const history = section(page, 'History')
  await history.getByRole('button', { name: /Update user Job title, City/ }).click()
  await history.getByRole('button', { name: 'Revert Job title of Ada Lovelace' }).click()
  await expect(page.getByText('Reverted', { exact: true })).toBeVisible()
  await expect(section(page, 'Job information')).toContainText('Analyst')
  await expect(section(page, 'Contact information')).toContainText('London')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(section(page, 'Job information')).toContainText('Countess')
  await change(page, ada.id, { city: 'Paris' })
  await page.getByRole('link', { name: 'History', exact: true }).click()
  const entries = page.getByRole('list', { name: 'Entries, the newest first' })
  await entries
    .getByRole('button', { name: /Update user Ada Lovelace Job title, City/ })
    .press('Enter')
  await entries.getByRole('button', { name: /^Revert entry/ }).press('Enter')
  await expect(page.getByText(/changed “City” of Ada Lovelace again in entry/)).toBeVisible()
})
