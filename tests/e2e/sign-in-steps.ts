import type { Page } from '@playwright/test'
import { expect } from './app.fixture.ts'

export const ada = {
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada@contoso.example',
  password: 'Analytical-Engine-1843',
}

export type Account = { readonly userPrincipalName: string; readonly password: string }

/** Fills in the page for signing in and sends it, whatever comes of that. */
export async function typePassword(page: Page, { userPrincipalName, password }: Account) {
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true })
  await expect(signIn).toBeVisible()
  await page.getByLabel('User name').fill(userPrincipalName)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await signIn.click()
}

/** The page of the one signed in shows for a moment longer, and its lists have a “User name” too. */
export async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
}

/** Fills in the first page, as far as the page that shows the recovery key. */
export async function createDirectory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create your directory' }).click()
  await page.getByLabel('Organisation name').fill('Contoso')
  await page.getByLabel('Domain').fill('contoso.example')
  await page.getByLabel('Your name').fill(ada.displayName)
  await page.getByLabel('User name').fill(ada.userPrincipalName)
  await typeNewPassword(page, 'Password', ada.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Recovery key' })).toBeVisible()
}

export async function typeNewPassword(page: Page, label: string, password: string) {
  await page.getByLabel(label, { exact: true }).fill(password)
  await page.getByLabel('Repeat password').fill(password)
}

/** The recovery key as it is shown. */
export async function shownKey(page: Page): Promise<string> {
  const groups = page.getByRole('list', { name: 'Recovery key' }).locator('code')
  return (await groups.allTextContents()).join('-')
}

/** Types back the groups that are asked for, and goes on. */
export async function typeBack(page: Page, recoveryKey: string) {
  await page.getByRole('button', { name: 'I have written it down' }).click()
  const fields = page.getByRole('form', { name: 'Type a part of it' }).getByRole('textbox')
  for (const field of await fields.all()) {
    const place = Number(await field.getAttribute('name'))
    await field.fill((recoveryKey.split('-')[place] ?? '').toLowerCase())
  }
  await page.keyboard.press('Enter')
}

/** A new directory with its administrator signed in. Answers its recovery key. */
export async function openNew(page: Page): Promise<string> {
  await createDirectory(page)
  const recoveryKey = await shownKey(page)
  await typeBack(page, recoveryKey)
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
  return recoveryKey
}

/** What the page would print, told instead of printed. */
export async function printed(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    window.print = () => {
      const sheet = document.querySelector('[data-print-sheet]')
      Object.assign(window, { printedText: sheet?.textContent ?? '' })
    }
  })
  return () => page.evaluate(() => String(Object(window).printedText ?? ''))
}
