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
/** The list is scrolled from one end to the other in so many frames. */
const scrolledFrames = 300

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
      const times = await keystrokes(page)
      const frames = await scrolling(page)
      const typing = quantile(times, 0.95)
      const frame = quantile(frames, 0.95)
      figures.push(
        {
          work: 'keystroke to painted rows, p95',
          users: size,
          figure: typing,
          unit: 'ms',
          goal: `at most ${goal.keystroke} ms`,
          met: typing <= goal.keystroke,
        },
        {
          work: 'frame while scrolling from top to bottom, p95',
          users: size,
          figure: frame,
          unit: 'ms',
          goal: `at most ${goal.frame} ms`,
          met: frame <= goal.frame,
        },
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

/** How long each frame takes while the whole list passes by, in milliseconds. */
async function scrolling(page: Page): Promise<number[]> {
  await page.getByRole('searchbox', { name: 'Search users' }).fill('')
  await settled(page)
  return page.evaluate(
    (count) =>
      new Promise<number[]>((resolve) => {
        const grid = document.querySelector('[role=grid]')
        let scroller = grid
        while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1)
          scroller = scroller.parentElement
        if (!scroller) throw new Error('The list does not scroll.')
        const frames: number[] = []
        let last = performance.now()
        const step = (now: number) => {
          frames.push(now - last)
          last = now
          if (frames.length > count) return resolve(frames.slice(1))
          scroller.scrollTop =
            ((scroller.scrollHeight - scroller.clientHeight) * frames.length) / count
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
    scrolledFrames,
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
