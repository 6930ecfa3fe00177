import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { openSample } from './profile-steps.ts'

const openQueue = async (page: Page, name: string) => {
  await page.getByRole('link', { name: 'Health' }).click()
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

test('a queue leads to its people, and opens the list with them chosen', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await page.getByRole('link', { name: 'Health' }).click()
  await expect(page.getByText(/data of 200 users is/)).toBeVisible()
  await expect(page.getByRole('progressbar', { name: 'Identity' })).toBeVisible()
  const item = page.getByRole('listitem').filter({ hasText: 'Likely duplicates' })
  const count = /(\d+) user/.exec((await item.textContent()) ?? '')?.[1]
  await openQueue(page, 'Likely duplicates')
  await expect(page.getByText(/^Same /).first()).toBeVisible()
  await page.getByRole('button', { name: 'Choose these in the list' }).click()
  await expect(page.getByText(`${count} selected`)).toBeVisible()
})

test('a queue is worked by keyboard alone', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const focus = async (name: string, role: 'link' | 'button') => {
    const target = page.getByRole(role, { name, exact: true }).first()
    await target.focus()
    await page.keyboard.press('Enter')
  }
  await focus('Health', 'link')
  await focus('No manager', 'link')
  await expect(page.getByRole('heading', { name: 'No manager' })).toBeVisible()
  await focus('Choose these in the list', 'button')
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
  await expect(page.getByText(/\d+ selected/)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`health has nothing that axe objects to, ${colorScheme}`, async ({ launch }) => {
    const { page } = await launch()
    await page.emulateMedia({ colorScheme })
    await openSample(page)
    await page.getByRole('link', { name: 'Health' }).click()
    await expect(page.getByRole('progressbar', { name: 'Identity' })).toBeVisible()
    await expectAccessible(page)
    await openQueue(page, 'Likely duplicates')
    await expectAccessible(page)
  })
