import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { addAda, openProfile, openSample, startEditing } from './profile-steps.ts'

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`the guide in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('F1 on the list of users opens what the guide says of it', async ({ launch }) => {
      const { page } = await launch()
      await openSample(page)
      await page.keyboard.press('F1')
      const article = page.getByRole('article', { name: /^Users: the list/ })
      await expect(article).toBeFocused()
      const picture = article.getByRole('img', { name: 'The list of users' })
      await expect(picture).toHaveJSProperty('naturalWidth', 1440)
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Back to where you were' }).click()
      await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
    })
  })

test('F1 leads to the part about what is done, and back', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await openProfile(page, await addAda(page))
  await startEditing(page)
  await page.keyboard.press('F1')
  const editing = page.getByRole('heading', { name: 'Editing', exact: true })
  await expect(editing).toBeFocused()
  await expect(editing).toBeInViewport()
  await page.getByRole('link', { name: 'Back to where you were' }).click()
  await expect(page.getByLabel('Job title')).toHaveValue('Analyst')
})

test('the guide is read by its links, to headings and to the further reading', async ({
  launch,
}) => {
  const { page } = await launch()
  await openSample(page)
  await page.getByRole('link', { name: 'Help', exact: true }).focus()
  await page.keyboard.press('Enter')
  const article = page.getByRole('article')
  await expect(article).toHaveAccessibleName('Guide for administrators')
  await expectAccessible(page)
  await article.getByRole('link', { name: 'the latest changes' }).press('Enter')
  const undo = page.getByRole('heading', { name: 'Undo', exact: true })
  await expect(undo).toBeFocused()
  await expect(undo).toBeInViewport()
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: 'Rules of dynamic groups' })
    .click()
  await expect(article).toHaveAccessibleName('Rules of dynamic groups')
  await expect(article.getByRole('columnheader', { name: 'operator' })).toBeVisible()
  await expectAccessible(page)
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: 'Keys', exact: true })
    .click()
  await expect(article.getByRole('table', { name: 'Keyboard' })).toContainText('Ctrl+N')
  await expectAccessible(page)
  await page.goBack()
  await page.goBack()
  await expect(undo).toBeInViewport()
})
