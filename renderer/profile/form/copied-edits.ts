import type { Profile } from '../../../shared/contract/profile.ts'
import type { PropertyName } from '../../../shared/fields/catalogue.ts'
import { isEmpty } from '../../../shared/fields/values.ts'
import type { Edits } from './edits.ts'

/** What people who work side by side have in common. Nothing of the person themselves. */
const common = [
  'companyName',
  'department',
  'officeLocation',
  'streetAddress',
  'city',
  'state',
  'postalCode',
  'country',
  'managerId',
] as const satisfies readonly PropertyName[]

/** What a new user takes over from a colleague. A manager who is deleted is nobody's. */
export const copiedEdits = (colleague: Profile): Edits =>
  Object.fromEntries(
    common
      .filter((name) => !isEmpty(colleague[name]))
      .filter((name) => name !== 'managerId' || colleague.manager?.deleted === false)
      .map((name) => [name, colleague[name]]),
  )
