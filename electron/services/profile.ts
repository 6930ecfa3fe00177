import type { Person, Profile } from '../../shared/contract/profile.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import { roleName } from '../../shared/directory/roles.ts'
import { transactionIdOf } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { legalAgeGroupOf } from '../../shared/fields/legal-age-group.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import { rolesOfUser } from './administrators.ts'

const mostReports = 100

/** The user, deleted or not. Throws `not-found`. */
export function userIn(directory: Directory, id: string): User {
  const user = directory.tables.user.get(id)
  if (!user) throw new AppError('not-found', 'userGone')
  return user
}

/** The user, who must not be deleted. */
export function livingUserIn(directory: Directory, id: string): User {
  const user = userIn(directory, id)
  if (user.deletedDateTime !== null)
    throw new AppError('not-found', 'userDeleted', { values: { name: user.displayName } })
  return user
}

/** The user with what follows from the other records. */
export function profileOf(user: User, directory: Directory, lookup: UserLookup): Profile {
  const manager = user.managerId ? directory.tables.user.get(user.managerId) : undefined
  const reports = lookup
    .reportsOf(user.id)
    .flatMap((id) => directory.tables.user.get(id) ?? [])
    .sort((one, other) => one.displayName.localeCompare(other.displayName, 'en'))
  return {
    ...user,
    legalAgeGroupClassification: legalAgeGroupOf(user),
    transactionId: transactionIdOf(user.revision),
    manager: manager ? asPerson(manager) : null,
    directReports: reports.slice(0, mostReports).map(asPerson),
    directReportCount: reports.length,
    roles: rolesOfUser(directory, user.id).map(roleName),
  }
}

export const asPerson = (user: User): Person => ({
  id: user.id,
  displayName: user.displayName,
  jobTitle: user.jobTitle,
  photo: user.photo,
  accountEnabled: user.accountEnabled,
  deleted: user.deletedDateTime !== null,
})
