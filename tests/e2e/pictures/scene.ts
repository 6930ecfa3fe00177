import type { Page } from '@playwright/test'
import { expect } from '../app.fixture.ts'
import type { Account } from '../sign-in-steps.ts'

/** One picture: its name, and the way there from a page that has just been opened on the sample directory. */
export type Scene = {
  readonly name: string
  readonly show: (page: Page, account: Account) => Promise<unknown>
}

/** Opens a place as if the program had just been started there. */
export async function visit(page: Page, place: string, heading?: string | RegExp) {
  // Takes an edit that is under way along, which would ask before it let the page go elsewhere.
  await page.reload()
  await page.evaluate((next) => {
    window.location.hash = next
  }, place)
  await page.reload()
  if (heading) await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
}

/** Sets the cursor and the mouse aside, so that neither blinks or hovers in the picture. */
export async function settle(page: Page) {
  await page.mouse.move(720, 899)
  await page.evaluate(() => document.fonts.ready)
  await expect(page.getByRole('progressbar', { name: 'Loading' })).toHaveCount(0)
}
