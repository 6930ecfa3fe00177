import type { Page } from '@playwright/test'
import { expect } from '../app.fixture.ts'
import { section } from '../profile-steps.ts'
import { find } from '../roles-steps.ts'
import { expectShown, row, searchBox } from '../users-steps.ts'
import { inventedPortrait } from './invented-portrait.ts'
import { type Scene, visit } from './scene.ts'

async function openList(page: Page, search = '') {
  await visit(page, '/users', 'Users')
  await row(page, 0).waitFor()
  const clear = page.getByRole('button', { name: 'Clear selection' })
  if (await clear.isVisible()) await clear.click()
  await searchBox(page).fill(search)
  await expectShown(page, search ? /^\d+ of 197 users/ : '197 of 197 users')
  await row(page, 0).waitFor()
}

async function openUser(page: Page, search: string, place = '') {
  const { id, displayName } = await find(page, search)
  await visit(page, `/users/${id}${place}`, `${displayName} – Profile`)
}

async function editAt(page: Page, card: string) {
  await openUser(page, 'nneka umeadi', '/edit')
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: card, exact: true })
    .click()
}

async function selectThree(page: Page) {
  await openList(page)
  await row(page, 1).click()
  await row(page, 3).click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 selected')).toBeVisible()
}

async function more(page: Page, command: string) {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: command }).click()
}

async function choose(page: Page, button: string, file: { name: string; buffer: Buffer }) {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await choosing).setFiles({ ...file, mimeType: 'application/octet-stream' })
}

/** What the portal would download: one user as they are, one with a new title, one new, one with a fault. */
const download = [
  'userPrincipalName,displayName,jobTitle,department,usageLocation',
  'gareth.penrhys@askerby.example,Gareth Penrhys,Principal Electronics Engineer,Engineering,United Kingdom',
  'nneka.umeadi@askerby.example,Nneka Umeadi,Lead Electronics Engineer,Engineering,United Kingdom',
  'wilhelmina.tarn@askerby.example,Wilhelmina Tarn,Electronics Engineer,Engineering,United Kingdom',
  'oswin.brackley@askerby.example,Oswin Brackley,Optical Engineer,Engineering,United Kingdom',
  'tove lindqvist@askerby.example,Tove Lindqvist,Test Engineer,Engineering,Sweden',
].join('\r\n')

export const userScenes: readonly Scene[] = [
  { name: 'users', show: (page) => openList(page) },
  { name: 'users-search', show: (page) => openList(page, 'wroclaw engineer') },
  {
    name: 'users-search-help',
    async show(page) {
      await openList(page)
      await page.getByRole('button', { name: 'How to search' }).click()
    },
  },
  {
    name: 'users-filter',
    async show(page) {
      await openList(page)
      await page.getByRole('button', { name: 'Add filter' }).click()
      await page.getByRole('combobox', { name: 'Property' }).fill('Department')
      await page.getByRole('option', { name: 'Department', exact: true }).click()
    },
  },
  {
    name: 'users-views',
    async show(page) {
      await openList(page, 'city:sheffield')
      await page.getByRole('button', { name: 'Views' }).click()
      await page.getByLabel('Name of a view').fill('Sheffield people')
    },
  },
  {
    name: 'users-columns',
    async show(page) {
      await openList(page)
      await page.getByRole('button', { name: 'Columns' }).click()
    },
  },
  {
    name: 'users-selection',
    async show(page) {
      await selectThree(page)
      await page.getByRole('button', { name: 'More' }).click()
    },
  },
  {
    name: 'users-from-list',
    async show(page) {
      await openList(page)
      await more(page, 'Choose from a list')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('Gareth Penrhys; Nneka Umeadi\nTove Lindqvist')
      await dialog.getByRole('button', { name: 'Find' }).click()
      await expect(dialog.getByRole('status')).toHaveText('2 users found')
    },
  },
  { name: 'profile', show: (page) => openUser(page, 'nneka umeadi') },
  {
    name: 'profile-below',
    async show(page) {
      await openUser(page, 'nneka umeadi')
      await section(page, 'Groups').scrollIntoViewIfNeeded()
      await section(page, 'History').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'edit',
    async show(page) {
      await openUser(page, 'przemyslaw', '/edit')
      await page.getByLabel('Job title').fill('Principal Optical Engineer')
      await page.getByLabel('Mobile phone').fill('+48 601 000 123')
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
    },
  },
  { name: 'edit-job', show: (page) => editAt(page, 'Job information') },
  { name: 'edit-settings', show: (page) => editAt(page, 'Settings') },
  { name: 'edit-contact', show: (page) => editAt(page, 'Contact information') },
  { name: 'edit-authentication', show: (page) => editAt(page, 'Authentication contact info') },
  {
    name: 'photo',
    async show(page) {
      await openUser(page, 'callum birtwhistle')
      await choose(page, 'Change photo', { name: 'callum.jpg', buffer: await inventedPortrait(11) })
      await expect(
        page.getByRole('dialog').getByRole('button', { name: 'Use photo' }),
      ).toBeEnabled()
    },
  },
  {
    name: 'copy-user',
    async show(page) {
      const { id } = await find(page, 'gareth penrhys')
      await visit(page, `/users/new/${id}`)
      await expect(page.getByText(/are those of Gareth Penrhys/)).toBeVisible()
    },
  },
  {
    name: 'new-user',
    async show(page) {
      await visit(page, '/users/new')
      const first = page.getByLabel('First name')
      const draft = page.getByRole('button', { name: 'Continue editing' })
      await first.or(draft).waitFor()
      if (await draft.isVisible()) await page.getByRole('button', { name: 'Discard' }).click()
      await first.fill('Wilhelmina')
      await page.getByLabel('Last name').fill('Tarn')
      await page.getByLabel('Last name').blur()
      await expect(page.getByLabel('Display name')).toHaveValue('Wilhelmina Tarn')
    },
  },
  { name: 'deleted-users', show: (page) => visit(page, '/deleted-users', 'Deleted users') },
  {
    name: 'reassign-reports',
    async show(page) {
      await openUser(page, 'gareth penrhys')
      await page.getByRole('button', { name: 'Reassign' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'import',
    async show(page) {
      await openList(page)
      await page.getByRole('button', { name: 'Import' }).click()
      await choose(page, 'Choose file', { name: 'users.csv', buffer: Buffer.from(download) })
      await expect(page.getByRole('button', { name: /^Import \d/ })).toBeVisible()
    },
  },
  {
    name: 'export',
    async show(page) {
      await openList(page, 'city:sheffield')
      await page.getByRole('button', { name: 'Export' }).click()
    },
  },
  {
    name: 'bulk-edit',
    async show(page) {
      await selectThree(page)
      await page.getByRole('button', { name: 'Edit', exact: true }).click()
      await page.getByRole('combobox', { name: 'Which property?' }).fill('Company name')
      await page.getByRole('option', { name: 'Company name', exact: true }).click()
      await page.getByLabel('Company name: new value').fill('Askerby Optics')
      await page.getByRole('button', { name: 'Preview' }).click()
      await expect(page.getByRole('table', { name: 'Preview' }).getByRole('row')).toHaveCount(4)
    },
  },
  {
    name: 'edit-from-spreadsheet',
    async show(page) {
      await visit(page, '/users/paste', 'Edit from a spreadsheet')
      await page
        .getByRole('textbox', { name: 'Rows with their headings' })
        .fill(
          'User name\tJob title\tCity\ngareth.penrhys@askerby.example\tChief Engineer\tLeeds\nnneka.umeadi@askerby.example\tLead Engineer\tYork\nnobody@else.example\tEngineer\tHull',
        )
      await page.keyboard.press('Control+Enter')
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'reset-password',
    async show(page) {
      await openUser(page, 'beverley nettleship')
      await page.getByRole('button', { name: 'Reset password' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Reset password' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Show password' }).click()
    },
  },
  {
    name: 'reset-passwords',
    async show(page) {
      await selectThree(page)
      await more(page, 'Reset passwords')
      await expect(page.getByText(/get a temporary password each/)).toBeVisible()
    },
  },
]
