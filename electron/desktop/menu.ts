import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { DesktopText, DesktopTextKey } from './text.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']>
type Item = readonly [role: Role, label: DesktopTextKey] | 'separator' | 'lock'

const edit: readonly Item[] = [
  ['undo', 'undo'],
  ['redo', 'redo'],
  'separator',
  ['cut', 'cut'],
  ['copy', 'copy'],
  ['paste', 'paste'],
  ['pasteAndMatchStyle', 'pasteAsText'],
  ['selectAll', 'selectAll'],
]
const view: readonly Item[] = [
  ['resetZoom', 'actualSize'],
  ['zoomIn', 'zoomIn'],
  ['zoomOut', 'zoomOut'],
  'separator',
  ['togglefullscreen', 'fullScreen'],
]
const tools: readonly Item[] = ['separator', ['toggleDevTools', 'developerTools']]
const reload: readonly Item[] = ['separator', ['reload', 'reload']]
const window: readonly Item[] = [
  ['minimize', 'minimize'],
  ['close', 'close'],
]
const macApplication: readonly Item[] = [
  ['about', 'about'],
  'separator',
  'lock',
  'separator',
  ['hide', 'hide'],
  ['hideOthers', 'hideOthers'],
  ['unhide', 'showAll'],
  'separator',
  ['quit', 'quit'],
]

/** The standard commands and no more: what Roster does is in the page. */
export function setMenu(
  text: DesktopText,
  {
    mac,
    developerTools,
    development,
    askToLock,
  }: {
    readonly mac: boolean
    readonly developerTools: boolean
    readonly development: boolean
    readonly askToLock: () => void
  },
): void {
  const itemOf = (item: Item): MenuItemConstructorOptions => {
    if (item === 'separator') return { type: 'separator' }
    if (item === 'lock')
      return { label: text('lock'), accelerator: 'CmdOrCtrl+L', click: askToLock }
    return { role: item[0], label: text(item[1]) }
  }
  const menu = (label: string, items: readonly Item[]): MenuItemConstructorOptions => ({
    label,
    submenu: items.map(itemOf),
  })
  const menus = [
    mac
      ? menu('Roster', macApplication)
      : menu(text('file'), ['lock', 'separator', ['quit', 'quit']]),
    menu(text('edit'), edit),
    menu(text('view'), [...view, ...(development ? reload : []), ...(developerTools ? tools : [])]),
    menu(text('window'), window),
    ...(mac ? [] : [menu(text('help'), [['about', 'about']])]),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus))
}
