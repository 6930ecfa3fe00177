import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { addAda, ask, goTo, openProfile, openSample, section } from './profile-steps.ts'

async function begin(page: Page) {
  await page.getByRole('button', { name: 'New user' }).click()
  await expect(page.getByLabel('First name')).toBeFocused()
}

/** By keyboard, as whoever adds many does. */
async function typeName(page: Page, givenName: string, surname: string) {
  await page.getByLabel('First name').fill(givenName)
  await page.getByLabel('Last name').fill(surname)
  await page.getByLabel('Last name').press('Tab')
}

const userName = (page: Page) => page.getByLabel('User name', { exact: true })

test('names follow the directory’s rule, and one that is taken gets a number', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  await addAda(page)
  await begin(page)
  await typeName(page, 'Ada', 'Lovelace')
  await expect(userName(page)).toHaveValue('ada.lovelace2')
  await expect(page.getByLabel('Mail nickname')).toHaveValue('ada.lovelace2')
  await expect(page.getByText(/^ada\.lovelace@.* belongs to somebody already/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('User added')).toBeVisible()

  await ask(page, 'updateDirectory', { userNameRule: 'flast' })
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await begin(page)
  await typeName(page, 'Grace', 'Hopper')
  await expect(userName(page)).toHaveValue('ghopper')
})

test('one user after the other is added without leaving the form', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await begin(page)
  await typeName(page, 'Grace', 'Hopper')
  await page.getByRole('button', { name: 'Save and add another' }).click()
  await expect(page.getByText('User added')).toBeVisible()
  await expect(page.getByLabel('First name')).toHaveValue('')
  await expect(page.getByLabel('First name')).toBeFocused()
  await typeName(page, 'Joan', 'Clarke')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('First name')).toHaveValue('')
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  for (const search of ['grace hopper', 'joan clarke']) {
    const { matching } = await ask(page, 'listUsers', { search, offset: 0, limit: 1 })
    expect(matching).toBe(1)
  }
})

test('a copy takes over what colleagues have in common, and nothing of the person', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const { revision, id } = ada
  await ask(page, 'updateUser', {
    id,
    revision,
    changes: { department: 'Engines', city: 'London', mobilePhone: '+44 7700 900123' },
  })
  await openProfile(page, ada)
  await page.keyboard.press('Control+d')
  await expect(page.getByText(/are those of Ada Lovelace/)).toBeVisible()
  await expect(page.getByLabel('Department')).toHaveValue('Engines')
  await expect(page.getByLabel('City')).toHaveValue('London')
  await expect(page.getByLabel('Mobile phone')).toHaveValue('')
  await expect(page.getByLabel('Job title')).toHaveValue('')
  await expect(userName(page)).toHaveValue('')
  await typeName(page, 'Augusta', 'King')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Augusta King – Profile' })).toBeVisible()
  const { rows } = await ask(page, 'listUsers', { search: 'augusta king', offset: 0, limit: 1 })
  const added = await ask(page, 'getUser', { id: rows[0]?.id ?? '' })
  expect(added).toMatchObject({ department: 'Engines', managerId: ada.managerId, mail: null })
})

test('a copy joins the groups of whoever was copied, but for those left out', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const create = (displayName: string, more: object) =>
    ask(page, 'createGroup', { values: { displayName, ...more }, memberIds: [] })
  for (const name of ['Engines', 'Looms']) {
    const { id } = await create(name, {})
    await ask(page, 'addMembers', { id, memberIds: [ada.id] })
  }
  await create('Analysts', { membershipRule: 'user.jobTitle -eq "Analyst"' })
  const groups = section(page, 'Groups')
  const engines = groups.getByRole('checkbox', { name: 'Engines' })
  const looms = groups.getByRole('checkbox', { name: 'Looms' })
  const groupsOf = async (search: string) => {
    const { rows } = await ask(page, 'listUsers', { search, offset: 0, limit: 1 })
    const answer = await ask(page, 'listMemberOf', { id: rows[0]?.id ?? '' })
    return answer.groups.flatMap((group) =>
      group.direct && group.membership === 'assigned' ? group.displayName : [],
    )
  }

  await openProfile(page, ada)
  await page.getByRole('button', { name: 'Copy user', exact: true }).click()
  await expect(groups).toContainText(/follows from their rules: .*Analysts/)
  await expect(looms).toBeChecked()
  await looms.click()
  await expectAccessible(page)
  await typeName(page, 'Augusta', 'King')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Augusta King – Profile' })).toBeVisible()
  await expect(section(page, 'Groups').getByRole('link', { name: 'Engines' })).toBeVisible()
  expect(await groupsOf('augusta king')).toEqual(['Engines'])

  await openProfile(page, ada)
  await page.keyboard.press('Control+d')
  await engines.press('Space')
  await expect(engines).not.toBeChecked()
  await expect(looms).toBeChecked()
  await typeName(page, 'Byron', 'King')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Byron King – Profile' })).toBeVisible()
  expect(await groupsOf('byron king')).toEqual(['Looms'])
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: Add user/)).toBeVisible()
})

test('a copy that was left is gone on with from the plain page, with the groups that were chosen', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  for (const displayName of ['Engines', 'Looms'])
    await ask(page, 'createGroup', { values: { displayName }, memberIds: [ada.id] })
  const groups = section(page, 'Groups')
  await openProfile(page, ada)
  await page.keyboard.press('Control+d')
  await groups.getByRole('checkbox', { name: 'Looms' }).click()
  await typeName(page, 'Augusta', 'King')
  await expect
    .poll(async () => {
      const { draft } = await ask(page, 'getDraft', { userId: 'new' })
      return [draft?.changes.surname, draft?.copied?.groupIds.length]
    })
    .toEqual(['King', 1])
  await page.reload()

  await goTo(page, '/users')
  await page.getByRole('button', { name: 'New user' }).click()
  await page.getByRole('button', { name: 'Continue editing' }).click()
  await expect(page.getByText(/are those of Ada Lovelace/)).toBeVisible()
  await expect(page.getByLabel('Last name')).toHaveValue('King')
  await expect(groups.getByRole('checkbox', { name: 'Engines' })).toBeChecked()
  await expect(groups.getByRole('checkbox', { name: 'Looms' })).not.toBeChecked()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Augusta King – Profile' })).toBeVisible()
  await expect(groups.getByRole('link', { name: 'Engines' })).toBeVisible()
  await expect(groups.getByRole('link', { name: 'Looms' })).toBeHidden()
})
