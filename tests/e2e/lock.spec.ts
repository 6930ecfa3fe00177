import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { addAda, ask, openProfile, openSample, startEditing, unsaved } from './profile-steps.ts'

test('an unsaved edit comes back when the same person signs in after Ctrl+L', async ({
  launch,
}) => {
  const { page } = await launch()
  const account = await openSample(page)
  await openProfile(page, await addAda(page))
  await startEditing(page)
  await page.getByLabel('Job title').fill('Countess')
  await page.keyboard.press('Control+l')

  await expect(page.getByText('Roster is locked.')).toBeVisible()
  await expect(page.getByText('Ada Lovelace')).toBeHidden()
  await expect(page.getByLabel('User name')).toHaveValue(account.userPrincipalName)
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await page.keyboard.type(account.password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Continue editing' }).click()
  await expect(page.getByLabel('Job title')).toHaveValue('Countess')
  await expect(unsaved(page)).toContainText('1 unsaved change')
})

test('every page is locked with the one where somebody clicks on Lock', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(other.getByRole('grid', { name: 'Users' })).toBeVisible()
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  for (const each of [page, other]) {
    await expect(each.getByText('Roster is locked.')).toBeVisible()
    await expectAccessible(each)
  }
})

test('how soon it locks is chosen in the settings', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('combobox', { name: 'Lock when nobody is there' }).click()
  await page.getByRole('option', { name: 'After 10 minutes' }).click()
  await expect.poll(async () => (await ask(page, 'getPreferences', {})).lockAfterMinutes).toBe(10)
  await expectAccessible(page)
})
