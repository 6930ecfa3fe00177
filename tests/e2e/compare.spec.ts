import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { addAda, ask, goTo, openProfile, openSample, section } from './profile-steps.ts'
import { nameIn, row, searchBox } from './users-steps.ts'

test('a user is compared with what an entry of the history left', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  await ask(page, 'updateUser', {
    id: ada.id,
    revision: ada.revision,
    changes: { jobTitle: 'Countess' },
  })
  await openProfile(page, ada)
  const history = section(page, 'History')
  await history.getByRole('button', { name: /Add user/ }).press('Enter')
  await history.getByRole('link', { name: 'Compare with now' }).press('Enter')
  const table = page.getByRole('table', { name: 'Ada Lovelace – then and now' })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table.getByRole('row', { name: /Job title/ })).toContainText(/Analyst.*Countess/)
  await page.getByRole('switch', { name: 'Differences only' }).press('Space')
  await expect(table.getByRole('row', { name: /First name/ })).toContainText(/Ada.*Ada/)
  await expectAccessible(page)
})

test('two users are merged value by value, and parted again', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const { userPrincipalName } = ada
  const twin = await ask(page, 'createUser', {
    values: {
      displayName: 'Ada King',
      userPrincipalName: userPrincipalName.replace('ada.', 'ada.king.'),
      jobTitle: 'Countess',
      city: 'London',
    },
  })
  const report = await ask(page, 'createUser', {
    values: {
      displayName: 'Report',
      userPrincipalName: userPrincipalName.replace('ada.', 'report.'),
      managerId: twin.id,
    },
  })
  const group = await ask(page, 'createGroup', {
    values: { displayName: 'Analysts' },
    memberIds: [twin.id],
    ownerIds: [twin.id],
  })
  const { roles } = await ask(page, 'listRoles', {})
  const reader = roles.find(({ name }) => name === 'Directory Readers')
  await ask(page, 'assignRole', { userId: twin.id, roleId: reader?.id ?? '' })
  const groupsOf = async (user: { readonly id: string }) =>
    (await ask(page, 'listMemberOf', { id: user.id })).groups.map(({ displayName }) => displayName)
  await goTo(page, `/compare/${ada.id}/${twin.id}`)
  await expect(page.getByRole('heading', { name: 'Ada Lovelace and Ada King' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('1 direct report moves to Ada Lovelace.')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^City: value of Ada King/ })).toBeChecked()
  await page.getByRole('radio', { name: /^Job title: value of Ada King/ }).check()
  const groups = section(page, 'Groups and roles')
  const analysts = groups.getByRole('link', { name: 'Analysts' })
  await expect(groups.getByRole('list', { name: 'Ada Lovelace becomes a member of:' })).toHaveText(
    'Analysts',
  )
  await expect(groups).toContainText('Ada King holds: Directory Readers.')
  await expect(analysts).toHaveCount(2)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Merge users' }).click()
  await expect(page.getByText('Ada King was merged into Ada Lovelace')).toBeVisible()
  await expect(section(page, 'Job information')).toContainText('Countess')
  expect((await ask(page, 'getUser', { id: report.id })).managerId).toBe(ada.id)
  expect(await groupsOf(ada)).toContain('Analysts')
  expect((await ask(page, 'getUser', { id: twin.id })).deletedDateTime).not.toBeNull()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(section(page, 'Job information')).toContainText('Analyst')
  expect((await ask(page, 'getUser', { id: report.id })).managerId).toBe(twin.id)
  expect(await groupsOf(twin)).toContain('Analysts')
  expect(await groupsOf(ada)).not.toContain('Analysts')

  await goTo(page, `/merge/${ada.id}/${twin.id}`)
  await expect(analysts).toHaveCount(2)
  await page.getByRole('button', { name: 'Merge users' }).press('Enter')
  await expect(page.getByText('Ada King was merged into Ada Lovelace')).toBeVisible()
  expect((await ask(page, 'getGroup', { id: group.id })).owners).toMatchObject([{ id: ada.id }])
  await page.keyboard.press('Control+z')
  await expect.poll(() => groupsOf(twin)).toContain('Analysts')
})

test('two users selected in the list are compared, and merged', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const [one, other] = [
    await nameIn(row(page, 1)).textContent(),
    await nameIn(row(page, 3)).textContent(),
  ]
  const compare = page.getByRole('menuitem', { name: /^Compare/ })

  await row(page, 1).click()
  await page.getByRole('button', { name: 'More' }).click()
  await expect(compare).toContainText('Select two users.')
  await expect(compare).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await row(page, 3).click({ modifiers: ['ControlOrMeta'] })
  await page.getByRole('button', { name: 'More' }).click()
  await compare.click()
  await expect(page.getByRole('heading', { name: `${one} and ${other}` })).toBeVisible()

  await page.goBack()
  await searchBox(page).press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'More' }).press('Enter')
  await page.keyboard.press('m')
  await expect(page.getByRole('menuitem', { name: 'Merge' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { name: new RegExp(`^Merge .+ into ${one}$`) }),
  ).toBeVisible()
})
