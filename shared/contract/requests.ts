/** Every request the page may make. The preload knows this list and nothing else of the contract. */
export const requests = [
  'directoryStatus',
  'retryOpen',
  'showFolder',
  'createDirectory',
  'openSampleDirectory',
  'signIn',
  'signOut',
  'whoAmI',
  'changePassword',
  'keyStatus',
  'changeDataKey',
  'getDirectory',
  'listUsers',
  'getUser',
  'createUser',
  'updateUser',
  'checkUser',
  'findUsers',
  'deleteUsers',
  'restoreUsers',
  'listValues',
  'getOrganizationChart',
  'getHealth',
  'listHealthQueue',
  'verifyContact',
  'resetPassword',
  'previewPasswordReset',
  'resetPasswords',
  'generatePassword',
  'previewBulkUpdate',
  'previewPastedUpdate',
  'listPreview',
  'bulkUpdateUsers',
  'setPhoto',
  'removePhoto',
  'listRoles',
  'assignRole',
  'unassignRole',
  'previewImport',
  'applyImport',
  'listHistory',
  'getTransaction',
  'listHistoryActors',
  'exportUsers',
  'undo',
  'listBackups',
  'backUpNow',
  'restoreBackup',
  'getListState',
  'setListState',
  'getDraft',
  'saveDraft',
  'discardDraft',
  'getPreferences',
  'setPreferences',
] as const

export type Request = (typeof requests)[number]

export const isRequest = (name: string): name is Request =>
  (requests as readonly string[]).includes(name)

export const channelOf = (request: Request) => `roster:${request}`

/** The channel on which the desktop host announces events. */
export const eventChannel = 'roster:event'
