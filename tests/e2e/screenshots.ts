import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { buildStale } from '../../electron/build.ts'
import { findBrowser } from './find-browser.ts'
import { startHost } from './host-process.ts'
import { closedScenes, directoryScenes, firstScenes } from './pictures/directory-scenes.ts'
import { prepareSample } from './pictures/prepare-sample.ts'
import { type Scene, settle } from './pictures/scene.ts'
import { userScenes } from './pictures/user-scenes.ts'
import type { Account } from './sign-in-steps.ts'

// Takes the pictures of the guide and the README, or, with --review, every page in both themes and two sizes:
// node tests/e2e/screenshots.ts [--review] [--to FOLDER] [--only NAME,NAME]

const { values: options } = parseArgs({
  options: {
    review: { type: 'boolean', default: false },
    to: { type: 'string', default: join(import.meta.dirname, '..', '..', 'docs', 'pictures') },
    only: { type: 'string' },
  },
})
const nobody: Account = { userPrincipalName: '', password: '' }
const only = options.only?.split(',')

type Look = { readonly theme: 'light' | 'dark'; readonly width: number; readonly height: number }

const looks: readonly Look[] = options.review
  ? (['light', 'dark'] as const).flatMap((theme) => [
      { theme, width: 1440, height: 900 },
      { theme, width: 1024, height: 700 },
    ])
  : [{ theme: 'light', width: 1440, height: 900 }]

const executablePath = findBrowser()
if (!executablePath) throw new Error('Taking screenshots needs Chromium, Chrome or Edge.')
await buildStale()
await mkdir(options.to, { recursive: true })
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: process.getuid?.() !== 0,
})
const failed: [Scene, Error][] = []
const sample = [...userScenes, ...directoryScenes, ...closedScenes]
try {
  for (const look of looks) {
    await withProgram(look, firstScenes, async () => nobody)
    await withProgram(look, sample, prepareSample)
  }
  // The README shows one page as it is in the dark.
  const edit = sample.filter(({ name }) => name === 'edit')
  if (!options.review)
    await withProgram({ ...(looks[0] as Look), theme: 'dark' }, edit, prepareSample)
} finally {
  await browser.close()
}
for (const [{ name }, { message }] of failed)
  process.stderr.write(`The way to “${name}” does not lead there: ${message}\n`)
if (failed.length > 0) process.exitCode = 1

/** Starts the program on a folder of its own, and takes those of the pictures that are wanted. */
async function withProgram(
  look: Look,
  scenes: readonly Scene[],
  prepare: (page: Page) => Promise<Account>,
) {
  const wanted = scenes.filter(({ name }) => !only || only.includes(name))
  if (wanted.length === 0) return
  // Named as a person would: the pictures show it, and the same each time.
  const dataDir = join(tmpdir(), 'Roster')
  await mkdir(dataDir)
  const host = await startHost(dataDir)
  try {
    const page = await open(host.address, look)
    const account = await prepare(page)
    for (const scene of wanted)
      await take(page, scene, account, look).catch((error: Error) => failed.push([scene, error]))
    await page.context().close()
  } finally {
    await host.end('SIGTERM')
    await rm(dataDir, { recursive: true })
  }
}

async function open(address: string, { theme, width, height }: Look): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  // What a scene left unsaved is asked about when the next one begins.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(address)
  await page.getByRole('heading').first().waitFor()
  return page
}

async function take(page: Page, { name, show }: Scene, account: Account, look: Look) {
  await show(page, account)
  await settle(page)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  // A page has few colours, so that a palette shows them all in a third of the size.
  const small = await sharp(picture).png({ palette: true, colours: 128, effort: 10 }).toBuffer()
  const suffix = options.review
    ? `-${look.theme}-${look.width}`
    : look.theme === 'dark'
      ? '-dark'
      : ''
  await writeFile(join(options.to, `${name}${suffix}.png`), small)
}
