import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { ask } from './profile-steps.ts'
import { ada, openNew, signOut, typeNewPassword } from './sign-in-steps.ts'
import { signIn } from './users-steps.ts'

const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8'

/** Grace is an administrator with a password she was given. */
async function addGrace(page: Page): Promise<{ readonly id: string; readonly password: string }> {
  const values = { displayName: 'Grace Hopper', userPrincipalName: 'grace@contoso.example' }
  const { id } = await ask(page, 'createUser', { values })
  await ask(page, 'assignRole', { userId: id, roleId: helpdesk })
  return { id, password: (await ask(page, 'resetPassword', { id })).password }
}

const password = (page: Page) => page.getByLabel('Password', { exact: true })
const userName = (page: Page) => page.getByLabel('User name')

async function tryPassword(page: Page, typed: string) {
  await password(page).fill(typed)
  await page.keyboard.press('Enter')
}

test('an administrator is chosen from the list, by mouse and by keyboard', async ({ launch }) => {
  const { page } = await launch()
  await openNew(page)
  await addGrace(page)
  await signOut(page)

  await page.getByRole('button', { name: 'Show the administrators' }).click()
  await page.getByRole('option', { name: /Grace Hopper/ }).click()
  await expect(userName(page)).toHaveValue('grace@contoso.example')
  await userName(page).fill('lovel')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(userName(page)).toHaveValue(ada.userPrincipalName)
  await page.keyboard.press('Tab')
  await page.keyboard.type(ada.password)
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(password(page)).toHaveAttribute('type', 'text')
  await password(page).press('Enter')
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
})

test('a wrong password and a blocked account are told apart', async ({ launch }) => {
  const { page } = await launch()
  await openNew(page)
  const { id } = await addGrace(page)
  const { revision } = await ask(page, 'getUser', { id })
  await ask(page, 'updateUser', { id, revision, changes: { accountEnabled: false } })
  await signOut(page)

  await userName(page).fill(ada.userPrincipalName)
  await tryPassword(page, 'Wrong-Password-1')
  await expect(page.getByRole('alert')).toContainText('do not match')
  await expect(password(page)).toBeFocused()
  await userName(page).fill('grace@contoso.example')
  await tryPassword(page, 'Wrong-Password-1')
  await expect(page.getByRole('alert')).toContainText('The account of Grace Hopper is blocked')
})

test('after four wrong passwords the next one waits, and the page counts down', async ({
  launch,
}) => {
  const { page } = await launch()
  await openNew(page)
  await signOut(page)
  const button = page.getByRole('button', { name: 'Sign in', exact: true })
  for (let count = 1; count <= 4; count++) {
    await tryPassword(page, `Wrong-Password-${count}`)
    await expect(password(page)).toHaveValue('')
    await expect(page.getByRole('alert').first()).toContainText('do not match')
  }
  await expect(page.getByRole('timer', { name: 'Time to wait' })).toHaveText(/^0:0[1-5]$/)
  await expect(button).toBeDisabled()
  await page.reload()
  await expect(page.getByRole('timer', { name: 'Time to wait' })).toBeVisible()
  await expect(button).toBeEnabled({ timeout: 15_000 })
  await signIn(page, ada)
})

test('a password that was given is changed before anything else', async ({ launch }) => {
  const { page } = await launch()
  await openNew(page)
  const { password: given } = await addGrace(page)
  await signOut(page)
  await userName(page).fill('grace@contoso.example')
  await tryPassword(page, given)

  await expect(page.getByRole('heading', { name: 'Choose your own password' })).toBeVisible()
  await page.keyboard.type(given)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Hopper-1906-cobol')
  const rule = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  await expect(rule('8 to 256 characters')).toContainText('fulfilled')
  await expect(rule('No part of the names')).not.toContainText('fulfilled')
  await page.getByLabel('Repeat password').fill('Something-else-1')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Repeat password')).toHaveAccessibleDescription(/not the same/)
  await page.getByLabel('Repeat password').fill('Hopper-1906-cobol')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/“hopper” is part/)
  await typeNewPassword(page, 'New password', 'Nanosecond-Wire-1906')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByLabel('Present password').fill('Nanosecond-Wire-1906')
  await typeNewPassword(page, 'New password', 'Mark-One-Moth-1947')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await signOut(page)
  await signIn(page, { userPrincipalName: 'grace@contoso.example', password: 'Mark-One-Moth-1947' })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('the pages of signing in break no rule of accessibility', async ({ launch }) => {
      const { page } = await launch()
      await openNew(page)
      const { password: given } = await addGrace(page)
      await page.getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('button', { name: 'Change password' }).click()
      await expectAccessible(page)
      await signOut(page)
      await userName(page).fill('grace@contoso.example')
      await tryPassword(page, given)
      await expect(page.getByRole('heading', { name: 'Choose your own password' })).toBeVisible()
      await page.getByLabel('New password').fill('Hopper')
      await expectAccessible(page)
      await signOut(page)
      await userName(page).fill(ada.userPrincipalName)
      for (let count = 1; count <= 4; count++) {
        await tryPassword(page, `Wrong-Password-${count}`)
        await expect(password(page)).toHaveValue('')
        await expect(page.getByRole('alert').first()).toContainText('do not match')
      }
      await expect(page.getByRole('timer')).toBeVisible()
      await expectAccessible(page)
    })
  })
}
