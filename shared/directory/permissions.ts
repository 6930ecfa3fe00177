import { z } from '../zod.ts'

/** What somebody may do. `shared/text/en/permissions.ts` tells each in words. */
export const permissions = [
  'users.read',
  'users.create',
  'users.update',
  'users.updateSensitive',
  'users.block',
  'users.authentication',
  'users.resetPassword',
  'users.delete',
  'users.purge',
  'photos.update',
  'groups.read',
  'groups.create',
  'groups.update',
  'groups.delete',
  'roles.read',
  'roles.assign',
  'history.read',
  'history.undo',
  'directory.import',
  'directory.export',
  'directory.settings',
  'directory.backup',
  'keys.manage',
] as const

export type Permission = (typeof permissions)[number]

export const permissionSchema = z.enum(permissions)
