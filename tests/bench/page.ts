import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../e2e/find-browser.ts'
import { startHost } from '../e2e/host-process.ts'
import { type Figure, quantile } from './figure.ts'
import { fillDirectory } from './fill-directory.ts'

const searches = ['nguyen', 'sales oslo', 'anderson', '+47 40', 'department:legal']
const goal = { keystroke: 50, frame: 20 } as const
/** What is done once after the start, such as the day's backup, has been done by then. */
const settling = 8000

/** How long after a key goes down in the search box its rows are painted, in a real Chromium. */
export async function measurePage(sizes: readonly number[]): Promise<readonly Figure[]> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('Measuring the page needs Chromium, Chrome or Edge.')
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
  })
  const figures: Figure[] = []
  try {
    for (const size of sizes) {
      const dataDir = await mkdtemp(join(tmpdir(), 'roster-bench-'))
      const account = await fillDirectory(dataDir, size)
      const host = await startHost(dataDir)
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(host.address)
      await page.getByLabel('Password', { exact: true }).fill(account.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('row').nth(5).waitFor()
      await page.waitForTimeout(settling)
      const times = await keystrokes(page)
      const wheel = quantile(await scrolling(page, 'by the wheel'), 0.95)
      const drag = quantile(await scrolling(page, 'by dragging'), 0.95)
      const typing = quantile(times, 0.95)
      figures.push(
        ...row('keystroke to painted rows, p95', size, typing, goal.keystroke),
        ...row('frame while scrolling by the wheel, top to bottom, p95', size, wheel, goal.frame),
        ...row('frame while dragging from top to bottom in 5 s, p95', size, drag, goal.frame),
      )
      await page.close()
      await host.end('SIGTERM')
      await rm(dataDir, { recursive: true })
    }
  } finally {
    await browser.close()
  }
  return figures
}

async function keystrokes(page: Page): Promise<number[]> {
  const box = page.getByRole('searchbox', { name: 'Search users' })
  const times: number[] = []
  for (const search of searches) {
    await box.fill('')
    await settled(page)
    for (const key of search) {
      const time = timeOfNextKey(page)
      await box.press(key === ' ' ? 'Space' : key)
      times.push(await time)
    }
  }
  return times
}

function row(work: string, users: number, figure: number, most: number): Figure[] {
  return [{ work, users, figure, unit: 'ms', goal: `at most ${most} ms`, met: figure <= most }]
}

/**
 * How long each frame takes while the list passes by, in milliseconds: pulled through in 300 frames by its
 * bar, or by the wheel, 300 pixels a frame, in ten places from top to bottom.
 */
async function scrolling(page: Page, how: 'by the wheel' | 'by dragging'): Promise<number[]> {
  await page.getByRole('searchbox', { name: 'Search users' }).fill('')
  await settled(page)
  return page.evaluate(
    (byWheel) =>
      new Promise<number[]>((resolve) => {
        let scroller = document.querySelector('[role=grid]')
        while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1)
          scroller = scroller.parentElement
        const list = scroller
        if (!list) throw new Error('The list does not scroll.')
        const height = list.scrollHeight - list.clientHeight
        const frames: number[] = []
        let last = performance.now()
        const step = (now: number) => {
          frames.push(now - last)
          last = now
          const count = frames.length
          if (count > 300) return resolve(frames.slice(1))
          if (!byWheel) list.scrollTop = (height * count) / 300
          else if (count % 30 === 0) list.scrollTop = (height * count) / 300
          else list.scrollTop += 300
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
    how === 'by the wheel',
  )
}

const settled = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 250)))

/** Milliseconds from the key's own time stamp to the frame after the page's last change. */
function timeOfNextKey(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed = 0
        let painted = 0
        const onKey = (event: Event) => {
          pressed = event.timeStamp
        }
        document.addEventListener('keydown', onKey, { capture: true, once: true })
        const observer = new MutationObserver(() => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              painted = performance.now()
            }
            port2.postMessage(null)
          })
        })
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
        const wait = setInterval(() => {
          if (!painted || performance.now() - painted < 200) return
          clearInterval(wait)
          observer.disconnect()
          resolve(painted - pressed)
        }, 20)
      }),
  )
}
