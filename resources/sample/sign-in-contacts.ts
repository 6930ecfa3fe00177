import type { Verifications } from '../../shared/directory/user.ts'
import { dateOf, dayNumber, today } from './calendar.ts'
import type { Telephones } from './hand-out-telephones.ts'
import { privateMail } from './member.ts'
import { randomFor } from './random.ts'
import type { SampleUser } from './sample-user.ts'
import { authenticationForm } from './telephones.ts'

export type Verifier = { readonly id: string; readonly displayName: string; readonly since: string }

type Contacts = Pick<SampleUser, keyof typeof shareVerified | 'verifications'>

// How many of those who gave a contact have shown that it is theirs.
const shareVerified = {
  authenticationPhoneNumber: 0.7,
  authenticationAlternativePhoneNumber: 0.5,
  authenticationEmail: 0.5,
} as const

/** How a person can be reached to prove who they are, and what of it has been verified by whom. */
export function signInContacts(
  userName: string,
  hiredOn: string,
  { business, mobile }: Telephones,
  verifier: Verifier,
): Contacts {
  const random = randomFor('sign-in contacts', userName)
  const phone = mobile && random.chance(0.7) ? authenticationForm(mobile) : undefined
  const alternative = phone && business && random.chance(0.25) ? business : undefined
  const contacts: Contacts = {
    ...(phone ? { authenticationPhoneNumber: phone } : {}),
    ...(alternative
      ? { authenticationAlternativePhoneNumber: authenticationForm(alternative) }
      : {}),
    ...(random.chance(0.2) ? { authenticationEmail: privateMail(userName) } : {}),
  }

  const first = dayNumber(hiredOn > verifier.since ? hiredOn : verifier.since) + 1
  const last = Math.max(first, dayNumber(today) - 1)
  const { id, displayName } = verifier
  const verifications: Verifications = Object.fromEntries(
    Object.entries(shareVerified)
      .filter(([name, share]) => name in contacts && random.chance(share))
      .map(([name]) => {
        const verifiedAt = `${dateOf(random.between(first, last))}T${random.between(10, 16)}:${random.between(10, 59)}:00Z`
        return [name, { verifiedAt, verifiedBy: { id, displayName } }]
      }),
  )
  return Object.keys(verifications).length > 0 ? { ...contacts, verifications } : contacts
}
