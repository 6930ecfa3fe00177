import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { ask, openProfile, openSample, section } from './profile-steps.ts'
import { find, openSampleAs } from './roles-steps.ts'

const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8'

const roleNamed = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'All roles' }).getByRole('link', { name })

const members = (page: Page) => section(page, 'Members')

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`the Roles page in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('shows who holds a role and what it may do, and gives and takes it', async ({
      launch,
    }) => {
      const { page } = await launch()
      await openSample(page)
      await page.getByRole('link', { name: 'Roles', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Roles', exact: true })).toBeVisible()
      await expect(roleNamed(page, 'Helpdesk Administrator')).toContainText('1 member')
      await roleNamed(page, 'Helpdesk Administrator').click()
      await expect(members(page)).toContainText('beverley.nettleship@askerby.example')
      await expect(page.getByRole('list', { name: 'For some people only' })).toHaveText(
        'Reset passwords',
      )
      await expectAccessible(page)

      await members(page).getByRole('combobox', { name: 'Who is to be added' }).fill('kai-uwe')
      await page.getByRole('option', { name: /Kai-Uwe Stüber/ }).click()
      await members(page).getByRole('button', { name: 'Add member' }).click()
      await expect(members(page).getByRole('link', { name: 'Kai-Uwe Stüber' })).toBeVisible()
      await expect(roleNamed(page, 'Helpdesk Administrator')).toContainText('2 members')
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(members(page).getByRole('link', { name: 'Kai-Uwe Stüber' })).toBeHidden()
    })
  })

test('a role is given and taken by keyboard alone, from the profile', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await openProfile(page, await find(page, 'yesenia montalvo'), 'Yesenia Montalvo-Reyes')
  const card = section(page, 'Roles')
  await expect(card).toContainText('No roles')
  await card.getByRole('combobox', { name: 'Role to add' }).focus()
  await page.keyboard.type('people')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(card.getByRole('link', { name: 'People Administrator' })).toBeVisible()
  await expect(card).toContainText('No password yet')
  await expectAccessible(page)
  await card.getByRole('button', { name: 'Remove the role People Administrator' }).focus()
  await page.keyboard.press('Enter')
  await expect(card).toContainText('No roles')
  await expect(card.getByRole('combobox', { name: 'Role to add' })).toBeFocused()
})

test('whoever was given a role gets a password next', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const user = await find(page, 'yesenia montalvo')
  await ask(page, 'assignRole', { userId: user.id, roleId: helpdesk })
  await openProfile(page, user, 'Yesenia Montalvo-Reyes')
  const card = section(page, 'Roles')
  await expect(card).toContainText('has no password yet and cannot sign in')
  await card.getByRole('button', { name: 'Set a password' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Reset password' }).click()
  await expect(dialog.getByRole('button', { name: 'Copy' })).toBeVisible()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Close anyway' }).click()
  await expect(card).toContainText('Helpdesk Administrator')
  await expect(card).not.toContainText('No password yet')
})

test('nobody is offered to change their own roles', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await page.getByRole('link', { name: 'Roles', exact: true }).click()
  const remove = members(page).getByRole('button', { name: /^Remove Solveig Brattland/ })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await remove.focus()
  await expect(remove).toHaveAccessibleDescription(/Nobody changes their own roles/)
  await openProfile(page, await find(page, 'solveig brattland'), 'Solveig Brattland')
  await expect(section(page, 'Roles')).toContainText('Nobody changes their own roles')
  await expect(section(page, 'Roles').getByRole('button')).toHaveCount(0)
})

test('who may not assign roles sees them and who may', async ({ launch }) => {
  const { page } = await launch()
  await openSampleAs(page, 'leofric standeven')
  await page.getByRole('link', { name: 'Roles', exact: true }).click()
  await roleNamed(page, 'Global Reader').click()
  await expect(members(page)).toContainText('Leofric Standeven')
  await expect(members(page)).toContainText('do not include “Assign roles”')
  await expect(members(page).getByRole('button')).toHaveCount(0)
  await expectAccessible(page)
})
