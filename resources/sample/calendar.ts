const millisecondsADay = 86_400_000

/** Days since 1970 of a date such as `2016-04-04`. */
export const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / millisecondsADay

export const dateOf = (day: number) =>
  new Date(day * millisecondsADay).toISOString().slice(0, 'yyyy-mm-dd'.length)

/** The day itself when it is a Monday, else the Monday after. 1970 began on a Thursday. */
export const mondayFrom = (day: number) => day + ((4 - (day % 7) + 7) % 7)

/** The present day of the sample: nothing in it is later but a first day at work. */
export const today = '2026-02-27'

/** When the company moved its accounts into the directory. */
export const directorySince = '2016-04-04'
