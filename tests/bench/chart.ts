import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../e2e/find-browser.ts'
import { startHost } from '../e2e/host-process.ts'
import { type Figure, median } from './figure.ts'
import { fillDirectory } from './fill-directory.ts'

const people = 5000
const rounds = 5
const goal = 1000

/** How long an organisation chart of one tree takes from the click to the painted cards, closed and all open. */
export async function measureChart(): Promise<readonly Figure[]> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('Measuring the page needs Chromium, Chrome or Edge.')
  const dataDir = await mkdtemp(join(tmpdir(), 'roster-bench-'))
  const account = await fillDirectory(dataDir, people)
  const host = await startHost(dataDir)
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(host.address)
    await page.getByLabel('Password', { exact: true }).fill(account.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('row').nth(5).waitFor()
    const opened: number[] = []
    const expanded: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await page.getByRole('link', { name: 'Users', exact: true }).click()
      await page.reload()
      await page.getByRole('row').nth(5).waitFor()
      opened.push(await timeOf(page, 'Organisation chart', '[role=treeitem][aria-level="3"]'))
      expanded.push(await timeOf(page, 'Expand all', '[aria-level="3"][aria-expanded=true]'))
    }
    return [
      ['organisation chart of one tree opened', opened] as const,
      ['… all of it expanded', expanded] as const,
    ].map(([work, times]) => {
      const figure = median(times)
      const met = figure <= goal
      return { work, users: people, figure, unit: 'ms', goal: `at most ${goal} ms`, met }
    })
  } finally {
    await browser.close()
    await host.end('SIGTERM')
    await rm(dataDir, { recursive: true })
  }
}

/** Milliseconds from a click on what has that name until what `shown` selects is painted. */
const timeOf = (page: Page, name: string, shown: string) =>
  page.evaluate(
    ([wanted, selector]) => {
      const element = [...document.querySelectorAll<HTMLElement>('a, button')].find(
        (each) => (each.getAttribute('aria-label') ?? each.textContent) === wanted,
      )
      if (!element) throw new Error(`There is nothing called ${wanted}.`)
      return new Promise<number>((resolve) => {
        const begun = performance.now()
        element.click()
        const look = () => {
          if (document.querySelector(selector)) {
            // What is in the document now is painted with this frame, and the next one comes after it.
            requestAnimationFrame(() => resolve(performance.now() - begun))
          } else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
    },
    [name, shown] as const,
  )
