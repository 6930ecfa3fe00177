import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openConfBackend } from '../../../../electron/settings/conf-backend.ts'
import type { PreferencesStore } from '../../../../electron/settings/preferences-store.ts'
import { type OpenBackend, SettingsFile } from '../../../../electron/settings/settings-file.ts'
import { preferencesSchema } from '../../../../shared/contract/preferences.ts'
// Before electron-store, which imports Electron.
import '../../../support/stand-in-electron/load.ts'

const { openElectronStoreBackend } = await import(
  '../../../../electron/settings/electron-store-backend.ts'
)

const defaults = preferencesSchema.parse({})
const dark = { ...defaults, theme: 'dark' }
const good = JSON.stringify(dark)

let parent: string
let folder: string
let folders = 0
let logged: string[]

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'roster-settings-'))
})
afterAll(() => rmSync(parent, { recursive: true }))

function freshFolder() {
  folder = join(parent, String(++folders))
  mkdirSync(folder)
  logged = []
}
beforeEach(freshFolder)

const file = (name: string) => join(folder, name)
const read = (name: string) => readFileSync(file(name), 'utf8')

describe.each([
  ['conf', openConfBackend],
  ['electron-store', openElectronStoreBackend],
] satisfies [string, OpenBackend][])('settings in a file of %s', (_name, backend) => {
  const open = (): PreferencesStore =>
    new SettingsFile(folder, 'config', preferencesSchema, backend, {
      info: () => {},
      error: (message) => logged.push(message),
    })

  it('have defaults when there is no file', () => {
    expect(open().get()).toEqual(defaults)
    expect(logged).toEqual([])
  })

  it('are kept, with a second copy of the last good file', () => {
    expect(open().set({ theme: 'dark' })).toEqual(dark)
    expect(open().get()).toEqual(dark)
    expect(JSON.parse(read('config.json'))).toEqual(dark)
    expect(read('config.bak.json')).toBe(read('config.json'))
  })

  it('stay as they are where a change says nothing', () => {
    const settings = open()
    settings.set({ theme: 'dark' })
    expect(settings.set({ theme: undefined, density: 'compact' })).toEqual({
      ...dark,
      density: 'compact',
    })
  })

  it.each([
    ['is cut short', good.slice(0, -4)],
    ['is empty', ''],
    ['holds zeros', '\0'.repeat(200)],
    ['holds a list', '[1]'],
    ['holds nothing', 'null'],
    ['holds a theme that there is not', '{"theme":"pink"}'],
    ['holds more than settings', '{"theme":"dark","__proto__":{"a":1},"more":1}'],
  ])('come from the second copy when the file %s, which is kept', (_how, damaged) => {
    open().set({ theme: 'dark' })
    writeFileSync(file('config.json'), damaged)
    expect(open().get()).toEqual(dark)
    expect(read('config.corrupt-1.json')).toBe(damaged)
    expect(logged).toEqual([expect.stringContaining('config.corrupt-1.json')])
    expect(open().set({ theme: 'light' }).theme).toBe('light')
  })

  it('are the defaults when both copies are damaged, and no damaged file replaces another', () => {
    for (const damaged of ['one', 'two']) {
      writeFileSync(file('config.json'), damaged)
      writeFileSync(file('config.bak.json'), 'worse')
      expect(open().get()).toEqual(defaults)
    }
    expect([read('config.corrupt-1.json'), read('config.corrupt-2.json')]).toEqual(['one', 'two'])
  })

  it('never keep Roster from starting, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        freshFolder()
        writeFileSync(file('config.json'), bytes)
        const settings = open()
        expect(preferencesSchema.parse(settings.get())).toEqual(settings.get())
        const kept = readdirSync(folder).map((name) => readFileSync(file(name)))
        expect(kept.some((content) => content.equals(bytes))).toBe(true)
      }),
    )
  })

  it('last until Roster closes when there can be no file', () => {
    writeFileSync(file('no-folder'), '')
    folder = file('no-folder')
    const settings = open()
    expect(logged).toEqual([expect.stringContaining('until Roster closes')])
    expect(settings.set({ theme: 'dark' })).toEqual(dark)
    expect(settings.get()).toEqual(dark)
  })

  it('stay as they were when they cannot be written', () => {
    const settings = open()
    settings.set({ theme: 'dark' })
    rmSync(file('config.json'))
    mkdirSync(file('config.json'))
    expect(() => settings.set({ theme: 'light' })).toThrow(
      expect.objectContaining({ code: 'storage', key: 'settingsFailed' }),
    )
    expect(settings.get()).toEqual(dark)
  })
})
