import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aTelephoneJpeg, cornersOf, headerOf, segmentsOf } from '../support/images.ts'
import { expect, test } from './app.fixture.ts'
import { shownKey, typeBack } from './sign-in-steps.ts'

const csv = join(import.meta.dirname, '..', 'fixtures', 'entra-download-1000.csv')
const password = 'Analytical-Engine-1843'

test('the whole job: import a thousand people, change one, survive a power cut', async ({
  launch,
}) => {
  test.setTimeout(90_000)
  const first = await launch()
  await createDirectory(first.page)
  await importPeople(first.page)
  await openProfile(first.page, 'nguyen', 'Nguyễn')
  const { oldName } = await editProfile(first.page)
  await verifyPhone(first.page)
  await changePhoto(first.page)
  await first.kill()

  const { page } = await launch()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('searchbox', { name: 'Search users' }).fill('hopper-lindqvist')
  await page.getByRole('row', { name: /Hopper-Lindqvist/ }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ – Profile$/)
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  await expect(region('Identity')).toContainText('Hopper-Lindqvist')
  await expect(region('Identity')).not.toContainText(`Last name${oldName}`)
  await expect(region('Job information')).toContainText('Rear Admiral')
  await expect(region('Job information')).toContainText('Navigation & Charts')
  await expect(region('Job information').getByRole('link', { name: /Louise Blom/ })).toBeVisible()
  await expect(region('Settings')).toContainText('Norway')
  await expect(region('Contact information')).toContainText('+47 40612345')
  await expect(region('Authentication contact info')).toContainText('By Ada Lovelace')
  await expectUprightPhoto(page)
})

async function createDirectory(page: Page) {
  await page.getByRole('button', { name: 'Create your directory' }).click()
  await page.getByLabel('Organisation name').fill('Woodgrove')
  await page.getByLabel('Domain').fill('woodgrove.example')
  await page.getByLabel('Your name').fill('Ada Lovelace')
  await page.getByLabel('User name').fill('ada@woodgrove.example')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Repeat password').fill(password)
  await page.getByRole('button', { name: 'Create directory' }).click()
  await expect(page.getByRole('heading', { name: 'Recovery key' })).toBeVisible()
  await typeBack(page, await shownKey(page))
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
}

async function importPeople(page: Page) {
  await page.getByRole('button', { name: 'Import' }).first().click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button', { name: 'Choose' }).click()
  await (await choosing).setFiles(csv)
  await page.getByRole('dialog').getByRole('button', { name: 'Import 1,000 users' }).click()
  await expect(page.getByText('1,001 users')).toBeVisible()
}

async function openProfile(page: Page, search: string, shown: string) {
  await page.getByRole('searchbox', { name: 'Search users' }).fill(search)
  const row = page.getByRole('row', { name: new RegExp(shown) }).first()
  await row.dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(shown)
}

async function editProfile(page: Page): Promise<{ oldName: string }> {
  await page.getByRole('button', { name: 'Edit' }).click()
  const lastName = page.getByLabel('Last name')
  const oldName = await lastName.inputValue()
  await lastName.fill('Hopper-Lindqvist')
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await page.getByLabel('Job title').fill('Rear Admiral')
  await page.getByLabel('Department').fill('Navigation & Charts')
  const manager = page.getByRole('combobox', { name: 'Manager' })
  await manager.fill('louise blom')
  await page.getByRole('option', { name: /Louise Blom/ }).click()
  const usage = page.getByRole('combobox', { name: 'Usage location' })
  await usage.fill('Norway')
  await page.getByRole('option', { name: /Norway/ }).click()
  await page.getByLabel('Mobile phone').fill('+47 40612345')
  await page
    .getByRole('region', { name: 'Authentication contact info' })
    .getByLabel('Phone', { exact: true })
    .fill('+47 40612345')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  return { oldName }
}

async function verifyPhone(page: Page) {
  await page.getByRole('button', { name: 'Verify Phone', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Authentication contact info' })).toContainText(
    'By Ada Lovelace',
  )
}

async function changePhoto(page: Page) {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Change photo' }).click()
  await (await choosing).setFiles({
    name: 'IMG_0001.JPG',
    mimeType: 'image/jpeg',
    buffer: await aTelephoneJpeg(6, 4000, 3000),
  })
  await page.getByRole('dialog').getByRole('button', { name: 'Use photo' }).click()
  await expect(page.getByRole('img', { name: /^Photo of/ })).toBeVisible()
}

/** The stored photo: 648 pixels square, its corners where they were before the camera was turned. */
async function expectUprightPhoto(page: Page) {
  const picture = page.getByRole('region', { name: 'Photo', exact: true }).locator('img')
  const source = await picture.getAttribute('src')
  const bytes = await page.evaluate(async (address) => {
    const answer = await fetch(address.replace(/size=\d+/, 'size=648'))
    return [...new Uint8Array(await answer.arrayBuffer())]
  }, source ?? '')
  const photo = Uint8Array.from(bytes)
  const header = await headerOf(photo)
  expect(header).toMatchObject({ format: 'jpeg', width: 648, height: 648, space: 'srgb' })
  expect([header.exif, header.icc, header.xmp, header.iptc]).toEqual(Array(4).fill(undefined))
  expect(segmentsOf(photo).filter((kind) => kind > 0xe0 && kind <= 0xef)).toEqual([])
  expect(await cornersOf(photo)).toEqual(['red', 'green', 'blue', 'yellow'])
}

test.afterEach(async ({ dataDir }) => {
  expect(await readFile(join(dataDir, 'roster.log'), 'utf8').catch(() => '')).not.toContain(
    '[error]',
  )
})
