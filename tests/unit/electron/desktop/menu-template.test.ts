import { describe, expect, it } from 'vitest'
import {
  type MenuCommand,
  type MenuOptions,
  menuTemplate,
} from '../../../../electron/desktop/menu-template.ts'
import { desktopTextIn } from '../../../../electron/desktop/text.ts'
import { commands } from '../../../../shared/contract/commands.ts'

const platforms = ['darwin', 'win32', 'linux'] as const
type Platform = (typeof platforms)[number]

const text = desktopTextIn('en')
const shipped = { developerTools: false, development: false, run: () => {} }

const menusOf = (platform: Platform, options: Partial<MenuOptions> = {}) =>
  menuTemplate(text, { ...shipped, platform, ...options }).map(({ label, submenu }) => ({
    label,
    items: Array.isArray(submenu) ? submenu : [],
  }))
const itemsOf = (platform: Platform, options: Partial<MenuOptions> = {}) =>
  menusOf(platform, options).flatMap(({ items }) => items)
const outline = (platform: Platform) =>
  Object.fromEntries(
    menusOf(platform).map(({ label, items }) => [
      label,
      items.map((item) => (item.type === 'separator' ? '—' : item.label)).join(', '),
    ]),
  )

/** The keys that Electron gives to its roles where a template names none. */
const roleKeys = (platform: Platform): Readonly<Record<string, string>> => {
  const mac = platform === 'darwin'
  return {
    cut: 'CmdOrCtrl+X',
    copy: 'CmdOrCtrl+C',
    paste: 'CmdOrCtrl+V',
    pasteAndMatchStyle: mac ? 'Cmd+Alt+Shift+V' : 'CmdOrCtrl+Shift+V',
    selectAll: 'CmdOrCtrl+A',
    resetZoom: 'CmdOrCtrl+0',
    zoomIn: 'CmdOrCtrl+Plus',
    zoomOut: 'CmdOrCtrl+-',
    togglefullscreen: mac ? 'Ctrl+Cmd+F' : 'F11',
    reload: 'CmdOrCtrl+R',
    toggleDevTools: mac ? 'Alt+Cmd+I' : 'CmdOrCtrl+Shift+I',
    minimize: 'CmdOrCtrl+M',
    close: 'CmdOrCtrl+W',
    hide: 'CmdOrCtrl+H',
    hideOthers: 'CmdOrCtrl+Alt+H',
    ...(platform === 'win32' ? {} : { quit: 'CmdOrCtrl+Q' }),
  }
}

describe('the menus', () => {
  it('stand in the order of macOS, with what concerns the program under its name', () => {
    expect(outline('darwin')).toEqual({
      Roster:
        'About Roster, —, Settings…, —, Lock, —, Services, —, Hide Roster, Hide others, Show all, —, Quit Roster',
      File: 'New user, New group, —, Import users…, Export users…, —, Save, —, Close window',
      Edit: 'Undo, Redo, —, Cut, Copy, Paste, Paste as text, Select all, —, Find, —, Edit user or group, Copy user, —, Select all rows, Copy rows, Delete rows',
      View: 'Users, Groups, Organisation chart, Roles, Deleted users, Deleted groups, Health, History, —, Actual size, Zoom in, Zoom out, —, Full screen',
      Window: 'Minimize, Zoom, —, Bring all to front',
      Help: 'Roster help',
    })
  })

  it('have settings and the way out under File on the other systems', () => {
    expect(outline('linux')).toEqual({
      File: 'New user, New group, —, Import users…, Export users…, —, Save, —, Settings…, —, Lock, —, Quit Roster',
      Edit: outline('darwin').Edit,
      View: outline('darwin').View,
      Window: 'Minimize, Close window',
      Help: 'Roster help, —, About Roster',
    })
    expect(outline('win32')).toEqual({
      ...outline('linux'),
      File: outline('linux').File?.replace('Quit Roster', 'Exit'),
    })
  })

  it('reload the page in development only, and show its tools where they are allowed', () => {
    const rolesOf = (options: Partial<MenuOptions>) =>
      itemsOf('linux', options).flatMap(({ role }) => role ?? [])
    expect(rolesOf({})).not.toEqual(expect.arrayContaining(['reload']))
    expect(rolesOf({ developerTools: true })).not.toContain('reload')
    expect(rolesOf({ developerTools: true })).toContain('toggleDevTools')
    expect(rolesOf({ development: true })).toContain('reload')
  })

  describe.each(platforms)('on %s', (platform) => {
    const everything = itemsOf(platform, { development: true, developerTools: true })

    it('name every item', () => {
      const named = everything.filter(({ type }) => type !== 'separator')
      expect(named.filter(({ label }) => !label)).toEqual([])
    })

    it('give no key to two items', () => {
      const standard = roleKeys(platform)
      const keys = everything.flatMap(
        ({ accelerator, role }) => accelerator ?? standard[role ?? ''] ?? [],
      )
      const pressed = keys.map((each) => String(each).split('+').sort().join('+'))
      expect(pressed.filter((each, index) => pressed.indexOf(each) !== index)).toEqual([])
    })

    it('run the one command that was chosen, and have all there are', () => {
      const ran: MenuCommand[] = []
      const items = itemsOf(platform, { run: (command) => ran.push(command) })
      for (const { click } of items) (click as (() => void) | undefined)?.()
      expect(ran).toEqual(items.flatMap(({ id }) => id ?? []))
      // macOS has a panel about the program that people know.
      const standard = platform === 'darwin' ? ['about'] : []
      const all = [...commands, 'lock'].filter((each) => !standard.includes(each))
      expect([...ran].sort()).toEqual(all.sort())
    })
  })
})
