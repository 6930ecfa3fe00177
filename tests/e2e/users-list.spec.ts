import { expect, test } from './app.fixture.ts'
import { ask, openSample } from './profile-steps.ts'
import {
  columnsOf,
  expectShown,
  firstNames,
  grid,
  header,
  nameIn,
  row,
  searchBox,
  signIn,
} from './users-steps.ts'

test('a search narrows the list as it is typed, and Escape takes it back', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await expectShown(page, '200 of 200 users')
  await searchBox(page).fill('department:engineering')
  await expectShown(page, /^\d\d of 200 users$/)
  const found = await grid(page).getByRole('row').count()
  await expect(grid(page).getByRole('row', { name: /Engineering/ })).toHaveCount(found - 1)

  await searchBox(page).fill('nobody is called this')
  await expectShown(page, '0 of 200 users')
  await expect(page.getByText('No users match “nobody is called this”.')).toBeVisible()
  await searchBox(page).press('Escape')
  await expect(searchBox(page)).toHaveValue('')
  await expectShown(page, '200 of 200 users')
})

test('a header sorts up, down and not at all, and with Shift by a second column', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const names = async (...sort: NonNullable<Parameters<typeof ask<'listUsers'>>[2]['sort']>) => {
    const { rows } = await ask(page, 'listUsers', { sort, offset: 0, limit: 8 })
    return rows.map(({ displayName }) => displayName)
  }
  const usual = await names()
  const sorted = async (expected: readonly string[]) =>
    expect.poll(() => firstNames(page, 8)).toEqual(expected)
  await sorted(usual)

  await header(page, 'Job title').click()
  await expect(header(page, 'Job title')).toHaveAttribute('aria-sort', 'ascending')
  await sorted(await names({ property: 'jobTitle', direction: 'asc' }))
  await header(page, 'Job title').click()
  await expect(header(page, 'Job title')).toHaveAttribute('aria-sort', 'descending')
  await sorted(await names({ property: 'jobTitle', direction: 'desc' }))
  await header(page, 'Job title').click()
  await expect(header(page, 'Job title')).toHaveAttribute('aria-sort', 'none')
  await sorted(usual)

  await header(page, 'Department').click()
  await header(page, 'Display name').click({ modifiers: ['Shift'] })
  await header(page, 'Display name').click({ modifiers: ['Shift'] })
  await sorted(
    await names(
      { property: 'department', direction: 'asc' },
      { property: 'displayName', direction: 'desc' },
    ),
  )
})

test('columns are shown, moved by keyboard and put back', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const usual = await columnsOf(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  const chooser = page.getByRole('dialog', { name: 'Columns' })
  await chooser.getByRole('checkbox', { name: 'City' }).uncheck()
  await chooser.getByRole('checkbox', { name: 'Manager' }).check()
  const up = chooser.getByRole('button', { name: 'Move Manager up' })
  for (let presses = 0; presses < 4; presses++) await up.press('Enter')
  await expect(up).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(chooser).toBeHidden()
  expect(await columnsOf(page)).toEqual([
    'Display name',
    'User name',
    'Manager',
    'Job title',
    'Department',
    'Office location',
    'Mobile phone',
  ])
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible()

  await page.getByRole('button', { name: 'Columns' }).click()
  await chooser.getByRole('button', { name: 'Reset to default' }).click()
  await page.keyboard.press('Escape')
  expect(await columnsOf(page)).toEqual(usual)
})

test('a filter is built from the values there are, changed and removed', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await page.getByRole('button', { name: 'Add filter' }).click()
  const editor = page.getByRole('dialog', { name: 'Filter' })
  await editor.getByRole('combobox', { name: 'Property' }).fill('Department')
  await page.keyboard.press('Enter')
  await editor.getByRole('combobox', { name: 'Condition' }).click()
  await page.getByRole('option', { name: 'is', exact: true }).click()
  await editor.getByRole('combobox', { name: 'Values' }).fill('fin')
  await page.getByRole('option', { name: /^Finance/ }).click()
  await editor.getByRole('button', { name: 'Apply' }).click()
  await expectShown(page, /^\d\d? of 200 users$/)
  const chip = page.getByRole('group', { name: 'Department: Finance' })
  await expect(chip).toBeVisible()

  await chip.getByRole('button', { name: 'Department: Finance', exact: true }).click()
  await editor.getByRole('combobox', { name: 'Condition' }).click()
  await page.getByRole('option', { name: 'is not', exact: true }).click()
  await editor.getByRole('button', { name: 'Apply' }).click()
  await expectShown(page, /^1\d\d of 200 users$/)
  await page.getByRole('button', { name: 'Remove filter Department: not Finance' }).click()
  await expectShown(page, '200 of 200 users')

  await page.getByRole('button', { name: 'Add filter' }).click()
  await editor
    .getByRole('button', { name: 'Authentication phone not verified', exact: true })
    .click()
  await expectShown(page, /^\d\d of 200 users$/)
})

test('the list is as it was left: on coming back from a profile and after a restart', async ({
  launch,
}) => {
  const first = await launch()
  const account = await openSample(first.page)
  await searchBox(first.page).fill('e')
  await header(first.page, 'City').click()
  await expect(header(first.page, 'City')).toHaveAttribute('aria-sort', 'ascending')
  await grid(first.page).evaluate((scroller) => {
    scroller.scrollTop = 44 * 60
  })
  await row(first.page, 64).click()
  await expect(first.page.getByText('1 selected')).toBeVisible()
  const left = {
    name: await nameIn(row(first.page, 63)).textContent(),
    selected: await nameIn(row(first.page, 64)).textContent(),
  }

  await nameIn(row(first.page, 63)).click()
  await expect(first.page.getByRole('heading', { level: 1 })).toHaveText(`${left.name} – Profile`)
  await first.page.goBack()
  await expect(row(first.page, 63)).toBeFocused()
  await expect(nameIn(row(first.page, 63))).toHaveText(left.name ?? '')
  await expect(first.page.getByText('1 selected')).toBeVisible()
  await expect
    .poll(() => ask(first.page, 'getListState', {}))
    .toMatchObject({ state: { search: 'e', firstRow: 60 } })
  await first.stop()

  const { page } = await launch()
  await signIn(page, account)
  await expect(searchBox(page)).toHaveValue('e')
  await expect(header(page, 'City')).toHaveAttribute('aria-sort', 'ascending')
  await expect(row(page, 64)).toBeInViewport()
  await expect(nameIn(row(page, 64))).toHaveText(left.selected ?? '')
  await expect(row(page, 64)).toHaveAttribute('aria-selected', 'true')
})
