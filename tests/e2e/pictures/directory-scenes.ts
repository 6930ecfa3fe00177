import type { Page } from '@playwright/test'
import { expect } from '../app.fixture.ts'
import { groupIdOf, pick } from '../groups-steps.ts'
import { section } from '../profile-steps.ts'
import { find } from '../roles-steps.ts'
import { createDirectory, shownKey, typeBack } from '../sign-in-steps.ts'
import { type Scene, visit } from './scene.ts'

const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8'

const openGroup = async (page: Page, name: string, place = '') =>
  visit(page, `/groups/${await groupIdOf(page, name)}${place}`, name)

async function settingsAt(page: Page, card: string) {
  await visit(page, '/settings', 'Settings')
  await section(page, card).evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

async function entriesOf(page: Page, search: string) {
  const { id } = await find(page, search)
  await visit(page, `/users/${id}`)
  const history = section(page, 'History')
  await history
    .getByRole('button', { name: /Update user/ })
    .first()
    .press('Enter')
  return history
}

export const directoryScenes: readonly Scene[] = [
  { name: 'groups', show: (page) => visit(page, '/groups', 'Groups') },
  { name: 'group', show: (page) => openGroup(page, 'Cleanroom Access') },
  {
    name: 'group-members',
    async show(page) {
      await openGroup(page, 'Cleanroom Access')
      await page.getByRole('button', { name: 'Add members' }).click()
      await pick(page, 'Add a person', 'gareth penrhys', 'Gareth Penrhys')
    },
  },
  {
    name: 'group-rule',
    async show(page) {
      await openGroup(page, 'Contractors', '/edit')
      await page.getByRole('radio', { name: 'Dynamic' }).click()
      await page
        .getByRole('textbox', { name: 'Rule' })
        .fill('user.city -eq "Köln" -and -not (user.department -startsWith "Sales")')
      await expect(page.getByText(/^\d+ people meet this rule now\.$/)).toBeVisible()
      await pick(page, 'Somebody', 'gareth penrhys', 'Gareth Penrhys')
      await expect(page.getByText('Gareth Penrhys is left out.')).toBeVisible()
    },
  },
  { name: 'deleted-groups', show: (page) => visit(page, '/groups/deleted', 'Deleted groups') },
  { name: 'roles', show: (page) => visit(page, `/roles/${helpdesk}`, 'Roles') },
  { name: 'history', show: (page) => visit(page, '/history', 'History') },
  {
    name: 'history-entry',
    async show(page) {
      const history = await entriesOf(page, 'nneka umeadi')
      await history.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    },
  },
  {
    name: 'history-then-and-now',
    async show(page) {
      const { id } = await find(page, 'nneka umeadi')
      await visit(page, `/users/${id}`)
      const history = section(page, 'History')
      await history
        .getByRole('button', { name: /Create directory/ })
        .last()
        .press('Enter')
      await history.getByRole('link', { name: 'Compare with now' }).first().press('Enter')
    },
  },
  {
    name: 'undo',
    async show(page) {
      await visit(page, '/history', 'History')
      await page.getByRole('button', { name: 'Latest changes' }).click()
    },
  },
  {
    name: 'compare',
    async show(page) {
      const [one, other] = [await find(page, 'gareth penrhys'), await find(page, 'nneka umeadi')]
      await visit(page, `/compare/${one.id}/${other.id}`)
    },
  },
  {
    name: 'merge',
    async show(page) {
      await visit(page, '/health/duplicates')
      await page
        .getByRole('link', { name: 'Compare' })
        .or(page.getByRole('button', { name: 'Compare' }))
        .first()
        .click()
      await page.getByRole('button', { name: 'Merge' }).click()
      await expect(page.getByRole('button', { name: 'Merge users' })).toBeVisible()
    },
  },
  { name: 'health', show: (page) => visit(page, '/health', 'Health') },
  { name: 'health-queue', show: (page) => visit(page, '/health/duplicates', 'Likely duplicates') },
  {
    name: 'chart',
    async show(page) {
      const { id } = await find(page, 'desmond achterberg')
      await visit(page, `/chart/${id}`)
      await expect(page.getByRole('tree')).toBeVisible()
    },
  },
  { name: 'help', show: (page) => visit(page, '/help/guide/roles', 'Roles') },
  { name: 'settings', show: (page) => visit(page, '/settings', 'Settings') },
  {
    name: 'settings-backups',
    async show(page) {
      await settingsAt(page, 'Backups')
      await expect(page.getByRole('list', { name: 'Backups, the newest first' })).toBeVisible()
    },
  },
  { name: 'settings-security', show: (page) => settingsAt(page, 'Security') },
  {
    name: 'settings-history',
    async show(page) {
      await settingsAt(page, 'History')
      await page.getByRole('button', { name: 'Check the history' }).click()
      await expect(page.getByText(/entries are as they were written/)).toBeVisible()
    },
  },
]

/** These end with nobody signed in. */
export const closedScenes: readonly Scene[] = [
  {
    name: 'lock',
    async show(page) {
      await visit(page, '/users', 'Users')
      await page.getByRole('button', { name: 'Lock', exact: true }).click()
      await expect(page.getByText('Roster is locked.')).toBeVisible()
    },
  },
  {
    name: 'sign-in',
    async show(page) {
      await page.reload()
      await page.getByRole('button', { name: 'Show the administrators' }).click()
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'use-recovery-key',
    async show(page) {
      await page.reload()
      await page.getByRole('button', { name: 'Use the recovery key' }).click()
    },
  },
]

/** These begin where there is no directory yet. */
export const firstScenes: readonly Scene[] = [
  {
    name: 'welcome',
    show: (page) =>
      expect(page.getByRole('button', { name: 'Create your directory' })).toBeVisible(),
  },
  { name: 'recovery-key', show: (page) => createDirectory(page) },
  {
    name: 'first-users',
    async show(page) {
      await typeBack(page, await shownKey(page))
      await expect(page.getByText('Add your people')).toBeVisible()
    },
  },
]
