import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { openSample } from './profile-steps.ts'
import { nameIn, row } from './users-steps.ts'

const entries = (page: Page) => page.getByRole('list', { name: 'Entries, the newest first' })

const openHistory = async (page: Page) => {
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
}

/** Opens the third user of the list, changes the job title, and answers the user's name. */
async function changeJobTitle(page: Page, title: string): Promise<string> {
  const name = (await nameIn(row(page, 2)).textContent()) ?? ''
  await row(page, 2).dblclick()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Job title').fill(title)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  return name
}

test('the history tells what was changed, from what to what, and leads to whom', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const name = await changeJobTitle(page, 'Keeper of the Seal')
  await openHistory(page)
  const entry = entries(page).getByRole('button', { name: `Update user ${name}` })
  await expect(entry).toContainText('Job title')
  await entry.click()
  await expect(entries(page)).toContainText('Keeper of the Seal')
  await entries(page).getByRole('link', { name, exact: true }).click()
  const card = page.getByRole('region', { name: 'History' })
  await card.getByRole('button', { name: /Update user Job title/ }).click()
  await expect(card).toContainText('Keeper of the Seal')
  await card.getByRole('link', { name: 'Whole history' }).click()
  await expect(page.getByRole('heading', { name: `${name} – History` })).toBeVisible()
  await expect(page.getByRole('status').first()).toHaveText('2 entries')
})

test('the history is walked through and opened by keyboard, and shows new entries by itself', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  await changeJobTitle(page, 'Keeper of the Seal')
  await openHistory(page)
  await expect(page.getByRole('status').first()).toHaveText('2 entries')
  await page.getByLabel('Until').focus()
  for (let tab = 0; tab < 5; tab += 1) {
    await page.keyboard.press('Tab')
    if (
      await entries(page)
        .getByRole('button')
        .first()
        .evaluate((each) => each === document.activeElement)
    )
      break
  }
  await page.keyboard.press('Enter')
  await expect(entries(page)).toContainText('Keeper of the Seal')
  await page.keyboard.press('ArrowDown')
  const second = entries(page).getByRole('button', { name: /Create directory/ })
  await expect(second).toBeFocused()
  await page.keyboard.press('Enter')
  await entries(page)
    .getByRole('link', { name: /^All .* changes$/ })
    .click()
  await expect(page.getByRole('heading', { name: /^Create directory – / })).toBeVisible()
  const changes = page.getByRole('list', { name: 'Changes' })
  await changes.getByRole('listitem').first().locator('[tabindex="0"]').focus()
  await page.keyboard.press('End')
  await expect(changes.getByText(/Role · Added|Group · Added/).last()).toBeVisible()
})

test('filters narrow the history and are cleared again', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const name = await changeJobTitle(page, 'Keeper of the Seal')
  await openHistory(page)
  await page.getByLabel('What').click()
  await page.getByRole('option', { name: 'Create directory' }).click()
  await expect(page.getByRole('status').first()).toHaveText('1 entry')
  await expect(entries(page)).not.toContainText(name)
  await page.getByLabel('Property').click()
  await page.getByRole('option', { name: 'Fax number' }).click()
  await page.getByLabel('Until').fill('2020-01-01')
  await expect(page.getByText('Nothing in the history matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(page.getByRole('status').first()).toHaveText('2 entries')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the pages of the history have no accessibility faults in ${colorScheme}`, async ({
    launch,
  }) => {
    const { page } = await launch()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openSample(page)
    await changeJobTitle(page, 'Keeper of the Seal')
    await page.getByRole('region', { name: 'History' }).getByRole('button').first().click()
    await expectAccessible(page)
    await openHistory(page)
    await expectAccessible(page)
    await entries(page).getByRole('button').first().click()
    await entries(page).getByRole('button').last().click()
    await expectAccessible(page)
    await page.getByRole('link', { name: /^All .* changes$/ }).click()
    await expect(page.getByRole('list', { name: 'Changes' })).toBeVisible()
    await expectAccessible(page)
  })
