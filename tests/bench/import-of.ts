import type { Plan } from '../../electron/store/directory-store.ts'
import { packUser, type User } from '../../shared/directory/user.ts'

/** The transaction that brings these users into a directory. */
export const importOf = (users: readonly User[]): Plan => ({
  activity: 'importUsers',
  changes: users.map(packUser).map(({ id = '', ...after }) => ({
    kind: 'user',
    id,
    before: null,
    after,
  })),
})
