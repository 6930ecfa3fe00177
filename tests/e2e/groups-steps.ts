import type { Page } from '@playwright/test'
import { expect } from './app.fixture.ts'
import { ask } from './profile-steps.ts'

export async function openGroups(page: Page) {
  await page.getByRole('link', { name: 'Groups', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Groups', exact: true })).toBeVisible()
}

export async function openGroup(page: Page, name: string) {
  await openGroups(page)
  await page.getByRole('searchbox', { name: 'Search groups' }).fill(name)
  await page.getByRole('rowheader', { name }).getByRole('link').click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
}

/** Types into a field that offers people or groups, and takes the first one. */
export async function pick(page: Page, label: string, search: string, name: string) {
  await page.getByRole('combobox', { name: label }).fill(search)
  await page.getByRole('option', { name }).first().click()
}

export const members = (page: Page) => page.getByRole('region', { name: 'Members', exact: true })

/** The names that the list of members shows. */
export const memberNames = (page: Page) =>
  members(page).getByRole('rowheader').getByRole('link').allTextContents()

export const expectMembers = (page: Page, names: readonly string[]) =>
  expect(async () => expect(await memberNames(page)).toEqual(names)).toPass()

export async function groupIdOf(page: Page, name: string): Promise<string> {
  const { rows } = await ask(page, 'listGroups', { search: name, offset: 0, limit: 1 })
  const [row] = rows
  if (!row) throw new Error(`There is no group ${name}.`)
  return row.id
}
