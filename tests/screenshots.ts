import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from './e2e/find-browser.ts'
import { startHost } from './e2e/host-process.ts'

// Takes the pictures of the documents, or, with --review, of every page in both themes and two sizes:
// node tests/screenshots.ts [--review] [--to FOLDER] [--people FILE.csv]

const { values: options } = parseArgs({
  options: {
    review: { type: 'boolean', default: false },
    to: { type: 'string', default: join(import.meta.dirname, '..', 'docs', 'images') },
    people: { type: 'string' },
  },
})

type Look = { readonly theme: 'light' | 'dark'; readonly width: number; readonly height: number }

const looks: readonly Look[] = options.review
  ? (['light', 'dark'] as const).flatMap((theme) => [
      { theme, width: 1440, height: 900 },
      { theme, width: 1024, height: 700 },
    ])
  : [
      { theme: 'light', width: 1280, height: 800 },
      { theme: 'dark', width: 1280, height: 800 },
    ]

const executablePath = findBrowser()
if (!executablePath) throw new Error('Taking screenshots needs Chromium, Chrome or Edge.')
const dataDir = await mkdtemp(join(tmpdir(), 'roster-screenshots-'))
const host = await startHost(dataDir)
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: process.getuid?.() !== 0,
})
try {
  const welcome = await open(host.address, looks[0] as Look)
  await welcome.getByRole('button', { name: 'Create your directory' }).waitFor()
  await shoot(welcome, 'welcome', looks[0] as Look)
  await welcome.getByRole('button', { name: 'Explore the sample directory' }).click()
  await welcome.getByRole('grid', { name: 'Users' }).waitFor()
  if (options.people) await importPeople(options.people)
  await welcome.context().close()
  for (const look of looks) await tour(look)
} finally {
  await browser.close()
  await host.end('SIGTERM')
  await rm(dataDir, { recursive: true })
}

async function tour(look: Look) {
  const page = await open(host.address, look)
  const shot = (name: string) => shoot(page, name, look)
  await page.getByRole('searchbox', { name: 'Search users' }).fill('')
  await page.getByRole('row').nth(3).waitFor()
  await shot('users')
  await page.getByRole('searchbox', { name: 'Search users' }).fill('wroclaw engineer')
  await page.getByText(/ of /).first().waitFor()
  await shot('search')
  await page.getByRole('searchbox', { name: 'Search users' }).fill('przemyslaw')
  await page.getByRole('row', { name: /Przemysław/ }).dblclick()
  await page.getByRole('button', { name: 'Edit' }).waitFor()
  await shot('profile')
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Job title').fill('Principal Optical Engineer')
  await page.getByLabel('Mobile phone').fill('+48 601 000 123')
  await shot('edit')
  await page.getByRole('button', { name: 'Discard' }).click()
  if (!options.review) return page.context().close()
  await page.getByRole('link', { name: 'Settings' }).click()
  await shot('settings')
  await page.getByRole('link', { name: 'Deleted users' }).click()
  await shot('deleted-users')
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await page.getByRole('button', { name: 'New user' }).click()
  await shot('new-user')
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await page.getByRole('button', { name: 'Columns' }).click()
  await shot('columns')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Import' }).first().click()
  await shot('import')
  return page.context().close()
}

async function open(address: string, { theme, width, height }: Look): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function shoot(page: Page, name: string, { theme, width }: Look) {
  const size = options.review ? `-${width}` : ''
  await page.screenshot({ path: join(options.to, `${name}-${theme}${size}.png`) })
}

async function importPeople(file: string) {
  const ask = async (request: string, input: unknown) => {
    const answer = await fetch(new URL(`/rpc/${request}`, host.address), {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    return ((await answer.json()) as { value: { importId: string } }).value
  }
  const bytes = { $bytes: (await readFile(file)).toString('base64') }
  const { importId } = await ask('previewImport', { name: file, bytes })
  await ask('applyImport', { importId })
}
