import type { Verifications } from '../../shared/directory/user.ts'
import { propertyNames, type UserValues } from '../../shared/fields/catalogue.ts'
import { isEmpty } from '../../shared/fields/values.ts'

type Always = 'displayName' | 'userPrincipalName' | 'mailNickname' | 'userType' | 'accountEnabled'

/** A user of the sample, as far as its properties are set. */
export type SampleValues = Partial<UserValues> & Pick<UserValues, Always>

export type SampleUser = SampleValues & {
  readonly id: string
  readonly createdDateTime: string
  readonly verifications?: Verifications
}

/** The set properties only, in the order of the profile page. */
export function tidy({ id, createdDateTime, verifications, ...values }: SampleUser): SampleUser {
  const set = propertyNames.filter((name) => !isEmpty(values[name]))
  const inOrder = Object.fromEntries(set.map((name) => [name, values[name]])) as SampleValues
  return { id, ...inOrder, createdDateTime, ...(verifications ? { verifications } : {}) }
}
