import { propertyNames, type UserValues } from '../fields/catalogue.ts'
import { emptyValues, storedValues } from '../fields/values.ts'
import { z } from '../zod.ts'
import { stamp } from './stamp.ts'

/** The properties whose value somebody can vouch for. */
export const verifiable = [
  'authenticationPhoneNumber',
  'authenticationAlternativePhoneNumber',
  'authenticationEmail',
] as const

export type Verifiable = (typeof verifiable)[number]

export const isVerifiable = (name: string): name is Verifiable =>
  (verifiable as readonly string[]).includes(name)

const verification = z.object({
  verifiedAt: z.string(),
  verifiedBy: z.object({ id: z.string(), displayName: z.string() }),
})

export type Verification = z.output<typeof verification>
export type Verifications = { readonly [P in Verifiable]?: Verification }

/** What is known of a user's password. The password itself is nowhere in the directory. */
export const passwordFacts = [
  'lastPasswordChangeDateTime',
  'forceChangePasswordNextSignIn',
] as const

const kept = {
  ...stamp,
  /** When the user was moved to the deleted users; null while the account lives. */
  deletedDateTime: z.string().nullable().default(null),
  /** SHA-256 of the stored photo in hex. */
  photo: z.string().nullable().default(null),
  verifications: z.partialRecord(z.enum(verifiable), verification).default({}),
  /** When a password was last set through Roster. */
  lastPasswordChangeDateTime: z.string().nullable().default(null),
  /** Whether that one was given, and is to be changed by whoever signs in with it. */
  forceChangePasswordNextSignIn: z.boolean().nullable().default(null),
}

/** A person's account, flat, with Microsoft Graph's names. Every property is there, null when unset. */
export type User = UserValues & {
  readonly [K in keyof typeof kept]: z.output<(typeof kept)[K]>
}

/** Reads a stored user, in which unset properties may be left out. */
export const userSchema = z.object({ ...kept, ...storedValues.shape }) as unknown as z.ZodType<User>

const unset: Partial<User> = {
  ...emptyValues,
  deletedDateTime: null,
  photo: null,
  verifications: {},
  lastPasswordChangeDateTime: null,
  forceChangePasswordNextSignIn: null,
}

/** The user as it is stored: without the properties that hold nothing. */
export function packUser(user: User): Partial<User> {
  const packed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(user)) {
    const bare = value === null || (Array.isArray(value) && value.length === 0)
    if (!bare && !(name === 'verifications' && Object.keys(value as object).length === 0))
      packed[name] = value
  }
  return packed as Partial<User>
}

/** A user in which the properties not given are empty. */
export const completeUser = (
  user: Partial<User> & Pick<User, 'id' | 'revision' | 'createdDateTime' | 'lastModifiedDateTime'>,
): User => ({ ...unset, ...user }) as User

export const valuesOf = (user: User): UserValues =>
  Object.fromEntries(propertyNames.map((name) => [name, user[name]])) as unknown as UserValues
