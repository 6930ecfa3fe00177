import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import {
  ada,
  createDirectory,
  openNew,
  printed,
  shownKey,
  signOut,
  typeBack,
  typeNewPassword,
} from './sign-in-steps.ts'
import { signIn } from './users-steps.ts'

const next = 'Difference-Engine-1822'

test('a new directory is not entered before its recovery key was written down', async ({
  launch,
}) => {
  const { page } = await launch()
  await createDirectory(page)
  const recoveryKey = await shownKey(page)
  expect(recoveryKey).toMatch(/^(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}$/)
  const text = await printed(page)
  await page.getByRole('button', { name: 'Print' }).click()
  await expect.poll(text).toContain(recoveryKey)

  await page.getByRole('button', { name: 'I have written it down' }).click()
  await expect(page.getByText(recoveryKey.slice(0, 4))).toBeHidden()
  const fields = page.getByRole('textbox')
  await expect(fields.first()).toBeFocused()
  await fields.first().fill('0000')
  await fields.last().fill('ZZZZ')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(fields.first()).toHaveAccessibleDescription(/Look at what you wrote down/)
  await page.getByRole('button', { name: 'Show the key again' }).click()
  expect(await shownKey(page)).toBe(recoveryKey)
  await typeBack(page, recoveryKey)
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
})

test('a lost password is replaced with the recovery key, by keyboard alone', async ({ launch }) => {
  const { page } = await launch()
  const recoveryKey = await openNew(page)
  await signOut(page)

  await page.getByRole('button', { name: 'Use the recovery key' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Recovery key')).toBeFocused()
  await page.keyboard.type(`${recoveryKey.slice(0, -1)}*`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('There is a mistake in this recovery key')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(recoveryKey.slice(-1))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Account' })).toHaveText(/Ada Lovelace/)
  await page.keyboard.press('Tab')
  await page.keyboard.type('short')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('short')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/At least 8 characters/)
  await typeNewPassword(page, 'New password', next)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()

  await signOut(page)
  await signIn(page, { ...ada, password: next })
})

test('a renewed recovery key takes the place of the one before', async ({ launch }) => {
  const { page } = await launch()
  const before = await openNew(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Make a new recovery key' }).click()
  await page.getByRole('textbox', { name: 'Your password' }).fill('not this one')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('That is not your password')
  await page.getByRole('textbox', { name: 'Your password' }).fill(ada.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Recovery key' })).toBeVisible()
  const recoveryKey = await shownKey(page)
  expect(recoveryKey).not.toBe(before)
  await typeBack(page, recoveryKey)
  await expect(page.getByText('The new recovery key is in force.')).toBeVisible()

  await signOut(page)
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  await page.getByLabel('Recovery key').fill(before)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('It may have been replaced since.')).toBeVisible()
  await page.getByLabel('Recovery key').fill(recoveryKey)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('the pages of the recovery key break no rule of accessibility', async ({ launch }) => {
      const { page } = await launch()
      await createDirectory(page)
      await expectAccessible(page)
      const recoveryKey = await shownKey(page)
      await page.getByRole('button', { name: 'I have written it down' }).click()
      await page.getByRole('button', { name: 'Go on' }).click()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Show the key again' }).click()
      await typeBack(page, recoveryKey)
      await signOut(page)
      await page.getByRole('button', { name: 'Use the recovery key' }).click()
      await page.getByLabel('Recovery key').fill('0000')
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel('Recovery key').fill(recoveryKey)
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible()
      await page.getByLabel('New password').fill('Letmein')
      await expectAccessible(page)
    })
  })
}
