import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..', '..')

/** The lowest major version of Electron that still gets fixes. To be raised with every release of Roster. */
const oldestWithFixes = 43

async function sourcesWith(words: RegExp): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob('{electron,shared,renderer}/**/*.{ts,tsx}', { cwd: root }))
    if (words.test(await readFile(join(root, file), 'utf8'))) found.push(file)
  return found.sort()
}

describe('no source of the program', () => {
  it('hands an address to the system to open', async () => {
    expect(await sourcesWith(/openExternal/)).toEqual([])
  })

  it('weakens the window or Chromium', async () => {
    expect(
      await sourcesWith(
        /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webSecurity|allowpopups|commandLine\.appendSwitch|enableRemoteModule/,
      ),
    ).toEqual([])
  })

  it('loads a file: or http: address into a window', async () => {
    expect(await sourcesWith(/loadFile\(|loadURL\(['"`](file|https?):/)).toEqual([])
  })
})

describe('the Electron that packages are made with', () => {
  it('is of a version that still gets fixes', async () => {
    const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
    const { version } = lock.packages['node_modules/electron']
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(oldestWithFixes)
  })
})

describe('the table of docs/security.md', () => {
  const files = {
    'built-app': 'tests/unit/electron/desktop/built-app.test.ts',
    points: 'tests/unit/electron/desktop/security-points.test.ts',
    page: 'tests/unit/electron/page/page.test.ts',
    package: 'tests/unit/electron/package.test.ts',
    rules: 'tests/e2e/page-rules.spec.ts',
  }

  it('has a line for each of the twenty points, and names tests that are there', async () => {
    const text = await readFile(join(root, 'docs', 'security.md'), 'utf8')
    const rows = text.split('\n').filter((line) => /^\| \d+ \|/.test(line))
    expect(rows).toHaveLength(20)
    const missing: string[] = []
    for (const row of rows) {
      const cell = row.split('|').at(-2) ?? ''
      for (const [, file = '', names = ''] of cell.matchAll(/([a-z-]+)(?:, on Linux)?: ([^;]+)/g)) {
        const source = await readFile(join(root, files[file as keyof typeof files]), 'utf8')
        for (const [, name = ''] of names.matchAll(/“([^”]+)”/g))
          if (!source.includes(name.replace(/ …$/, ''))) missing.push(`${file}: ${name}`)
      }
    }
    expect(missing).toEqual([])
  })
})
