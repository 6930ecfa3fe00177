import { expect, test } from './app.fixture.ts'
import { openSample } from './profile-steps.ts'
import { expectShown, firstNames, grid, nameIn, row, searchBox } from './users-steps.ts'

test('keys walk the rows, select some and select all', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await searchBox(page).press('Enter')
  await expect(row(page, 0)).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 selected')).toBeVisible()
  await expect(row(page, 2)).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.press('End')
  await expect(row(page, 199)).toBeFocused()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('200 selected · all 200 matching')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('selected')).toBeHidden()

  await page.keyboard.press('Home')
  const name = await nameIn(row(page, 0)).textContent()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} – Profile`)
})

test('the mouse selects one, ranges and single ones more', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await row(page, 1).click()
  await row(page, 4).click({ modifiers: ['Shift'] })
  await row(page, 7).click({ modifiers: ['ControlOrMeta'] })
  await row(page, 2).getByRole('checkbox').click()
  await expect(page.getByText('4 selected')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all' }).click()
  await expect(page.getByText('all 200 matching')).toBeVisible()
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await expect(grid(page).getByRole('row', { selected: true })).toHaveCount(0)
})

test('a row keeps the focus when it is scrolled out of sight', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await searchBox(page).press('Enter')
  await page.keyboard.press('ArrowDown')
  await grid(page).evaluate((scroller) => {
    scroller.scrollTop = scroller.scrollHeight
  })
  await expect(row(page, 199)).toBeVisible()
  await expect(row(page, 1)).not.toBeInViewport()
  await expect(row(page, 1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 2)).toBeFocused()
  await expect(row(page, 2)).toBeInViewport()
})

test('deleted users come back: by undo, or from the deleted users', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const [one = '', two = ''] = await firstNames(page, 2)
  await row(page, 0).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Delete')
  await expect(page.getByText('2 users deleted')).toBeVisible()
  await expectShown(page, '198 of 198 users')
  await expect(row(page, 1)).toBeFocused()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expectShown(page, '200 of 200 users')
  expect(await firstNames(page, 2)).toEqual([one, two])

  await row(page, 1).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('1 user deleted')).toBeVisible()
  await page.getByRole('link', { name: 'Deleted users' }).click()
  await expectShown(page, '1 of 1 user')
  await page.getByRole('row', { name: two }).getByRole('checkbox').click()
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('No deleted users')).toBeVisible()
})
