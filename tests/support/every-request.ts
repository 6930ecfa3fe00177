import type { Request } from '../../shared/contract/requests.ts'
import type { RoleName } from '../../shared/directory/roles.ts'

/** Each role in a letter. */
export const letters = {
  G: 'Global Administrator',
  R: 'Global Reader',
  U: 'User Administrator',
  H: 'Helpdesk Administrator',
  P: 'Password Administrator',
  A: 'Authentication Administrator',
  V: 'Privileged Authentication Administrator',
  L: 'Privileged Role Administrator',
  O: 'Groups Administrator',
  E: 'People Administrator',
  D: 'Directory Readers',
} as const satisfies Record<string, RoleName>

const everyRole = Object.keys(letters).join('')

/** What a test has at hand for a request: somebody who holds no role. */
export type Stage = { readonly userId: string }

/** A request as somebody might make it, and who may. */
export type Case = {
  /** The letters of the roles; `anybody` also while nobody is signed in. */
  readonly who: string
  /** Fits the contract; it need not come to anything. */
  readonly input: (stage: Stage) => unknown
}

const anybody = (input: Case['input'] = () => ({})): Case => ({ who: 'anybody', input })
const signedIn = (input: Case['input'] = () => ({})): Case => ({ who: everyRole, input })
const only = (who: string, input: Case['input'] = () => ({})): Case => ({ who, input })

const editing = ({ userId: id }: Stage) => ({ id, revision: 1 })
const assignment = ({ userId }: Stage) => ({
  userId,
  roleId: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
})
const members = () => ({ id: 'none', memberIds: ['none'] })
const administrator = { displayName: '', userPrincipalName: '', password: '' }

/** Who may make which request of a user without a role: written down by hand, to hold the product to. */
export const everyRequest: Readonly<Record<Request, Case>> = {
  directoryStatus: anybody(),
  getPolicies: anybody(),
  getProgram: anybody(),
  collectDiagnostics: anybody(),
  retryOpen: anybody(),
  showFolder: anybody(() => ({ folder: 'data' })),
  createDirectory: anybody(() => ({ name: '', domain: '', administrator })),
  openSampleDirectory: anybody(),
  signIn: anybody(() => ({ userPrincipalName: 'nobody', password: '' })),
  getSignInWait: anybody(),
  checkRecoveryKey: anybody(() => ({ recoveryKey: '' })),
  signInWithRecoveryKey: anybody(() => ({
    recoveryKey: '',
    userPrincipalName: 'nobody',
    password: '',
  })),
  renewRecoveryKey: only('G', () => ({ password: '' })),
  confirmRecoveryKey: only('G', () => ({ recoveryKey: '' })),
  signOut: signedIn(),
  lock: signedIn(),
  reportActivity: signedIn(),
  whoAmI: signedIn(),
  changePassword: signedIn(() => ({ current: '', next: '' })),
  keyStatus: only('G'),
  changeDataKey: only('G', () => ({ password: '' })),
  getDirectory: signedIn(),
  updateDirectory: only('G'),
  listUsers: signedIn(() => ({ offset: 0, limit: 1 })),
  getUser: signedIn(({ userId }) => ({ id: userId })),
  createUser: only('GU', () => ({ values: {} })),
  updateUser: only('GUAV', (stage) => ({ ...editing(stage), changes: { jobTitle: 'Clerk' } })),
  checkUser: signedIn(() => ({ values: {} })),
  findUsers: signedIn(() => ({ texts: ['none'] })),
  findFreeUserName: only('GU', () => ({ userPrincipalName: '' })),
  deleteUsers: only('GUAV', ({ userId }) => ({ ids: [userId] })),
  restoreUsers: only('GUAV', ({ userId }) => ({ ids: [userId] })),
  purgeUsers: only('GU', ({ userId }) => ({ ids: [userId] })),
  listValues: signedIn(() => ({ property: 'city' })),
  verifyContact: only('GUAV', (stage) => ({
    ...editing(stage),
    property: 'authenticationEmail',
    verified: true,
  })),
  resetPassword: only('GUHPAV', ({ userId }) => ({ id: userId })),
  previewPasswordReset: only('GUHPAV', ({ userId }) => ({ ids: [userId] })),
  resetPasswords: only('GUHPAV', ({ userId }) => ({ ids: [userId], filePassword: '' })),
  generatePassword: only('GUHPAV'),
  clearCopied: anybody(() => ({ text: '' })),
  previewBulkUpdate: only('GUAV', ({ userId }) => ({
    ids: [userId],
    edits: [{ property: 'jobTitle', action: 'clear' }],
  })),
  previewPastedUpdate: only('GUHPAV', () => ({ text: 'none' })),
  listPreview: only('GUHPAV', () => ({ previewId: 'none', offset: 0, limit: 1 })),
  bulkUpdateUsers: only('GUHPAV', () => ({ previewId: 'none', only: 'all' })),
  setPhoto: only('GUE', (stage) => ({ ...editing(stage), image: new Uint8Array([1]) })),
  removePhoto: only('GUE', editing),
  getOrganizationChart: signedIn(),
  reassignReports: only('GUAV', ({ userId }) => ({ managerIds: ['nobody'], newManagerId: userId })),
  getHealth: signedIn(),
  listHealthQueue: signedIn(() => ({ queue: 'noManager', offset: 0, limit: 1 })),
  listRoles: signedIn(),
  assignRole: only('GL', assignment),
  unassignRole: only('GL', assignment),
  listGroups: signedIn(() => ({ offset: 0, limit: 1 })),
  getGroup: signedIn(() => ({ id: 'none' })),
  createGroup: only('GUO', () => ({ values: {} })),
  updateGroup: only('GUO', () => ({ id: 'none', revision: 1, changes: {} })),
  checkGroup: signedIn(() => ({ values: {} })),
  deleteGroups: only('GUO', () => ({ ids: ['none'] })),
  restoreGroups: only('GUO', () => ({ ids: ['none'] })),
  addMembers: only('GUO', members),
  removeMembers: only('GUO', members),
  addOwners: only('GUO', () => ({ id: 'none', ownerIds: ['none'] })),
  removeOwners: only('GUO', () => ({ id: 'none', ownerIds: ['none'] })),
  addToGroups: only('GUO', () => ({ groupIds: ['none'], memberIds: ['none'] })),
  removeFromGroups: only('GUO', () => ({ groupIds: ['none'], memberIds: ['none'] })),
  listMembers: signedIn(() => ({ id: 'none', offset: 0, limit: 1 })),
  listMemberOf: signedIn(({ userId }) => ({ id: userId })),
  resolveMembers: signedIn(() => ({ text: '' })),
  previewRule: signedIn(() => ({ rule: '' })),
  previewImport: only('GU', () => ({ name: 'users.csv', bytes: new Uint8Array([1]) })),
  applyImport: only('GU', () => ({ importId: 'none' })),
  listHistory: only('GRUHPAVLOE', () => ({ offset: 0, limit: 1 })),
  getTransaction: only('GRUHPAVLOE', () => ({ transactionId: '1', offset: 0, limit: 1 })),
  listHistoryActors: only('GRUHPAVLOE'),
  checkHistory: only('GRUHPAVLOE'),
  exportUsers: only('GRU', () => ({ format: 'json' })),
  undo: only('GUHPAVLOE', () => ({ transactionId: 'none' })),
  getUndo: only('GUHPAVLOE'),
  revert: only('GUHPAVLOE', () => ({ transactionId: 'none' })),
  getUserAsOf: only('GRUHPAVLOE', ({ userId }) => ({ id: userId, transactionId: '1' })),
  previewMerge: signedIn(({ userId }) => ({ keptId: 'none', otherId: userId })),
  mergeUsers: only('GUAV', (stage) => ({
    kept: { id: 'none', revision: 1 },
    other: editing(stage),
    take: [],
    groups: false,
  })),
  listBackups: only('G'),
  backUpNow: only('G'),
  setBackupFolder: only('G', () => ({ path: 'not a whole path' })),
  chooseBackupFolder: only('G'),
  restoreBackup: only('G', () => ({ id: 'none' })),
  previewLaterChanges: only('G'),
  bringBackLaterChanges: only('G'),
  getListState: signedIn(),
  setListState: signedIn(() => ({
    state: { search: '', filters: [], sort: [], columns: [], firstRow: 0, selected: [] },
  })),
  listViews: signedIn(),
  saveView: signedIn(() => ({
    view: { name: 'All', search: '', filters: [], sort: [], columns: [] },
  })),
  deleteView: signedIn(() => ({ name: 'none' })),
  getDraft: signedIn(({ userId }) => ({ userId })),
  saveDraft: signedIn(({ userId }) => ({ userId, revision: 1, changes: {} })),
  discardDraft: signedIn(({ userId }) => ({ userId })),
  getPreferences: anybody(),
  setPreferences: anybody(),
}
