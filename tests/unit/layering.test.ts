import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const importing =
  /(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

type Import = { readonly file: string; readonly target: string }

/** Every import of a source, relative ones as paths from the root. */
async function importsOf(folder: string): Promise<Import[]> {
  const found: Import[] = []
  for await (const path of glob(`${folder}/**/*.{ts,tsx}`, { cwd: root })) {
    const file = path.split(sep).join('/')
    const source = readFileSync(join(root, path), 'utf8')
    for (const [, plain, dynamic] of source.matchAll(importing)) {
      const name = plain ?? dynamic ?? ''
      const target = name.startsWith('.')
        ? relative(root, join(root, dirname(path), name))
            .split(sep)
            .join('/')
        : name
      found.push({ file, target })
    }
  }
  return found
}

const all = await Promise.all(['shared', 'electron', 'renderer'].map(importsOf))
const [shared = [], electron = [], renderer = []] = all
const everything = all.flat()

const within =
  (...folders: readonly string[]) =>
  ({ target }: Import) =>
    folders.some((folder) => target.startsWith(`${folder}/`))

const isPath = ({ target }: Import) => /^(shared|electron|renderer|resources|tests)\//.test(target)
const shown = ({ file, target }: Import) => `${file} imports ${target}`
const importersOf = (name: RegExp) =>
  [...new Set(everything.filter(({ target }) => name.test(target)).map(({ file }) => file))].sort()

describe('who imports whom', () => {
  it('reads the imports there are', () => {
    expect(shared.length).toBeGreaterThan(20)
    expect(electron.length).toBeGreaterThan(100)
    expect(renderer.length).toBeGreaterThan(100)
  })

  it('shared knows itself and zod', () => {
    const foreign = shared.filter((each) => !within('shared')(each) && each.target !== 'zod')
    expect(foreign.map(shown)).toEqual([])
    expect(importersOf(/^zod$/)).toEqual(['shared/zod.ts'])
  })

  it('electron and renderer know shared, never each other', () => {
    const strays = [
      ...electron.filter((each) => isPath(each) && !within('electron', 'shared')(each)),
      ...renderer.filter((each) => isPath(each) && !within('renderer', 'shared')(each)),
    ]
    expect(strays.map(shown)).toEqual([])
  })

  it('only the desktop host knows Electron', () => {
    const strays = importersOf(/^electron(\/|$)(?!.*\.ts)/).filter(
      (file) => !/^electron\/(main|preload)\.ts$|^electron\/desktop\//.test(file),
    )
    expect(strays).toEqual([])
  })

  it('services know ports and rules, no store, no picture library, no file system', () => {
    const forbidden = /^(lowdb|sharp|electron|electron-store|conf|hash-wasm|node:fs)/
    const strays = electron
      .filter(({ file }) => file.startsWith('electron/services/'))
      .filter(({ target }) => forbidden.test(target) && !target.endsWith('.ts'))
    expect(strays.map(shown)).toEqual([])
  })

  it.each([
    [/^lowdb/],
    [/^sharp$/],
    [/^electron-store$/],
    [/^hash-wasm$/],
    [/^papaparse$/],
    [/^@zip\.js\//],
    [/^electron-log/],
    [/^electron-updater$/],
  ])('%s has one importer', (name) => {
    expect(importersOf(name)).toHaveLength(1)
  })

  it('ipcMain and ipcRenderer have one user each', async () => {
    const users = { ipcMain: [] as string[], ipcRenderer: [] as string[] }
    for (const file of new Set(electron.map((each) => each.file))) {
      const source = readFileSync(join(root, file), 'utf8')
      for (const name of ['ipcMain', 'ipcRenderer'] as const)
        if (new RegExp(`import \\{[^}]*\\b${name}\\b`).test(source)) users[name].push(file)
    }
    expect(users).toEqual({
      ipcMain: ['electron/desktop/router.ts'],
      ipcRenderer: ['electron/preload.ts'],
    })
  })

  it('features of the page do not know each other, and what they share knows no feature', () => {
    const features = [
      'users',
      'groups',
      'profile',
      'chart',
      'health',
      'roles',
      'history',
      'help',
      'settings',
      'start',
      'shell',
    ]
    const parts = [
      'renderer/ui/',
      'renderer/api/',
      'renderer/properties/',
      'renderer/assignments/',
      'renderer/entries/',
      'renderer/memberships/',
      'renderer/passwords/',
      'renderer/reports/',
      'renderer/support/',
    ]
    const featureOf = (path: string) =>
      features.find((name) => path.startsWith(`renderer/${name}/`))
    const strays = renderer.filter(({ file, target }) => {
      const to = featureOf(target)
      const from = featureOf(file)
      if (!to) return false
      return from ? from !== to : parts.some((part) => file.startsWith(part))
    })
    expect(strays.map(shown)).toEqual([])
  })
})
