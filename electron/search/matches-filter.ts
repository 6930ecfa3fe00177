import type { Filter, Listed } from '../../shared/contract/query.ts'
import { isVerifiable, type User } from '../../shared/directory/user.ts'
import { isEmpty } from '../../shared/fields/values.ts'
import { countryName } from './country-name.ts'
import { fold } from './fold.ts'
import { holdsPhones, phoneDigits, searchedDigits } from './phone-digits.ts'

export type Matches = (user: User) => boolean

type Compare = (text: string, wanted: string) => boolean

const moments: ReadonlySet<Listed> = new Set<Listed>([
  'createdDateTime',
  'lastModifiedDateTime',
  'deletedDateTime',
  'lastPasswordChangeDateTime',
])

/**
 * What a filter asks of a user. A filter that still lacks its value asks nothing. `managerNameOf` tells
 * how a user's manager is shown.
 */
export function matchesFilter(filter: Filter, managerNameOf: (user: User) => string): Matches {
  const { property, operator } = filter
  switch (operator) {
    case 'isEmpty':
      return (user) => isEmpty(user[property])
    case 'isNotEmpty':
      return (user) => !isEmpty(user[property])
    case 'isVerified':
      return (user) => verified(user, property) === true
    case 'isNotVerified':
      return (user) => verified(user, property) === false
  }

  const wanted = wantedBy(filter)
  if (wanted.length === 0) return () => true
  const compare = comparisons[operator](property)
  const byName = property === 'managerId' && (operator === 'contains' || operator === 'startsWith')
  const textsOf = byName
    ? (user: User) => [managerNameOf(user)]
    : (user: User) => textsToCompare(property, user[property])
  const some: Matches = (user) =>
    textsOf(user).some((text) => {
      const folded = fold(text)
      return wanted.some((each) => compare(folded, each))
    })
  return operator === 'isNot' ? (user) => !some(user) : some
}

/** The folded values a filter compares with, any of which will do. */
export function wantedBy({ property, value }: Filter): readonly string[] {
  if (value === undefined) return []
  const texts = [value].flat().map((each) => fold(String(each)))
  return holdsPhones(property)
    ? texts.flatMap((text) => [text, searchedDigits(text) ?? text])
    : texts
}

/** What a value is found by: a country code also by the country's name, a number by its digits. */
export function textsToCompare(property: Listed, value: User[Listed]): readonly string[] {
  if (value === null) return []
  const texts = [value].flat().map(String)
  if (property === 'usageLocation') return [...texts, ...texts.map(countryName)]
  return holdsPhones(property) ? [...texts, ...texts.map(phoneDigits)] : texts
}

/** Whether somebody vouches for the value; undefined when there is none to vouch for. */
function verified(user: User, property: Listed): boolean | undefined {
  if (!isVerifiable(property) || isEmpty(user[property])) return undefined
  return user.verifications[property] !== undefined
}

const equal: Compare = (text, wanted) => text === wanted

// A day is compared with days: nothing of that day lies before or after it.
const sameLength = (text: string, wanted: string) => text.slice(0, wanted.length)

const equalTo = (property: Listed): Compare =>
  moments.has(property) ? (text, wanted) => text.startsWith(wanted) : equal

const comparisons: Readonly<
  Record<'is' | 'isNot' | 'contains' | 'startsWith' | 'before' | 'after', (p: Listed) => Compare>
> = {
  is: equalTo,
  isNot: equalTo,
  contains: () => (text, wanted) => text.includes(wanted),
  startsWith: () => (text, wanted) => text.startsWith(wanted),
  before: () => (text, wanted) => sameLength(text, wanted) < wanted,
  after: () => (text, wanted) => sameLength(text, wanted) > wanted,
}
