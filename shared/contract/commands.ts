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
