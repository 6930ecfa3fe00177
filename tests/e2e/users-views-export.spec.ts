import { readFile } from 'node:fs/promises'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { ask, openSample } from './profile-steps.ts'
import { columnsOf, expectShown, row, searchBox } from './users-steps.ts'

test('a list is exported as it is shown, or only who is selected', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await searchBox(page).fill('city:sheffield')
  await expectShown(page, /^\d\d of 200 users$/)
  const { matching } = await ask(page, 'listUsers', {
    search: 'city:sheffield',
    offset: 0,
    limit: 0,
  })
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export users' })
  await expect(
    dialog.getByRole('radio', { name: `The ${matching} users in the list as it is now` }),
  ).toBeChecked()
  await expectAccessible(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^users-\d{4}-\d\d-\d\d\.csv$/)
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(matching + 1)
  expect(lines[0]).toContain('"Display name","User name","Job title"')
  await expect(page.getByText(`${matching} users exported`)).toBeVisible()

  await row(page, 0).click()
  await page.getByRole('button', { name: 'Export' }).click()
  await dialog.getByRole('combobox', { name: 'File' }).click()
  await page.getByRole('option', { name: 'Microsoft Graph (JSON)' }).click()
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ])
  expect(JSON.parse(await readFile(await json.path(), 'utf8')).value).toHaveLength(1)
})

test('a view is kept by name, chosen again and deleted, by keyboard alone', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const columns = await columnsOf(page)
  await searchBox(page).fill('city:sheffield')
  await expectShown(page, /^\d\d of 200 users$/)
  const views = page.getByRole('button', { name: 'Views' })
  await views.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Views' })
  await expect(dialog.getByLabel('Name of a view')).toBeFocused()
  await page.keyboard.type('Sheffield people')
  await page.keyboard.press('Enter')
  await expect(page.getByText('View “Sheffield people” saved')).toBeVisible()
  await expect(dialog).toBeHidden()

  await searchBox(page).fill('')
  await expectShown(page, '200 of 200 users')
  await page.reload()
  await expectShown(page, '200 of 200 users')
  await views.focus()
  await page.keyboard.press('Enter')
  const chosen = dialog.getByRole('button', { name: 'Sheffield people', exact: true })
  await expect(chosen).toBeVisible()
  await expectAccessible(page)
  await chosen.focus()
  await page.keyboard.press('Enter')
  await expectShown(page, /^\d\d of 200 users$/)
  await expect(searchBox(page)).toHaveValue('city:sheffield')
  expect(await columnsOf(page)).toEqual(columns)

  await views.focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Delete view Sheffield people' }).focus()
  await page.keyboard.press('Enter')
  await expect(chosen).toBeHidden()
})
