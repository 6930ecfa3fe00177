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

/** What a request is about: which users, by id, and which of their properties. */
export type Concerns = {
  readonly users?: readonly string[]
  readonly properties?: readonly string[]
}

/** What one request takes, gives back, and who may make it. */
export type RequestShape<Input = unknown> = {
  readonly needs: Needs
  /** What the permission must reach, read off the input. Without it, the permission alone decides. */
  concerns?(input: Input): Concerns
  /**
   * Answered while not everybody can be looked up yet, right after the directory was opened. Other requests that take
   * a permission wait for that.
   */
  readonly early?: true
  readonly input: z.ZodType
  readonly output: z.ZodType
}

export type RequestShapes = Readonly<Record<string, RequestShape>>

/** A request whose permission depends on whom or what it is about. */
export const concerning = <I extends z.ZodType, O extends z.ZodType>(
  shape: RequestShape<z.output<I>> & { readonly input: I; readonly output: O },
) => shape
