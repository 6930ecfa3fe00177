import { permissionSchema } from '../directory/permissions.ts'
import { z } from '../zod.ts'

/** Who may make a request: anybody, whoever is signed in, or who holds a permission. */
export const needs = z.union([z.literal(['nothing', 'open directory']), permissionSchema])

export type Needs = z.output<typeof needs>

/** What one request takes, gives back, and who may make it. */
export type RequestShape = {
  readonly needs: Needs
  readonly input: z.ZodType
  readonly output: z.ZodType
}

export type RequestShapes = Readonly<Record<string, RequestShape>>
