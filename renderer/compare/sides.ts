import type { Profile } from '../../shared/contract/profile.ts'
import { type PropertyName, propertyNames } from '../../shared/fields/catalogue.ts'
import { sameValue } from '../../shared/fields/values.ts'

/** A user as one side of a comparison. */
export type Side = {
  readonly title: string
  readonly values: Readonly<Record<string, unknown>>
  readonly manager: string | null
}

export const sideOf = (user: Profile, title = user.displayName): Side => ({
  title,
  values: user,
  manager: user.manager?.displayName ?? null,
})

export type Pair = readonly [Side, Side]

/** The properties in which two sides differ, in the order of the profile. */
export const differencesOf = ([one, other]: Pair): readonly PropertyName[] =>
  propertyNames.filter((name) => !sameValue(one.values[name] ?? null, other.values[name] ?? null))
