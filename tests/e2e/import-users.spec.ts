import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { ask } from './profile-steps.ts'
import { expectShown } from './users-steps.ts'

const download = join(import.meta.dirname, '..', 'fixtures', 'entra-download-1000.csv')

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import users' })

type Chosen = string | { name: string; mimeType: string; buffer: Buffer }

const csv = (name: string, ...lines: string[]): Chosen => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
})

async function createDirectory(page: Page) {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await ask(page, 'createDirectory', {
    name: 'Woodgrove',
    domain: 'woodgrove.example',
    administrator: {
      displayName: 'Ada Lovelace',
      userPrincipalName: 'ada@woodgrove.example',
      password: 'Analytical-Engine-1843',
    },
  })
  await expectShown(page, '1 of 1 user')
}

async function choose(page: Page, file: Chosen) {
  const choosing = page.waitForEvent('filechooser')
  await dialogOf(page).getByRole('button', { name: 'Choose' }).click()
  await (await choosing).setFiles(file)
}

async function expectCounts(page: Page, counts: Readonly<Record<string, string>>) {
  const terms = await dialogOf(page).getByRole('term').allTextContents()
  const figures = await dialogOf(page).getByRole('definition').allTextContents()
  expect(Object.fromEntries(terms.map((term, at) => [term, figures[at]]))).toEqual(counts)
}

test('a thousand people are looked at, imported, and found unchanged the second time', async ({
  launch,
}) => {
  const { page } = await launch()
  await createDirectory(page)
  await expect(page.getByText('Add your people')).toBeVisible()
  await page.getByRole('button', { name: 'Import' }).click()
  await choose(page, download)
  const apply = dialogOf(page).getByRole('button', { name: 'Import 1,000 users' })
  await expect(apply).toBeVisible()
  await expectCounts(page, { New: '1,000', Changed: '0', Unchanged: '0', Invalid: '0' })
  await expect(dialogOf(page)).toContainText('entra-download-1000.csv')
  await apply.click()
  await expect(page.getByText('Imported: 1,000 added, 0 changed')).toBeVisible()
  await expectShown(page, '1,001 of 1,001 users')

  await page.getByRole('button', { name: 'Import' }).click()
  await choose(page, download)
  await expect(dialogOf(page)).toContainText('Nothing would change')
  await expectCounts(page, { New: '0', Changed: '0', Unchanged: '1,000', Invalid: '0' })
  await expect(dialogOf(page).getByRole('button', { name: /^Import / })).toHaveCount(0)
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expectShown(page, '1 of 1 user')
})

test('what is wrong with a file is said in the dialog, line by line', async ({ launch }) => {
  const { page } = await launch()
  await createDirectory(page)
  await page.getByRole('button', { name: 'Import' }).click()
  await choose(page, csv('staff.csv', 'Name;Title', 'Grace Hopper;Rear Admiral'))
  await expect(dialogOf(page).getByRole('alert')).toContainText('no column “userPrincipalName”')

  await choose(
    page,
    csv(
      'users.csv',
      'userPrincipalName,displayName,usageLocation',
      'grace@woodgrove.example,Grace Hopper,US',
      'no space@woodgrove.example,No Space,ZZ',
    ),
  )
  await expect(dialogOf(page)).toContainText('2 problems')
  await expectCounts(page, { New: '1', Changed: '0', Unchanged: '0', Invalid: '1' })
  const problem = dialogOf(page).getByRole('row', { name: /Usage location/ })
  await expect(problem).toContainText('“ZZ” is not a country code')
  await expect(problem.getByRole('cell').first()).toHaveText('3')
  await expectAccessible(page)

  await dialogOf(page).getByRole('button', { name: 'Import 1 user' }).click()
  await expect(page.getByText('Imported: 1 added, 0 changed')).toBeVisible()
  await expectShown(page, '2 of 2 users')
})
