/** What was done, in the words of Microsoft Entra's audit log where it has them. */
export const activityNames = {
  createDirectory: 'Create directory',
  addUser: 'Add user',
  updateUser: 'Update user',
  deleteUser: 'Delete user',
  restoreUser: 'Restore user',
  changePhoto: 'Change photo',
  verifyContact: 'Verify contact',
  importUsers: 'Import users',
  undo: 'Undo',
  signIn: 'Sign in',
  signInFailed: 'Sign in refused',
  signOut: 'Sign out',
  resetPassword: 'Reset user password',
  changePassword: 'Change own password',
  backUp: 'Back up directory',
} as const
