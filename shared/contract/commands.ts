/** What a host's own menu can ask the page to do. */
export const commands = [
  'newUser',
  'newGroup',
  'import',
  'export',
  'save',
  'undo',
  'redo',
  'find',
  'editRecord',
  'copyUser',
  'users',
  'groups',
  'chart',
  'roles',
  'deletedUsers',
  'deletedGroups',
  'health',
  'history',
  'settings',
  'about',
  'help',
] as const

export type Command = (typeof commands)[number]

/** The keys of those that have some, wherever they are chosen; `mod` is Ctrl, or Cmd on a Mac. */
export const shortcuts = {
  newUser: 'mod+n',
  newGroup: 'mod+shift+n',
  save: 'mod+s',
  lock: 'mod+l',
  settings: 'mod+,',
  undo: 'mod+z',
  redo: 'mod+shift+z',
  find: 'mod+f',
  editRecord: 'mod+e',
  copyUser: 'mod+d',
  users: 'mod+1',
  groups: 'mod+2',
  chart: 'mod+3',
  roles: 'mod+4',
  deletedUsers: 'mod+5',
  health: 'mod+6',
  history: 'mod+7',
  help: 'F1',
} as const satisfies Partial<Readonly<Record<Command | 'lock', string>>>
