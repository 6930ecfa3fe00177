/** Every place of the page, so that no feature spells another one's address. */
export const places = {
  users: '/users',
  newUser: '/users/new',
  editUsers: '/users/edit',
  pasteUsers: '/users/paste',
  profile: (id: string) => `/users/${encodeURIComponent(id)}`,
  editProfile: (id: string) => `/users/${encodeURIComponent(id)}/edit`,
  groups: '/groups',
  newGroup: '/groups/new',
  deletedGroups: '/groups/deleted',
  group: (id: string) => `/groups/${encodeURIComponent(id)}`,
  editGroup: (id: string) => `/groups/${encodeURIComponent(id)}/edit`,
  chart: '/chart',
  chartFrom: (id: string) => `/chart/${encodeURIComponent(id)}`,
  health: '/health',
  healthQueue: (queue: string) => `/health/${queue}`,
  roles: '/roles',
  role: (id: string) => `/roles/${encodeURIComponent(id)}`,
  copyUser: (id: string) => `/users/new/${encodeURIComponent(id)}`,
  deletedUsers: '/deleted-users',
  history: '/history',
  historyOfUser: (id: string) => `/history/users/${encodeURIComponent(id)}`,
  historyOfGroup: (id: string) => `/history/groups/${encodeURIComponent(id)}`,
  compare: (one: string, other: string) =>
    `/compare/${encodeURIComponent(one)}/${encodeURIComponent(other)}`,
  compareThen: (id: string, transactionId: string) =>
    `/compare/${encodeURIComponent(id)}/at/${encodeURIComponent(transactionId)}`,
  merge: (kept: string, other: string) =>
    `/merge/${encodeURIComponent(kept)}/${encodeURIComponent(other)}`,
  transaction: (id: string) => `/history/entries/${encodeURIComponent(id)}`,
  settings: '/settings',
  help: '/help',
  /** A page of the guide, by its file under docs without the ending; behind a # one of its headings. */
  helpOn: (page: string) => `/help/${page}`,
  about: '/settings/about',
} as const
