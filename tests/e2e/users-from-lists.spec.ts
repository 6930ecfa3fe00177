import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { ask, openSample } from './profile-steps.ts'
import { expectShown, firstNames, row, searchBox } from './users-steps.ts'

async function more(page: Page, command: string) {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: command }).click()
}

test('users are chosen from a pasted list, which tells whom it does not find', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const [one = '', two = ''] = await firstNames(page, 2)
  const { domains } = await ask(page, 'getDirectory', {})
  for (const number of [1, 2])
    await ask(page, 'createUser', {
      values: {
        displayName: 'Twin Person',
        userPrincipalName: `twin${number}@${domains[0]}`,
      },
    })
  await searchBox(page).fill('nobody like this')
  await more(page, 'Choose from a list')
  const dialog = page.getByRole('dialog', { name: 'Choose from a list' })
  await dialog.getByRole('textbox').fill(`${one}\n${two}; Not Here\nTwin Person`)
  await dialog.getByRole('button', { name: 'Find' }).click()
  await expect(dialog.getByRole('status')).toHaveText('2 users found')
  await expect(dialog.getByRole('region', { name: '1 was not found' })).toContainText('Not Here')
  await expectAccessible(page)
  await dialog.getByRole('checkbox', { name: `twin2@${domains[0]}` }).check()
  await dialog.getByRole('button', { name: 'Choose 3 users' }).click()
  await expectShown(page, '202 of 202 users')
  await expect(page.getByText('3 selected')).toBeVisible()
})

test('rows of a spreadsheet are previewed, mended and applied, by keyboard alone', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const { rows } = await ask(page, 'listUsers', { offset: 0, limit: 2 })
  const [one, two] = rows.map(({ userPrincipalName }) => userPrincipalName)
  await page.getByRole('button', { name: 'More' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Edit from a spreadsheet' })).toBeVisible()
  const field = page.getByRole('textbox', { name: 'Rows with their headings' })
  await expect(field).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.insertText(
    `UPN\tCity\tShoe size\n${one}\tLeeds\t38\n${two}\tYork\t40\nnobody@else.example\tHull\t42`,
  )
  await page.keyboard.press('Control+Enter')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('1 of 3 users cannot be changed like this')
  await expect(alert).toContainText(
    'Nobody in the directory has “nobody@else.example” in the column “UPN”.',
  )
  await expect(page.getByText('Left out, being no property: “Shoe size”')).toBeVisible()
  await expect(page.getByText('“UPN” is read as User name')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('2 users changed')).toBeVisible()
  const { matching } = await ask(page, 'listUsers', { search: 'city:york', offset: 0, limit: 0 })
  expect(matching).toBe(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Undone')).toBeVisible()
})

test('selected users are copied as rows, which come back from the clipboard unchanged', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  await row(page, 0).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('ControlOrMeta+c')
  await expect(page.getByText('2 users copied')).toBeVisible()
  await expect(page.getByText('2 selected')).toBeVisible()
  await more(page, 'Edit from a spreadsheet')
  const field = page.getByRole('textbox', { name: 'Rows with their headings' })
  await expect(field).toBeFocused()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(field).toHaveValue(/^Display name\tUser name\tJob title/)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText('Nothing would change.')).toBeVisible()
  await field.fill('')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('2 selected')).toBeVisible()
  await row(page, 1).focus()
  await page.keyboard.press('ControlOrMeta+e')
  await expect(page.getByRole('heading', { name: 'Edit 2 users' })).toBeVisible()
})
