import type { MenuItemConstructorOptions } from 'electron'
import { type Command, shortcuts } from '../../shared/contract/commands.ts'
import type { DesktopText, DesktopTextKey } from './text.ts'

/** Locking is no command of the page: it is done even where the page does not answer. */
export type MenuCommand = Command | 'lock'

export type MenuOptions = {
  readonly platform: NodeJS.Platform
  readonly developerTools: boolean
  readonly development: boolean
  readonly run: (command: MenuCommand) => void
}

type Role = NonNullable<MenuItemConstructorOptions['role']>
type Item = readonly [role: Role, label: DesktopTextKey] | MenuCommand | 'separator'
type Items = readonly Item[]

const keys: Partial<Readonly<Record<MenuCommand, string>>> = shortcuts
const modifiers: Readonly<Record<string, string>> = { mod: 'CmdOrCtrl', shift: 'Shift' }

/** A shortcut of the page as Electron writes it. */
const acceleratorOf = (shortcut: string): string =>
  shortcut
    .split('+')
    .map((part) => modifiers[part] ?? part.toUpperCase())
    .join('+')

const directory: Items = [
  'newUser',
  'newGroup',
  'separator',
  'import',
  'export',
  'separator',
  'save',
  'separator',
]
const edit: Items = [
  'undo',
  'redo',
  'separator',
  ['cut', 'cut'],
  ['copy', 'copy'],
  ['paste', 'paste'],
  ['pasteAndMatchStyle', 'pasteAsText'],
  ['selectAll', 'selectAll'],
  'separator',
  'find',
  'separator',
  'editRecord',
  'copyUser',
  'separator',
  'selectRows',
  'copyRows',
  'deleteRows',
]
const pages: Items = [
  'users',
  'groups',
  'chart',
  'roles',
  'deletedUsers',
  'deletedGroups',
  'health',
  'history',
]
const size: Items = [
  'separator',
  ['resetZoom', 'actualSize'],
  ['zoomIn', 'zoomIn'],
  ['zoomOut', 'zoomOut'],
  'separator',
  ['togglefullscreen', 'fullScreen'],
]
const reload: Items = ['separator', ['reload', 'reload']]
const tools: Items = ['separator', ['toggleDevTools', 'developerTools']]

const macApplication: Items = [
  ['about', 'about'],
  'separator',
  'settings',
  'separator',
  'lock',
  'separator',
  ['services', 'services'],
  'separator',
  ['hide', 'hide'],
  ['hideOthers', 'hideOthers'],
  ['unhide', 'showAll'],
  'separator',
  ['quit', 'quit'],
]
const macWindow: Items = [
  ['minimize', 'minimize'],
  ['zoom', 'zoom'],
  'separator',
  ['front', 'bringAllToFront'],
]

/** The menus in the order of the system, with every command that the page has as a whole. */
export function menuTemplate(
  text: DesktopText,
  { platform, developerTools, development, run }: MenuOptions,
): MenuItemConstructorOptions[] {
  const itemOf = (item: Item): MenuItemConstructorOptions => {
    if (item === 'separator') return { type: 'separator' }
    if (typeof item !== 'string') return { role: item[0], label: text(item[1]) }
    const shortcut = keys[item]
    return {
      id: item,
      label: text(item),
      ...(shortcut ? { accelerator: acceleratorOf(shortcut) } : {}),
      click: () => run(item),
    }
  }
  const menu = (label: string, items: Items): MenuItemConstructorOptions => ({
    label,
    submenu: items.map(itemOf),
  })
  const view = menu(text('view'), [
    ...pages,
    ...size,
    ...(development ? reload : []),
    ...(developerTools ? tools : []),
  ])
  if (platform === 'darwin')
    return [
      menu('Roster', macApplication),
      menu(text('file'), [...directory, ['close', 'close']]),
      menu(text('edit'), edit),
      view,
      // By their roles the system knows where to add the open windows and its search.
      { role: 'window', ...menu(text('window'), macWindow) },
      { role: 'help', ...menu(text('helpMenu'), ['help']) },
    ]
  const quit: Item = ['quit', platform === 'win32' ? 'exit' : 'quit']
  return [
    menu(text('file'), [...directory, 'settings', 'separator', 'lock', 'separator', quit]),
    menu(text('edit'), edit),
    view,
    menu(text('window'), [
      ['minimize', 'minimize'],
      ['close', 'close'],
    ]),
    menu(text('helpMenu'), ['help', 'separator', 'about']),
  ]
}
