import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { ask, openSample } from './profile-steps.ts'
import { expectShown, firstNames, row, searchBox } from './users-steps.ts'

const changes = (page: Page) => page.getByRole('region', { name: 'Changes' })
const preview = (page: Page) => page.getByRole('table', { name: 'Preview' })

async function addProperty(page: Page, name: string) {
  await changes(page)
    .getByRole('combobox', { name: /property/ })
    .fill(name)
  await page.getByRole('option', { name, exact: true }).click()
}

test('several users are edited by mouse, with a preview, and taken back', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const names = await firstNames(page, 3)
  await row(page, 0).click()
  await row(page, 2).click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Edit 3 users' })).toBeVisible()
  await expectAccessible(page)

  await addProperty(page, 'Company name')
  await changes(page).getByLabel('Company name: new value').fill('Lens Works')
  await changes(page).getByRole('button', { name: 'Preview' }).click()
  await expect(preview(page).getByRole('row')).toHaveCount(4)
  for (const name of names)
    await expect(preview(page).getByRole('row', { name: new RegExp(name) })).toContainText(
      'Lens Works',
    )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Apply to 3 users' }).click()
  await expect(page.getByText('3 users changed')).toBeVisible()
  await expectShown(page, '200 of 200 users')
  const { matching } = await ask(page, 'listUsers', {
    search: 'company:"Lens Works"',
    offset: 0,
    limit: 0,
  })
  expect(matching).toBe(3)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Undone')).toBeVisible()
})

test('who would become invalid is named, and the others are edited, by keyboard alone', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  await searchBox(page).press('Enter')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  const [long = ''] = await firstNames(page, 1)
  const { rows } = await ask(page, 'listUsers', { offset: 0, limit: 1 })
  const [first] = rows
  await ask(page, 'updateUser', {
    id: first?.id ?? '',
    revision: first?.revision ?? 0,
    changes: { division: 'x'.repeat(250) },
  })
  const { rows: both } = await ask(page, 'listUsers', { offset: 1, limit: 1 })
  await ask(page, 'updateUser', {
    id: both[0]?.id ?? '',
    revision: both[0]?.revision ?? 0,
    changes: { division: 'North' },
  })
  await expect(page.getByText('2 selected')).toBeVisible()
  const edit = page.getByRole('button', { name: 'Edit', exact: true })
  await edit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Which property?' })).toBeFocused()
  await page.keyboard.type('Division')
  await page.keyboard.press('Enter')
  await changes(page).getByRole('combobox', { name: 'What to do' }).focus()
  await page.keyboard.press('Enter')
  // Not the whole label: a space chooses, as Enter does.
  await page.keyboard.type('Add')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(changes(page).getByLabel('Division: text')).toBeFocused()
  await page.keyboard.type(' (former)')
  await page.keyboard.press('Control+Enter')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('1 of 2 users cannot be changed like this')
  await expect(alert).toContainText(
    `${long} – Division: At most 256 characters; this has 259. Remove 3.`,
  )
  await expectAccessible(page)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('1 user changed')).toBeVisible()
})

test('a preview that a change made stale is previewed again, and leaving asks', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  await row(page, 0).click()
  await row(page, 1).click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await addProperty(page, 'City')
  await changes(page).getByLabel('City: new value').fill('Leeds')
  await changes(page).getByRole('button', { name: 'Preview' }).click()
  await expect(preview(page)).toContainText('Leeds')
  const { domains } = await ask(page, 'getDirectory', {})
  await ask(page, 'createUser', {
    values: { displayName: 'New Here', userPrincipalName: `new.here@${domains[0]}` },
  })
  await expect(page.getByRole('alert')).toContainText('The directory changed since this preview')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(preview(page)).toContainText('Leeds')

  await page.getByRole('button', { name: 'Cancel' }).click()
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
  await expect(dialog).toContainText('the chosen users')
  await dialog.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByText('2 selected')).toBeVisible()
})
