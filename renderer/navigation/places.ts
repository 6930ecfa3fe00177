/** Every place of the page, so that no feature spells another one's address. */
export const places = {
  users: '/users',
  newUser: '/users/new',
  editUsers: '/users/edit',
  pasteUsers: '/users/paste',
  profile: (id: string) => `/users/${encodeURIComponent(id)}`,
  editProfile: (id: string) => `/users/${encodeURIComponent(id)}/edit`,
  chart: '/chart',
  chartFrom: (id: string) => `/chart/${encodeURIComponent(id)}`,
  health: '/health',
  healthQueue: (queue: string) => `/health/${queue}`,
  deletedUsers: '/deleted-users',
  history: '/history',
  historyOfUser: (id: string) => `/history/users/${encodeURIComponent(id)}`,
  historyOfGroup: (id: string) => `/history/groups/${encodeURIComponent(id)}`,
  transaction: (id: string) => `/history/entries/${encodeURIComponent(id)}`,
  settings: '/settings',
} as const
