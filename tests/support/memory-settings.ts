import type { Changes } from '../../electron/settings/preferences-store.ts'
import type { z } from '../../shared/zod.ts'

/** Settings that last as long as the test. */
export function memorySettings<S extends z.ZodObject>(
  schema: S,
  chosen: Changes<z.output<S>> = {},
) {
  let kept = schema.parse(chosen)
  return {
    get: () => kept,
    set: (changes: Changes<z.output<S>>) => {
      kept = schema.parse({ ...kept, ...changes })
      return kept
    },
  }
}
