import type { HealthQueue } from '../../shared/contract/health-requests.ts'
import { type User, verifiable } from '../../shared/directory/user.ts'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { isEmpty } from '../../shared/fields/values.ts'
import { holdsPhones } from '../search/phone-digits.ts'
import { isPossiblePhone } from './phone-numbers.ts'

/** What a condition looks at besides the user. */
export type Surroundings = {
  /** The user's manager, who may be deleted; undefined when there is none. */
  readonly managerOf: (user: User) => User | undefined
  readonly manages: (user: User) => boolean
  /** The properties that everybody ought to have. */
  readonly expected: readonly PropertyName[]
}

/** The queues in which everybody stands alone. */
export type Condition = Exclude<HealthQueue, 'duplicates' | 'lookAlikes'>

const phones: readonly PropertyName[] = (
  [
    'businessPhones',
    'mobilePhone',
    'faxNumber',
    'authenticationPhoneNumber',
    'authenticationAlternativePhoneNumber',
  ] as const
).filter(holdsPhones)

/** Whether a living user belongs into a queue. */
export const conditions: Readonly<
  Record<Condition, (user: User, around: Surroundings) => boolean>
> = {
  missingFacts: (user, { expected }) =>
    user.userType === 'Member' && expected.some((name) => isEmpty(user[name])),
  noUsageLocation: (user) => user.usageLocation === null,
  impossiblePhone: (user) =>
    phones
      .flatMap((name) => user[name] ?? [])
      .some((number) => typeof number === 'string' && !isPossiblePhone(number, user.usageLocation)),
  managerGone: (user, { managerOf }) => {
    if (user.managerId === null) return false
    const manager = managerOf(user)
    return !manager || manager.deletedDateTime !== null || !manager.accountEnabled
  },
  // Somebody at the top has people, and guests have their manager elsewhere.
  noManager: (user, { manages }) =>
    user.managerId === null && user.userType === 'Member' && !manages(user),
  unverifiedContacts: (user) =>
    verifiable.some((name) => user[name] !== null && !user.verifications[name]),
}
