import type { Locator, Page } from '@playwright/test'
import {
  aJpeg,
  aLargeJpeg,
  aPng,
  aPngBomb,
  aTelephoneJpeg,
  aWebp,
  corners,
  cornersOf,
  foreignPictures,
  headerOf,
  segmentsOf,
} from '../support/images.ts'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'

const megabyte = 2 ** 20

const cardOf = (page: Page) => page.getByRole('region', { name: 'Photo', exact: true })
const photoOf = (page: Page) => cardOf(page).getByRole('img', { name: 'Photo of Ada Lovelace' })
const changeButtonOf = (page: Page) => cardOf(page).getByRole('button', { name: 'Change photo' })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Crop the photo' })
const saveButtonOf = (page: Page) => dialogOf(page).getByRole('button', { name: 'Use photo' })

/** Asks the application as the page does, under either host. Answers the value. */
async function ask(page: Page, request: string, input: object = {}) {
  const envelope = await page.evaluate(
    async ([request, input]) => {
      type Bridge = Record<string, (input: object) => Promise<unknown>>
      const { roster } = window as { roster?: Bridge }
      if (roster) return roster[request]?.(input)
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify(input)
      return (await fetch(`/rpc/${request}`, { method: 'POST', headers, body })).json()
    },
    [request, input] as const,
  )
  expect(envelope).toMatchObject({ ok: true })
  return envelope.value
}

/** Opens the profile of the first administrator of a new directory. Answers that user's id. */
async function openProfile(page: Page): Promise<string> {
  await expect(page.getByRole('heading').first()).toBeVisible()
  const password = 'Analytical-Engine-1843'
  const account = { displayName: 'Ada Lovelace', userPrincipalName: 'ada@contoso.com' }
  const administrator = { ...account, password }
  await ask(page, 'createDirectory', { name: 'Contoso', domain: 'contoso.com', administrator })
  const { userId } = await ask(page, 'whoAmI')
  await page.evaluate((id) => {
    window.location.hash = `/users/${id}`
  }, userId)
  await expect(changeButtonOf(page)).toBeVisible()
  return userId
}

const click = (button: Locator) => button.click()

/** As a browser does for a file whose name tells nothing true. */
async function choose(page: Page, image: Uint8Array, press = click) {
  const chooser = page.waitForEvent('filechooser')
  await press(changeButtonOf(page))
  const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(image) }
  await (await chooser).setFiles(file)
}

async function changePhoto(page: Page, image: Uint8Array) {
  await choose(page, image)
  await saveButtonOf(page).click()
  await expect(dialogOf(page)).toBeHidden()
  await expect(photoOf(page)).toBeVisible()
}

const addressOf = (page: Page) => photoOf(page).locator('img').getAttribute('src')

/** The stored photo, as any part of the page can have it. */
async function storedPhoto(page: Page, userId: string): Promise<Buffer> {
  const bytes = await page.evaluate(async (id) => {
    const answer = await fetch(`/photos/${id}?size=648`)
    return Array.from(new Uint8Array(await answer.arrayBuffer()))
  }, userId)
  return Buffer.from(bytes)
}

async function pressTimes(page: Page, key: string, times: number) {
  for (let time = 0; time < times; time++) await page.keyboard.press(key)
}

test('a telephone’s 12 megapixels become an upright photo that tells nothing else', async ({
  launch,
}) => {
  const { page } = await launch()
  const userId = await openProfile(page)
  await changePhoto(page, await aTelephoneJpeg(6, 3024, 4032))
  await expect(page.getByText('Photo changed')).toBeVisible()
  const photo = await storedPhoto(page, userId)
  expect(await headerOf(photo)).toMatchObject({ format: 'jpeg', width: 648, height: 648 })
  expect(await cornersOf(photo)).toEqual(corners)
  const told = segmentsOf(photo).filter((kind) => kind === 0xfe || (kind >= 0xe1 && kind <= 0xef))
  expect(told, 'segments of metadata').toEqual([])
})

test('a photo is chosen, cropped and saved by keyboard alone', async ({ launch }) => {
  const { page } = await launch()
  const userId = await openProfile(page)
  await choose(page, await aTelephoneJpeg(6, 3024, 4032), async (button) => {
    await button.focus()
    await page.keyboard.press('Enter')
  })
  await expect(page.getByRole('application', { name: 'Picture to crop' })).toBeFocused()
  await pressTimes(page, '+', 9)
  await pressTimes(page, 'ArrowRight', 40)
  await pressTimes(page, 'ArrowDown', 80)
  await expect(dialogOf(page).getByRole('slider', { name: 'Zoom' })).toHaveAccessibleName('Zoom')
  await page.keyboard.press('Shift+Tab')
  await expect(saveButtonOf(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialogOf(page)).toBeHidden()
  await expect(changeButtonOf(page)).toBeFocused()
  await expect(photoOf(page)).toBeVisible()
  // The upper left quarter, which fills the frame at twice the size.
  expect(await cornersOf(await storedPhoto(page, userId))).toEqual(['red', 'red', 'red', 'red'])
})

test('the crop needs no dragging: buttons move and zoom, and start over', async ({ launch }) => {
  const { page } = await launch()
  const userId = await openProfile(page)
  await choose(page, await aJpeg(1200, 900))
  const button = (name: string) => dialogOf(page).getByRole('button', { name })
  const zoom = dialogOf(page).getByRole('slider', { name: 'Zoom' })
  await expect(zoom).toHaveAttribute('aria-valuetext', '100%')
  for (let time = 0; time < 9; time++) await button('Zoom in').click()
  await expect(zoom).toHaveAttribute('aria-valuetext', '236%')
  await button('Start over').click()
  await expect(zoom).toHaveAttribute('aria-valuetext', '100%')
  for (let time = 0; time < 9; time++) await button('Zoom in').click()
  for (let time = 0; time < 45; time++) await button('Move left').click()
  for (let time = 0; time < 25; time++) await button('Move up').click()
  await saveButtonOf(page).click()
  await expect(photoOf(page)).toBeVisible()
  const lowerRight = ['yellow', 'yellow', 'yellow', 'yellow']
  expect(await cornersOf(await storedPhoto(page, userId))).toEqual(lowerRight)
})

test('the crop follows the mouse', async ({ launch }) => {
  const { page } = await launch()
  const userId = await openProfile(page)
  await choose(page, await aJpeg(1200, 600))
  const area = page.getByRole('application', { name: 'Picture to crop' })
  await area.hover({ position: { x: 100, y: 100 } })
  await page.mouse.down()
  await area.hover({ position: { x: 300, y: 100 } })
  await page.mouse.up()
  await saveButtonOf(page).click()
  await expect(photoOf(page)).toBeVisible()
  // The left half: as wide as the picture is high.
  expect(await cornersOf(await storedPhoto(page, userId))).toEqual(['red', 'red', 'blue', 'blue'])
})

test('a cancelled crop changes nothing', async ({ launch }) => {
  const { page } = await launch()
  await openProfile(page)
  await choose(page, await aPng())
  await expect(dialogOf(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toBeHidden()
  await expect(changeButtonOf(page)).toBeFocused()
  await expect(photoOf(page)).toHaveCount(0)
})

test('a file can be dropped on the card, and does no harm beside it', async ({ launch }) => {
  const { page } = await launch()
  await openProfile(page)
  const image = (await aPng()).toString('base64')
  const dataTransfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], 'dropped.png', { type: 'image/png' }))
    return transfer
  }, image)
  const leftThePage = await page.evaluate((transfer) => {
    const options = { bubbles: true, cancelable: true, dataTransfer: transfer }
    return document.body.dispatchEvent(new DragEvent('drop', options))
  }, dataTransfer)
  expect(leftThePage).toBe(false)
  await expect(dialogOf(page)).toHaveCount(0)
  await cardOf(page).dispatchEvent('dragover', { dataTransfer })
  await cardOf(page).dispatchEvent('drop', { dataTransfer })
  await saveButtonOf(page).click()
  await expect(photoOf(page)).toBeVisible()
})

test('a picture can be pasted, unless its text is for the field that has the focus', async ({
  launch,
}) => {
  const { page } = await launch()
  await openProfile(page)
  const image = (await aPng()).toString('base64')
  // Answers whether the page took the picture for itself.
  const paste = (target: Locator) =>
    target.evaluate((element, base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
      clipboardData.setData('text/plain', 'A cell of a spreadsheet')
      const options = { bubbles: true, cancelable: true, clipboardData }
      return !element.dispatchEvent(new ClipboardEvent('paste', options))
    }, image)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  expect(await paste(page.getByRole('textbox').first())).toBe(false)
  await expect(dialogOf(page)).toHaveCount(0)
  expect(await paste(page.locator('body'))).toBe(true)
  await saveButtonOf(page).click()
  await expect(photoOf(page)).toBeVisible()
})

test('a file that cannot become a photo is refused with a reason, and the old photo stays', async ({
  launch,
}) => {
  const { page } = await launch()
  await openProfile(page)
  await changePhoto(page, await aWebp())
  const before = await addressOf(page)
  const foreign = await foreignPictures()
  const large = await aLargeJpeg()
  const files: readonly (readonly [Uint8Array, string])[] = [
    ...Object.entries(foreign).map(([name, file]) => [file, name] as const),
    [Buffer.from('A letter, whatever it is called.'), 'not a picture'],
    [large.subarray(0, large.length / 2), 'damaged or cut short'],
    [aPngBomb(16_000, 16_000), '256 megapixels'],
    [Buffer.concat([large, Buffer.alloc(21 * megabyte - large.length)]), '21 MB'],
    [Buffer.alloc(0), 'empty'],
  ]
  for (const [file, reason] of files)
    await test.step(reason, async () => {
      await choose(page, file)
      const alert = cardOf(page).getByRole('alert')
      await expect(alert).toContainText(reason)
      await expect(alert).toContainText('The photo was not changed.')
      await expect(dialogOf(page)).toHaveCount(0)
      expect(await addressOf(page)).toBe(before)
    })
})

test('a photo is removed without a question, and undo brings it back', async ({ launch }) => {
  const { page } = await launch()
  await openProfile(page)
  await changePhoto(page, await aJpeg())
  const before = await addressOf(page)
  await cardOf(page).getByRole('button', { name: 'Remove photo' }).click()
  await expect(page.getByText('Photo removed')).toBeVisible()
  await expect(photoOf(page)).toHaveCount(0)
  await expect(changeButtonOf(page)).toBeFocused()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(photoOf(page).locator('img')).toHaveAttribute('src', String(before))
})

test('undo takes back a new photo, and the same photo again offers none', async ({ launch }) => {
  const { page } = await launch()
  await openProfile(page)
  await changePhoto(page, await aJpeg())
  const before = await addressOf(page)
  await changePhoto(page, await aWebp(300, 400))
  await expect(photoOf(page).locator('img')).not.toHaveAttribute('src', String(before))
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(photoOf(page).locator('img')).toHaveAttribute('src', String(before))
  await expect(page.getByText('Undone')).toBeVisible()
  await changePhoto(page, await aJpeg())
  await expect(page.getByText('Photo changed')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0)
})

test('a photo that somebody changed meanwhile is replaced only on a second try', async ({
  launch,
}) => {
  const { page } = await launch()
  const id = await openProfile(page)
  await changePhoto(page, await aJpeg())
  await choose(page, await aPng(200, 400))
  await expect(dialogOf(page)).toBeVisible()
  const { revision } = await ask(page, 'getUser', { id })
  await ask(page, 'removePhoto', { id, revision })
  await saveButtonOf(page).click()
  await expect(dialogOf(page).getByRole('alert')).toContainText('Nothing was saved')
  await dialogOf(page).getByRole('button', { name: 'Try again' }).click()
  await expect(dialogOf(page)).toBeHidden()
  await expect(photoOf(page)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the crop dialog in ${colorScheme}`, async ({ launch }) => {
    const { page } = await launch()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openProfile(page)
    await choose(page, await aJpeg())
    await expect(saveButtonOf(page)).toBeVisible()
    await expectAccessible(page)
  })
