import { expect, test } from './app.fixture.ts'

test('the page shows itself and asks for nothing outside this computer', async ({ launch }) => {
  const { page } = await launch()
  await expect(page).toHaveTitle(/Roster/)
  await expect(page.getByRole('heading').first()).toBeVisible()
})

test('the page has nothing of Node or Electron but the requests', async ({ launch }) => {
  const { page } = await launch()
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  )
  expect(found).toEqual([])
})

test.describe('against its rules', () => {
  test.use({ offending: true })

  test('a script that gets into the page does not run', async ({ launch, offences }) => {
    const { page } = await launch()
    const outcome = await page.evaluate(() => {
      const tried = (attempt: () => void) => {
        try {
          attempt()
          return 'done'
        } catch (error) {
          return error instanceof Error ? error.name : 'refused'
        }
      }
      return {
        html: tried(() => {
          document.body.innerHTML = '<img src="x" onerror="window.ran = true">'
        }),
        code: tried(() => {
          setTimeout('window.ran = true')
        }),
        ran: 'ran' in window,
      }
    })
    expect(outcome).toEqual({ html: 'TypeError', code: 'TypeError', ran: false })
    await expect.poll(() => offences).not.toEqual([])
  })

  test('the page cannot send anything away', async ({ launch, offences }) => {
    const { page } = await launch()
    const sent = await page.evaluate(() =>
      fetch('https://example.org/', { method: 'POST', body: 'names' }).then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(sent).toBe('refused')
    await expect.poll(() => offences.join()).toContain('Content Security Policy')
  })
})
