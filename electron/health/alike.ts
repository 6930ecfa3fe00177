import type { HealthGroup } from '../../shared/contract/health-requests.ts'
import type { User } from '../../shared/directory/user.ts'
import { fold } from '../search/fold.ts'
import { phoneDigits } from '../search/phone-digits.ts'

export type Alike = {
  readonly reason: NonNullable<HealthGroup['reason']>
  readonly value: string
  readonly ids: readonly string[]
}

type Sign = { readonly reason: Alike['reason']; readonly key: string; readonly value: string }

/** Gathers users by what may give them away as the same. */
export class AlikeUsers {
  readonly #found = new Map<string, { readonly sign: Sign; readonly ids: string[] }>()
  readonly #signsOf: (user: User) => readonly Sign[]

  constructor(signsOf: (user: User) => readonly Sign[]) {
    this.#signsOf = signsOf
  }

  add(user: User) {
    for (const sign of this.#signsOf(user)) {
      const key = `${sign.reason} ${sign.key}`
      const known = this.#found.get(key)
      if (!known) this.#found.set(key, { sign, ids: [user.id] })
      else if (known.ids.at(-1) !== user.id) known.ids.push(user.id)
    }
  }

  /** Those who share a sign, each set of people once. */
  groups(): readonly Alike[] {
    const seen = new Set<string>()
    const groups: Alike[] = []
    for (const { sign, ids } of this.#found.values()) {
      if (ids.length < 2) continue
      const key = ids.toSorted().join()
      if (seen.has(key)) continue
      seen.add(key)
      groups.push({ reason: sign.reason, value: sign.value, ids })
    }
    return groups
  }
}

const fewestDigits = 7

/**
 * What two records of one person share: an address, a mobile number, or the name together with the department.
 * A name alone is no sign, for many people have the same.
 */
export function signsOfDuplicates(user: User): readonly Sign[] {
  const signs: Sign[] = []
  const addresses = [user.mail, user.authenticationEmail, ...user.otherMails]
  for (const address of new Set(addresses.map((each) => each?.toLowerCase())))
    if (address) signs.push({ reason: 'sameMail', key: address, value: address })
  for (const number of [user.mobilePhone, user.authenticationPhoneNumber]) {
    const digits = phoneDigits(number ?? '')
    if (number && digits.length >= fewestDigits)
      signs.push({ reason: 'samePhone', key: digits, value: number })
  }
  const words = fold(user.displayName)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .sort()
  if (words.length > 1 && user.department)
    signs.push({
      reason: 'sameName',
      key: `${words.join(' ')} ${fold(user.department)}`,
      value: user.displayName,
    })
  return signs
}

/** What looks the same in a user name, put down to one form. */
const lookAlikes: readonly (readonly [pattern: RegExp, form: string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/0/g, 'o'],
  [/[1i!]/g, 'l'],
  [/5/g, 's'],
  [/[._\-'#^~]/g, ''],
]

/** Names such as `anna.meier` and `anna.rneier`, which a person cannot tell apart at a glance. */
export function signsOfLookAlikes({ userPrincipalName }: User): readonly Sign[] {
  const [name = '', domain = ''] = userPrincipalName.toLowerCase().split('@')
  const key = lookAlikes.reduce((form, [pattern, same]) => form.replace(pattern, same), name)
  return [{ reason: 'lookAlikeName', key: `${key}@${domain}`, value: userPrincipalName }]
}
