const dayLength = 86_400_000

const iso = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/**
 * A date, or a date with a time, in milliseconds since 1970; null when it is none. Without a zone it is in
 * UTC, as a day is that begins at midnight there.
 */
export function momentOf(text: string): number | null {
  const found = iso.exec(text)
  if (!found) return null
  const [, day = '', time, , , zone] = found
  const moment = Date.parse(time === undefined ? `${day}T00:00:00Z` : zone ? text : `${text}Z`)
  if (Number.isNaN(moment)) return null
  // Date.parse takes a 30th of February for the 1st or 2nd of March.
  return new Date(Date.parse(`${day}T00:00:00Z`)).toISOString().startsWith(day) ? moment : null
}

export const afterDays = (now: number, days: number): number => now + days * dayLength

/** The day of a moment in UTC, counted from 1970. */
export const dayNumberOf = (moment: number): number => Math.floor(moment / dayLength)

/**
 * The middle of a moment's day in UTC. Hire dates begin at midnight and are compared with now at a distance of
 * whole days, so any moment of the day between its midnights gives the same answers.
 */
export const middayOf = (moment: number): number => (dayNumberOf(moment) + 0.5) * dayLength
