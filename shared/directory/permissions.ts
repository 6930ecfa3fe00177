import { z } from '../zod.ts'

/** What a request may need. The names are shown to a person who lacks one. */
export const permissions = [
  'users.read',
  'users.create',
  'users.update',
  'users.delete',
  'users.authentication',
  'photos.update',
  'directory.import',
  'directory.backup',
  'history.undo',
] as const

export type Permission = (typeof permissions)[number]

export const permissionSchema = z.enum(permissions)
