import { checkUser, type Neighbours } from '../../shared/directory/check-user.ts'
import { mailInStep } from '../../shared/directory/mail-in-step.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { completeUser, isVerifiable, type User } from '../../shared/directory/user.ts'
import { type PropertyName, propertyNames, type UserValues } from '../../shared/fields/catalogue.ts'
import {
  checkValue,
  checkValues,
  emptyValues,
  isEmpty,
  type RawValues,
  sameValue,
} from '../../shared/fields/values.ts'
import type { Problem } from '../../shared/text/message.ts'
import { freeNickname } from './free-names.ts'

/** What values given for a user come to: the change to save, or what is wrong with them. */
export type Proposal = {
  readonly problems: Readonly<Record<string, Problem>>
  /** The user as they would be, stamps aside. */
  readonly user: User
  /** Null when the values are what is stored already. */
  readonly change: Change | null
}

/** Works out what an edit of a stored user comes to. Properties not given stay as they are. */
export function proposeUpdate(
  user: User,
  raw: RawValues,
  neighbours: Neighbours,
  check = checkValue,
): Proposal {
  const { values, problems } = checkValues(raw, check)
  const given = { ...values, ...mailInStep(user, values) }
  const after = { ...user, ...given }
  const next: User = { ...after, ...withdrawnVerifications(user, after) }
  const found = checkUser(user.id, next, new Set(Object.keys(given)), neighbours, user)
  return { problems: { ...found, ...problems }, user: next, change: difference(user, next) }
}

/** Works out a new user. Mail nickname and proxy addresses follow from the rest when not given. */
export function proposeNewUser(
  id: string,
  raw: RawValues,
  neighbours: Neighbours,
  kept: Partial<User> = {},
  check = checkValue,
): Proposal {
  const { values, problems } = checkValues(raw, check)
  const derived = {
    mailNickname: freeNickname(id, values.userPrincipalName, neighbours),
    ...values,
  }
  const given = { ...emptyValues, ...derived, ...mailInStep(emptyValues, values) }
  const missing = (['displayName', 'userPrincipalName'] as const).filter(
    (name) => given[name] === '' && !problems[name],
  )
  const absent = Object.fromEntries(missing.map((name) => [name, { rule: 'required' } as const]))
  const found = checkUser(id, given, everyProperty, neighbours)
  const user = completeUser({
    ...given,
    ...kept,
    id,
    revision: 0,
    createdDateTime: '',
    lastModifiedDateTime: '',
  })
  const after: Record<string, unknown> = {}
  for (const name of propertyNames) if (!isEmpty(given[name])) after[name] = given[name]
  return {
    problems: { ...found, ...problems, ...absent },
    user,
    change: { kind: 'user', id, before: null, after: { ...after, ...kept } },
  }
}

const everyProperty: ReadonlySet<string> = new Set(propertyNames)

/** The change between two states of one user; null when there is none. */
export function difference(before: User, after: User): Change | null {
  const changed = (Object.keys(after) as (keyof User)[]).filter(
    (name) => after[name] !== before[name] && !sameValue(after[name], before[name]),
  )
  if (changed.length === 0) return null
  const pick = (user: User) => Object.fromEntries(changed.map((name) => [name, user[name]]))
  return { kind: 'user', id: before.id, before: pick(before), after: pick(after) }
}

/** A verification vouches for one value: when that changes, it goes. */
function withdrawnVerifications(user: User, after: UserValues): Pick<User, 'verifications'> {
  const kept = Object.entries(user.verifications).filter(
    ([name]) => isVerifiable(name) && sameValue(after[name as PropertyName], user[name]),
  )
  return kept.length === Object.keys(user.verifications).length
    ? { verifications: user.verifications }
    : { verifications: Object.fromEntries(kept) }
}
