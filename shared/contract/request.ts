import { permissionSchema } from '../directory/permissions.ts'
import { z } from '../zod.ts'

/**
 * Who may make a request: anybody; whoever is signed in, even while their password has to be changed first;
 * whoever is signed in with a password of their own; or who also holds a permission.
 */
export const needs = z.union([
  z.literal(['nothing', 'session', 'open directory']),
  permissionSchema,
])

export type Needs = z.output<typeof needs>

/** What one request takes, gives back, and who may make it. */
export type RequestShape = {
  readonly needs: Needs
  readonly input: z.ZodType
  readonly output: z.ZodType
}

export type RequestShapes = Readonly<Record<string, RequestShape>>
