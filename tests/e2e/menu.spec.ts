import type { Page } from '@playwright/test'
import type { Command } from '../../shared/contract/commands.ts'
import { expect, test } from './app.fixture.ts'
import { addAda, ask, goTo, openProfile, openSample, section } from './profile-steps.ts'
import { grid, row, searchBox } from './users-steps.ts'

// The browser host has no menu, so that the test can be one; Electron’s is out of the page’s reach.
test.skip(({ host }) => host === 'electron', 'Electron has a menu of its own')

/** Opens the page anew, so that it hears what a menu beside it announces. */
async function withMenu(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sources: EventSource[] = []
    window.EventSource = class extends EventSource {
      constructor(address: string | URL) {
        super(address)
        sources.push(this)
      }
    }
    window.addEventListener('menu', (event) => {
      const data = JSON.stringify((event as CustomEvent).detail)
      for (const source of sources) source.dispatchEvent(new MessageEvent('message', { data }))
    })
  })
  await page.reload()
}

const choose = (page: Page, command: Command) =>
  page.evaluate((detail) => void window.dispatchEvent(new CustomEvent('menu', { detail })), {
    type: 'command-chosen',
    command,
  })

test('the menu leads to pages, and opens what belongs to one from everywhere', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  await withMenu(page)
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible()
  await choose(page, 'deletedUsers')
  await expect(page.getByRole('heading', { name: 'Deleted users', level: 1 })).toBeVisible()
  await choose(page, 'save')
  await expect(page.getByText('There is nothing to save on this page')).toBeVisible()
  await choose(page, 'import')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Import')
  await choose(page, 'history')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible()
  await choose(page, 'about')
  const about = page.getByRole('region', { name: 'About' })
  await expect(about).toContainText(/Roster \d+\.\d+\.\d+/)
  await expect(about).toBeInViewport()
  await choose(page, 'help')
  await expect(page.getByRole('article', { name: 'Settings' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'About', exact: true })).toBeFocused()
  await choose(page, 'find')
  await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeFocused()
})

test('Undo takes back typing in a field, and the last change elsewhere', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const { revision } = await ask(page, 'getUser', { id: ada.id })
  await ask(page, 'updateUser', { id: ada.id, revision, changes: { jobTitle: 'Countess' } })
  await withMenu(page)
  await goTo(page, '/users')
  const search = page.getByRole('searchbox', { name: 'Search users' })
  await search.focus()
  await page.keyboard.type('Ada')
  await choose(page, 'undo')
  await expect(search).not.toHaveValue('Ada')
  expect((await ask(page, 'getUser', { id: ada.id })).jobTitle).toBe('Countess')

  await openProfile(page, ada)
  await choose(page, 'undo')
  await expect(page.getByText('Undone: Update user, Ada Lovelace')).toBeVisible()
  await choose(page, 'redo')
  await expect(section(page, 'Job information')).toContainText('Countess')

  await choose(page, 'editRecord')
  await page.getByLabel('Job title').fill('Baroness')
  await choose(page, 'save')
  await expect(section(page, 'Job information')).toContainText('Baroness')
  await choose(page, 'copyUser')
  await expect(page.getByRole('heading', { name: 'New user', level: 1 })).toBeVisible()
})

test('the rows of a list are selected, copied and deleted from the menu', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await addAda(page)
  await withMenu(page)
  await goTo(page, '/users')
  await expect(row(page, 0)).toBeVisible()
  await choose(page, 'deleteRows')
  await expect(page.getByText('Select some rows of a list first')).toBeVisible()
  await searchBox(page).fill('ada lovelace')
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await choose(page, 'selectRows')
  await expect(row(page, 0)).toHaveAttribute('aria-selected', 'true')
  await choose(page, 'copyRows')
  await expect(page.getByText(/copied/i)).toBeVisible()
  await choose(page, 'deleteRows')
  await expect(page.getByText('User deleted')).toBeVisible()
  await goTo(page, '/settings')
  await choose(page, 'selectRows')
  await expect(page.getByText('Open a list first')).toBeVisible()
})
