import { z } from '../zod.ts'
import { id, nothing, transaction } from './parts.ts'
import { person } from './profile.ts'
import { concerning, type RequestShapes } from './request.ts'

/** `hasPassword`: without one, they hold the role and cannot sign in. */
const member = person.extend({ userPrincipalName: z.string(), hasPassword: z.boolean() })

export type RoleMember = z.output<typeof member>

const role = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** What the role may do to everybody, in words. */
  may: z.array(z.string()),
  /** What it may do to some only, and who they are. */
  reach: z.strictObject({ whom: z.string(), may: z.array(z.string()) }).nullable(),
  /** By name. Blocked and deleted users keep their roles and are among them. */
  members: z.array(member),
})

export type ListedRole = z.output<typeof role>

const oneRole = z.strictObject({ userId: id, roleId: id })

/** Roles and who holds them. */
export const roleRequests = {
  listRoles: {
    needs: 'roles.read',
    input: nothing,
    output: z.strictObject({ roles: z.array(role) }),
  },
  assignRole: concerning({
    needs: 'roles.assign',
    concerns: ({ userId }) => ({ users: [userId] }),
    input: oneRole,
    /** `needsPassword`: the user has none yet and so cannot sign in. */
    output: transaction.extend({ needsPassword: z.boolean() }),
  }),
  unassignRole: concerning({
    needs: 'roles.assign',
    concerns: ({ userId }) => ({ users: [userId] }),
    input: oneRole,
    output: transaction,
  }),
} satisfies RequestShapes
