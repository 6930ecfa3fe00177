import { readFile } from 'node:fs/promises'
import { filesInZip } from '../support/files-in-zip.ts'
import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { goTo, openSample, section } from './profile-steps.ts'

test('Settings tell which Roster this is, and save the diagnostics', async ({ launch }) => {
  const { page } = await launch()
  await openSample(page)
  await goTo(page, '/settings/about')
  const about = section(page, 'About')
  await expect(about).toContainText(/Roster \d+\.\d+\.\d+/)
  await expect(about).toBeInViewport()
  await expectAccessible(page)
  const downloading = page.waitForEvent('download')
  await about.getByRole('button', { name: 'Save diagnostics' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^roster-diagnostics-.*\.zip$/)
  const files = filesInZip(await readFile(await download.path()))
  expect(JSON.parse(String(files.get('roster.json')))).toMatchObject({
    directory: { state: 'open', counts: { users: 200 } },
  })
  await expect(page.getByText('The diagnostics are saved.')).toBeVisible()
})
