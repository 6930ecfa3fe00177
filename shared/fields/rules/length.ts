import type { Check } from '../property.ts'

export const atMost =
  (limit: number): Check<string> =>
  (value) =>
    value.length > limit
      ? {
          rule: 'tooLong',
          values: { limit, length: value.length, excess: value.length - limit },
        }
      : undefined

export const atMostValues =
  (limit: number): Check<readonly string[]> =>
  (list) =>
    list.length > limit
      ? { rule: 'tooMany', values: { limit, count: list.length, excess: list.length - limit } }
      : undefined
