import { completeUser, type User } from '../../shared/directory/user.ts'

const moment = '2026-01-02T12:00:00.000Z'

/** A user of whom a test says only what matters; the id makes the user name. */
export const aUser = (values: Partial<User> = {}): User => {
  const id = values.id ?? 'ada'
  return completeUser({
    id,
    revision: 1,
    createdDateTime: moment,
    lastModifiedDateTime: moment,
    displayName: id,
    userPrincipalName: `${id}@contoso.com`,
    mailNickname: id,
    ...values,
  })
}
