/** What each permission lets somebody do, as it is named to a person who has or lacks it. */
export const permissionNames = {
  users: {
    read: 'See users and their profiles',
    create: 'Add users',
    update: 'Edit users',
    updateSensitive: 'Edit user names, phones and other email addresses',
    block: 'Block and unblock sign-in',
    authentication: 'Edit and verify authentication contact info',
    resetPassword: 'Reset passwords',
    delete: 'Delete and restore users',
    purge: 'Delete users permanently',
  },
  photos: { update: 'Change photos' },
  groups: {
    read: 'See groups and their members',
    create: 'Add groups',
    update: 'Edit groups and their members',
    delete: 'Delete groups',
  },
  roles: { read: 'See roles and who holds them', assign: 'Assign roles' },
  history: { read: 'See the history', undo: 'Undo changes' },
  directory: {
    import: 'Import users',
    export: 'Export users',
    settings: 'Change the directory’s settings',
    backup: 'Back up and restore the directory',
  },
  keys: { manage: 'Manage the recovery key and the data key' },
} as const
