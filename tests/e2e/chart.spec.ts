import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'

const card = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(name) })

async function openChart(page: Page) {
  await page.getByRole('button', { name: 'Explore the sample directory' }).click()
  await page.getByRole('link', { name: 'Organisation chart' }).click()
  await expect(page.getByRole('tree', { name: /Below Rosalind/ })).toBeVisible()
}

test('the chart opens at the top, opens and closes, and leads to a profile', async ({ launch }) => {
  const { page } = await launch()
  await openChart(page)
  await expect(page.getByRole('status')).toHaveText('180 people')
  const ingeborg = card(page, 'Ingeborg Åsvang')
  await expect(ingeborg).toHaveAttribute('aria-expanded', 'true')
  await ingeborg.getByTitle('Hide the people below').click()
  await expect(ingeborg).toHaveAttribute('aria-expanded', 'false')
  await expect(card(page, 'Annegret Löwensprung')).toHaveCount(0)
  await ingeborg.dblclick()
  await expect(page.getByRole('heading', { name: /Ingeborg Åsvang – Profile/ })).toBeVisible()
  await page.getByRole('link', { name: 'Show in the organisation chart' }).click()
  await expect(page.getByRole('tree', { name: 'Below Ingeborg Åsvang' })).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Reports to' })
    .getByRole('link', { name: /Rosalind/ })
    .click()
  await expect(page.getByRole('tree', { name: /Below Rosalind/ })).toBeVisible()
})

test('the chart is worked by keyboard alone', async ({ launch }) => {
  const { page } = await launch()
  await openChart(page)
  const focused = page.locator('[role=treeitem]:focus')
  await page.keyboard.press('Tab')
  while ((await focused.count()) === 0) await page.keyboard.press('Tab')
  await expect(focused).toHaveAccessibleName(/^Rosalind Thackray-Moss .*179 people below/)
  await page.keyboard.press('ArrowRight')
  await expect(focused).toHaveAttribute('aria-level', '2')
  await page.keyboard.press('i')
  await expect(focused).toHaveAccessibleName(/^Ingeborg Åsvang/)
  await page.keyboard.press('ArrowLeft')
  await expect(focused).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(focused).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(focused).toHaveAccessibleName(/^Rosalind/)
  await page.keyboard.press('-')
  await expect(page.getByRole('button', { name: /actual size/ })).toHaveText('80 %')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { name: /Rosalind Thackray-Moss – Profile/ }),
  ).toBeVisible()
})

test('the chart prints on one page or many', async ({ launch }) => {
  const { page } = await launch()
  await openChart(page)
  await page.getByRole('button', { name: 'Expand all' }).click()
  // Stands in for the printer: it notes what would be on the paper.
  await page.evaluate(() => {
    window.print = () => {
      const sheet = document.querySelector('[data-print-sheet]')
      document.body.dataset.printed = String(sheet?.querySelectorAll('figure').length)
    }
  })
  const printed = () => page.evaluate(() => Number(document.body.dataset.printed ?? 0))
  const print = async (size: string) => {
    await page.getByRole('button', { name: 'Print' }).click()
    await page.getByRole('menuitem', { name: size }).click()
  }
  await print('On one page')
  await expect.poll(printed).toBe(1)
  await print('Full size, on as many pages as it takes')
  await expect.poll(printed).toBeGreaterThan(5)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the chart has nothing that axe objects to, ${colorScheme}`, async ({ launch }) => {
    const { page } = await launch()
    await page.emulateMedia({ colorScheme })
    await openChart(page)
    await expectAccessible(page)
  })
