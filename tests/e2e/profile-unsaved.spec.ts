import { expect, test } from './app.fixture.ts'
import {
  addAda,
  ask,
  goTo,
  openProfile,
  openSample,
  section,
  startEditing,
  unsaved,
} from './profile-steps.ts'
import { signIn } from './users-steps.ts'

test('unsaved changes are asked about on the ways out', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await openProfile(page, await addAda(page))
  await startEditing(page)
  await page.getByLabel('Job title').fill('Countess')

  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(page.getByLabel('Job title')).toHaveValue('Countess')

  await page.getByRole('link', { name: 'Settings' }).click()
  await question.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
})

test('the guide asks nothing, and the edit goes on where it was left', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await openProfile(page, await addAda(page))
  await startEditing(page)
  await page.getByLabel('Job title').fill('Countess')
  await page.keyboard.press('F1')
  await expect(page.getByRole('heading', { name: 'Editing', exact: true })).toBeFocused()
  await page.getByRole('link', { name: 'Back to where you were' }).click()
  await expect(page.getByLabel('Job title')).toHaveValue('Countess')
  await expect(page.getByRole('button', { name: 'Continue editing' })).toBeHidden()
  await page.keyboard.press('Control+s')
  await expect(section(page, 'Job information')).toContainText('Countess')
})

test('an edit that was left for the guide is offered on the page to read', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  await openProfile(page, ada)
  await startEditing(page)
  await page.getByLabel('Job title').fill('Countess')
  await page.keyboard.press('F1')
  await expect(page.getByRole('heading', { name: 'Editing', exact: true })).toBeFocused()
  await openProfile(page, ada)
  await page.getByRole('button', { name: 'Continue editing' }).click()
  await expect(page.getByLabel('Job title')).toHaveValue('Countess')
})

test('discarded changes can be brought back', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await openProfile(page, await addAda(page))
  await startEditing(page)
  await page.getByLabel('Job title').fill('Countess')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(section(page, 'Job information')).toContainText('Analyst')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByRole('button', { name: 'Continue editing' }).click()
  await expect(page.getByLabel('Job title')).toHaveValue('Countess')
})

test('an edit outlives a power cut', async ({ launch }) => {
  const first = await launch()
  const account = await openSample(first.page)
  const ada = await addAda(first.page)
  await openProfile(first.page, ada)
  await startEditing(first.page)
  await first.page.getByLabel('Job title').fill('Countess')
  await expect
    .poll(async () => (await ask(first.page, 'getDraft', { userId: ada.id })).draft?.changes)
    .toEqual({ jobTitle: 'Countess' })
  await first.kill()

  const { page } = await launch()
  await signIn(page, account)
  await openProfile(page, ada)
  await expect(page.getByText(/You have unsaved changes from/)).toBeVisible()
  await page.getByRole('button', { name: 'Continue editing' }).click()
  await expect(page.getByLabel('Job title')).toHaveValue('Countess')
  await expect(unsaved(page)).toContainText('1 unsaved change')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(section(page, 'Job information')).toContainText('Countess')
  expect(await ask(page, 'getDraft', { userId: ada.id })).toEqual({ draft: null })
})

test('when two people change the same value, whoever saves later chooses', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const { id, revision } = ada
  await openProfile(page, ada)
  await startEditing(page)
  await page.getByLabel('Job title').fill('Mine')
  await page.getByLabel('Cost center').fill('Mine too')
  await page.getByLabel('City').fill('London')
  const changes = { jobTitle: 'Theirs', costCenter: 'Theirs too', department: 'Engines' }
  await ask(page, 'updateUser', { id, revision, changes })

  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.getByRole('group', { name: 'Job title' }).getByLabel('Mine').check()
  await page.getByRole('group', { name: 'Cost center' }).getByLabel('Theirs too').check()
  await expect(page.getByLabel('Cost center')).toHaveValue('Theirs too')
  await expect(page.getByLabel('Department')).toHaveValue('Engines')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await ask(page, 'getUser', { id })).toMatchObject({
    jobTitle: 'Mine',
    costCenter: 'Theirs too',
    department: 'Engines',
    city: 'London',
  })
})

test('a change of others to other values is merged in silence', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const { id, revision } = ada
  await openProfile(page, ada)
  await startEditing(page)
  await page.getByLabel('City').fill('London')
  await ask(page, 'updateUser', { id, revision, changes: { department: 'Engines' } })
  await expect(page.getByLabel('City')).toHaveValue('London')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(section(page, 'Contact information')).toContainText('London')
  await expect(section(page, 'Job information')).toContainText('Engines')
})

test('a user is added with names made from the first and last one', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await goTo(page, '/users/new')
  await expect(page.getByRole('heading', { name: 'New user – Profile' })).toBeVisible()
  await page.getByLabel('First name').fill('Zoë')
  await page.getByLabel('Last name').fill('Łęcka')
  await expect(page.getByLabel('Display name')).toHaveValue('Zoë Łęcka')
  await expect(page.getByLabel('User name')).toHaveValue('zoe.lecka')
  await expect(page.getByLabel('Mail nickname')).toHaveValue('zoe.lecka')
  await page.getByLabel('Display name').fill('Zoë Ł.')
  await page.getByLabel('Last name').fill('Łęcka-Nowak')
  await expect(page.getByLabel('Display name')).toHaveValue('Zoë Ł.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('User added')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zoë Ł. – Profile')
  await expect(section(page, 'Identity')).toContainText('zoe.lecka-nowak@')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
})
