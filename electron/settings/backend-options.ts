import type { Options } from 'conf'
import { z } from '../../shared/zod.ts'

/** What conf and electron-store are told alike. */
export function backendOptions(folder: string, schema: z.ZodObject) {
  const { properties } = z.toJSONSchema(schema, { io: 'input' })
  return {
    cwd: folder,
    schema: properties as NonNullable<Options<Record<string, unknown>>['schema']>,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  }
}
