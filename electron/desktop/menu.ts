import { Menu } from 'electron'
import { commands } from '../../shared/contract/commands.ts'
import type { Application } from '../application.ts'
import { isOpen } from './is-open.ts'
import { type MenuCommand, type MenuOptions, menuTemplate } from './menu-template.ts'
import type { DesktopText } from './text.ts'

/** Typing is undone on every page, and what Roster is can always be asked. */
const always: ReadonlySet<MenuCommand> = new Set(['undo', 'redo', 'about'])

/** Gives the program its menus. What needs an open directory waits for `followDirectory`. */
export function setMenu(text: DesktopText, options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(text, options)))
  enable(false)
}

/** Offers what needs an open directory for as long as it is open. */
export function followDirectory(application: Pick<Application, 'answer' | 'onEvent'>): void {
  const look = async () => enable(await isOpen(application))
  application.onEvent(({ type }) => {
    if (type === 'status-changed') void look()
  })
  void look()
}

function enable(open: boolean): void {
  const menu = Menu.getApplicationMenu()
  for (const command of [...commands, 'lock'] as const) {
    const item = menu?.getMenuItemById(command)
    if (item) item.enabled = open || always.has(command)
  }
}
