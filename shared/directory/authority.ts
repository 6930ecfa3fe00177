import type { Permission } from './permissions.ts'
import { type Role, type RoleName, roles } from './roles.ts'
import { passwordFacts } from './user.ts'

/** Somebody with the names of their roles: whoever asks, or whoever it is done to. */
export type RoleHolder = {
  readonly id: string
  readonly roles: readonly string[]
}

/** What something is done to: which users, and which of their properties. */
export type Concern = {
  readonly users?: Iterable<RoleHolder>
  readonly properties?: readonly string[]
}

/** Why somebody may not do something. */
export type Refusal = {
  /** They lack the permission; it does not reach that user; or nobody does this to themselves. */
  readonly reason: 'role' | 'reach' | 'self'
  /** The permission that is missing. */
  readonly permission: Permission
  /** Whom it does not reach. */
  readonly user?: RoleHolder
  /** Which of the properties it is about. */
  readonly properties: readonly string[]
  /** The roles that may. */
  readonly roles: readonly RoleName[]
}

/** The permissions that end at people who hold certain roles. All others reach everybody. */
export const ending: ReadonlySet<Permission> = new Set<Permission>([
  'users.updateSensitive',
  'users.block',
  'users.authentication',
  'users.resetPassword',
  'users.delete',
  'users.purge',
])

/** What nobody does to themselves: it would lift them up, or lock them out. */
const toOthers: ReadonlySet<Permission> = new Set<Permission>([
  'users.block',
  'users.resetPassword',
  'users.delete',
  'users.purge',
  'roles.assign',
])

const ordinary: readonly Permission[] = ['users.update']
const sensitive: readonly Permission[] = ['users.updateSensitive']
const contacts: readonly Permission[] = ['users.updateSensitive', 'users.resetPassword']
const blocking: readonly Permission[] = ['users.block']
const authentication: readonly Permission[] = ['users.authentication']
const passwords: readonly Permission[] = ['users.resetPassword']
const photos: readonly Permission[] = ['photos.update']

/** Which permissions let a property be edited; each is enough. What is not listed is ordinary. */
const editedBy: ReadonlyMap<string, readonly Permission[]> = new Map([
  ['accountEnabled', blocking],
  ['userPrincipalName', sensitive],
  ['onPremisesImmutableId', sensitive],
  ['businessPhones', contacts],
  ['mobilePhone', contacts],
  ['otherMails', contacts],
  ['authenticationPhoneNumber', authentication],
  ['authenticationAlternativePhoneNumber', authentication],
  ['authenticationEmail', authentication],
  ['verifications', authentication],
  ['photo', photos],
  ...passwordFacts.map((fact) => [fact, passwords] as const),
])

const anyEdit: readonly Permission[] = [...ordinary, ...contacts, ...blocking, ...authentication]

/**
 * The one rule of who may do what to whom: null when `actor` may. `users.update` stands for whatever the
 * given properties need, and without properties for being allowed to edit any at all.
 */
export function whyNot(
  actor: RoleHolder,
  permission: Permission,
  { users = [], properties = [] }: Concern = {},
): Refusal | null {
  if (permission !== 'users.update') return whyNoneOf([permission], actor, users, [])
  if (properties.length === 0) return whyNoneOf(anyEdit, actor, users, [])
  const refusals = [...Map.groupBy(properties, (name) => editedBy.get(name) ?? ordinary)].flatMap(
    ([enough, names]) => whyNoneOf(enough, actor, users, names) ?? [],
  )
  const [first] = refusals
  return first ? { ...first, properties: refusals.flatMap((each) => each.properties) } : null
}

export const mayDo = (actor: RoleHolder, permission: Permission, concern?: Concern): boolean =>
  whyNot(actor, permission, concern) === null

/** Any one of `enough` will do; which one may differ from user to user. */
function whyNoneOf(
  enough: readonly Permission[],
  actor: RoleHolder,
  users: Iterable<RoleHolder>,
  properties: readonly string[],
): Refusal | null {
  const [permission = 'users.update'] = enough
  const refusal = { permission, properties }
  const own = grantsOf(enough, actor.roles)
  if (own.length === 0) return { ...refusal, reason: 'role', roles: whoMay(enough, []) }
  for (const user of users) {
    const granted =
      user.id === actor.id ? own.filter((each) => !toOthers.has(each.permission)) : own
    if (granted.length === 0) return { ...refusal, reason: 'self', user, roles: [] }
    if (!granted.some((grant) => reaches(grant, user.roles)))
      return { ...refusal, reason: 'reach', user, roles: whoMay(enough, user.roles) }
  }
  return null
}

/** A permission, and those of somebody's roles that give it. */
type Grant = { readonly permission: Permission; readonly roles: readonly Role[] }

const grantsOf = (enough: readonly Permission[], names: readonly string[]): readonly Grant[] =>
  enough
    .map((permission) => ({
      permission,
      roles: roles.filter(
        (role: Role) => names.includes(role.name) && role.permissions.includes(permission),
      ),
    }))
    .filter((grant) => grant.roles.length > 0)

/** The strictest of the held roles decides: each must be in reach. Roles nobody knows are in few people's. */
const reaches = (grant: Grant, held: readonly string[]): boolean =>
  !ending.has(grant.permission) ||
  held.every((name) =>
    grant.roles.some(({ reaches = [] }) => reaches === 'everybody' || reaches.includes(name)),
  )

const whoMay = (enough: readonly Permission[], held: readonly string[]): readonly RoleName[] =>
  roles
    .map(({ name }) => name)
    .filter((name) => grantsOf(enough, [name]).some((grant) => reaches(grant, held)))
