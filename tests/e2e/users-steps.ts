import type { Locator, Page } from '@playwright/test'
import { expect } from './app.fixture.ts'
import { type Account, typePassword } from './sign-in-steps.ts'

export const grid = (page: Page) => page.getByRole('grid', { name: 'Users' })

export const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search users' })

export const header = (page: Page, name: string) =>
  page.getByRole('columnheader', { name, exact: true })

/** The row a person sees at this place, counted from 0. */
export const row = (page: Page, place: number) =>
  page.locator(`[role=row][aria-rowindex="${place + 2}"]`)

export const nameIn = (user: Locator) => user.getByRole('rowheader').getByRole('link')

/** The first names of the list, from the top. */
export async function firstNames(page: Page, count: number): Promise<string[]> {
  const names: string[] = []
  for (let place = 0; place < count; place++)
    names.push((await nameIn(row(page, place)).textContent()) ?? '')
  return names
}

/** The column headers from left to right. */
export const columnsOf = (page: Page) =>
  page
    .getByRole('columnheader')
    .evaluateAll((headers) => headers.map((each) => each.getAttribute('aria-label')))

export async function expectShown(page: Page, status: string | RegExp) {
  await expect(page.getByRole('status').first()).toHaveText(status)
}

/** Signs in, and is shown the list. */
export async function signIn(page: Page, account: Account) {
  await typePassword(page, account)
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
}
