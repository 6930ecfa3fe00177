import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { ask, openProfile, openSample } from './profile-steps.ts'
import { find } from './roles-steps.ts'
import { grid, searchBox } from './users-steps.ts'

const head = 'beverley nettleship'
// What is told in passing is an alert too.
const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'still report' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Reassign direct reports' })

async function reportsOf(page: Page, id: string) {
  return (await ask(page, 'getUser', { id })).directReports.map(({ displayName }) => displayName)
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`the people of a deleted manager in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('are listed at once, and go to another, by keyboard alone', async ({ launch }) => {
      const { page } = await launch()
      await openSample(page)
      const manager = await find(page, head)
      const people = await reportsOf(page, manager.id)
      await searchBox(page).fill(head)
      await grid(page)
        .getByRole('row', { name: /Beverley/ })
        .click()
      await page.keyboard.press('Delete')
      await expect(notice(page)).toContainText(
        `${people.length} people still report to Beverley Nettleship, who is deleted`,
      )
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(notice(page)).toBeHidden()
      await grid(page)
        .getByRole('row', { name: /Beverley/ })
        .click()
      await page.keyboard.press('Delete')
      await notice(page).getByRole('button', { name: 'Reassign' }).focus()
      await page.keyboard.press('Enter')
      for (const name of people)
        await expect(dialog(page).getByRole('list', { name: 'Direct reports' })).toContainText(name)
      await expectAccessible(page)
      await dialog(page).getByRole('combobox', { name: 'New manager' }).focus()
      await page.keyboard.type('yesenia montalvo')
      await expect(page.getByRole('option', { name: /Yesenia/ })).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await expect(page.getByText(/Yesenia .* takes over/)).toBeVisible()
      await expect(dialog(page)).toBeHidden()
      await expect(notice(page)).toBeHidden()
      expect(await reportsOf(page, (await find(page, 'yesenia montalvo')).id)).toEqual(
        people.filter((name) => !name.startsWith('Yesenia')),
      )
    })
  })

test('a blocked manager’s profile says who still reports there', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const { id } = await find(page, head)
  const people = await reportsOf(page, id)
  const { revision } = await ask(page, 'getUser', { id })
  await ask(page, 'updateUser', { id, revision, changes: { accountEnabled: false } })
  await openProfile(page, { id }, 'Beverley Nettleship')
  const banner = notice(page).filter({ hasText: 'Beverley Nettleship, who is blocked' })
  await expect(banner).toContainText(`${people.length} people still report`)
  await banner.getByRole('button', { name: 'Reassign' }).click()
  await dialog(page)
    .getByRole('combobox', { name: 'New manager' })
    .fill(people[0] ?? '')
  await page.getByRole('option').first().click()
  await dialog(page).getByRole('button', { name: 'Reassign' }).click()
  await expect(banner).toBeHidden()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(banner).toBeVisible()
})
