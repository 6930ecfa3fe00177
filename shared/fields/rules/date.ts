import type { Problem } from '../../text/message.ts'

/**
 * The calendar day of an ISO 8601 date or date-time: `2026-03-01T00:00:00Z` → `2026-03-01`.
 * Graph keeps a hire date as a moment in UTC; a day does not shift when the time zone does.
 */
export const dayOf = (value: string) =>
  /^\d{4}-\d{2}-\d{2}(?=T\d{2}:\d{2})/.exec(value)?.[0] ?? value

export function checkDay(value: string): Problem | undefined {
  const valid =
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value
  return valid ? undefined : { rule: 'notADate', values: { value } }
}
