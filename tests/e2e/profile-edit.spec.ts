import { expect, test } from './app.fixture.ts'
import {
  addAda,
  ask,
  openProfile,
  openSample,
  section,
  startEditing,
  unsaved,
} from './profile-steps.ts'

test('an edit of several sections is one save, which can be undone', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  await openProfile(page, ada)
  await startEditing(page)

  await page.getByLabel('Job title').fill('Countess')
  await page.getByLabel('Employee hire date').fill('2026-03-01')
  await page.getByLabel('Age group').click()
  await page.getByRole('option', { name: 'Adult', exact: true }).click()
  await page.getByLabel('Usage location').fill('no')
  await page.getByRole('option', { name: /Norway/ }).click()
  await page.getByLabel('Account enabled').uncheck()
  await page.getByLabel('Street address').fill('12 St James Square\nLondon')
  await page.getByLabel('Other emails').fill('ada@home.example')
  await expect(unsaved(page)).toContainText('7 unsaved changes')
  await page.keyboard.press('Control+s')

  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(section(page, 'Job information')).toContainText('Countess')
  await expect(section(page, 'Job information')).toContainText('1 Mar 2026')
  await expect(section(page, 'Settings')).toContainText('Norway')
  await expect(section(page, 'Contact information')).toContainText('ada@home.example')
  await expect(page.getByText('Blocked')).toBeVisible()
  expect(await ask(page, 'getUser', { id: ada.id })).toMatchObject({
    jobTitle: 'Countess',
    employeeHireDate: '2026-03-01',
    ageGroup: 'Adult',
    usageLocation: 'NO',
    accountEnabled: false,
    streetAddress: '12 St James Square\nLondon',
    otherMails: ['ada@home.example'],
  })

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(section(page, 'Job information')).toContainText('Analyst')
  await expect(page.getByText('Can sign in')).toBeVisible()
})

test('what is wrong is said on leaving a field, and listed as links on saving', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  const { userPrincipalName } = await ask(page, 'whoAmI', {})
  await openProfile(page, await addAda(page))
  await startEditing(page)

  await page.getByLabel('Employee ID').fill('12345678901234567')
  await page.getByLabel('Employee ID').press('Tab')
  await expect(section(page, 'Job information')).toContainText('this has 17. Remove 1.')
  await page.getByLabel('Employee ID').fill('1234567890123456')
  await expect(section(page, 'Job information')).not.toContainText('Remove')

  await page.getByLabel('User name').fill(userPrincipalName)
  await page.getByLabel('Domain').press('Tab')
  await expect(section(page, 'Identity')).toContainText('belongs to')

  await page.getByLabel('Display name').fill(' ')
  await page.getByLabel('Usage location').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toBeFocused()
  await expect(alert.getByRole('link')).toHaveText([
    /^Display name: Enter a value/,
    /^User name: .* belongs to/,
    /^Usage location: This cannot be cleared/,
  ])
  await alert.getByRole('link', { name: /^Usage location/ }).click()
  await expect(page.getByLabel('Usage location')).toBeFocused()
  await page.getByLabel('Usage location').fill('Norway')
  await page.getByLabel('User name').fill('ada')
  await page.getByLabel('Display name').fill('Ada')
  await expect(alert).toBeHidden()
})

test('a manager who reports to the user is refused when chosen', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const { managerId } = ada
  if (managerId === null) throw new Error('The user needs a manager.')
  const manager = await ask(page, 'getUser', { id: managerId })
  await openProfile(page, manager, manager.displayName)
  await startEditing(page)
  await page.getByLabel('Manager').fill('ada lovelace')
  await page.getByRole('option', { name: /Ada Lovelace/ }).click()
  await expect(section(page, 'Job information')).toContainText(
    'reports, directly or through others',
  )
})

test('a new last name is taken over where the former one stood', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const domain = ada.userPrincipalName.split('@')[1]
  await openProfile(page, ada)
  await startEditing(page)
  await page.getByLabel('Last name').fill('Groß')
  const offer = page.getByRole('group', { name: 'Use the new name here too?' })
  await offer.getByLabel('ada.gross', { exact: true }).uncheck()
  await offer.getByRole('button', { name: 'Apply' }).click()
  await expect(offer).toBeVisible()
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Groß')
  await expect(page.getByLabel('User name')).toHaveValue('ada.gross')
  await offer.getByRole('button', { name: 'Leave as they are' }).click()
  await page.getByLabel('Display name').fill('Countess Ada Groß')
  await expect(page.getByLabel('Last name')).toHaveCount(1)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Countess Ada Groß – Profile')
  expect(await ask(page, 'getUser', { id: ada.id })).toMatchObject({
    surname: 'Groß',
    userPrincipalName: `ada.gross@${domain}`,
    mailNickname: 'ada.lovelace',
    mail: `ada.gross@${domain}`,
    proxyAddresses: [`SMTP:ada.gross@${domain}`, `smtp:ada.lovelace@${domain}`],
  })
})

test('the primary address and the email stay the same address', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  await openProfile(page, ada)
  await startEditing(page)
  const email = page.getByLabel('Email', { exact: true })
  const former = await email.inputValue()
  await page.getByLabel('Proxy addresses').fill('countess@engine.example')
  await page.getByLabel('Proxy addresses').press('Enter')
  await page.getByRole('button', { name: 'Make countess@engine.example primary' }).click()
  await expect(email).toHaveValue('countess@engine.example')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await ask(page, 'getUser', { id: ada.id })).toMatchObject({
    mail: 'countess@engine.example',
    proxyAddresses: ['SMTP:countess@engine.example', `smtp:${former}`],
  })
})

test('a verification is given, taken back, and lost with the value', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  const ada = await addAda(page)
  const contacts = section(page, 'Authentication contact info')
  await openProfile(page, ada)
  await startEditing(page)
  await contacts.getByLabel('Phone', { exact: true }).fill('+47 40612345')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Verify Phone', exact: true }).click()
  await expect(contacts).toContainText(/Verified.*By Solveig Brattland/)
  await page.getByRole('button', { name: 'Withdraw Phone', exact: true }).click()
  await page.getByRole('button', { name: 'Verify Phone', exact: true }).click()
  await expect(contacts).toContainText('By Solveig Brattland')

  await startEditing(page)
  await contacts.getByLabel('Phone', { exact: true }).fill('+47 40612346')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(contacts).toContainText('Not verified')
  await expect(contacts).not.toContainText('By Solveig Brattland')
})
