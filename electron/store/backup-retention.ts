import type { Backup } from '../../shared/storage/backup.ts'

type Dated = Pick<Backup, 'takenAt' | 'revision'>

/** How many days, weeks and months the newest backup of each is kept of. */
const kept = { days: 7, weeks: 4, months: 12 } as const

/** Of the last day, so many are kept besides: an import may be found wrong only after the next one. */
const recent = { hours: 24, most: 20 } as const

const hour = 3_600_000
const day = 24 * hour

/** The backups that are not needed any more, out of all there are. `newest` is never one of them. */
export function surplusOf<B extends Dated>(backups: readonly B[], newest: B, now: Date): B[] {
  const sorted = backups.toSorted(newestFirst)
  const from = now.getTime() - recent.hours * hour
  const keep = new Set<B>([
    newest,
    ...sorted.filter(({ takenAt }) => Date.parse(takenAt) > from).slice(0, recent.most),
    ...newestOfEach(sorted, dayOf, kept.days),
    ...newestOfEach(sorted, weekOf, kept.weeks),
    ...newestOfEach(sorted, monthOf, kept.months),
  ])
  return backups.filter((backup) => !keep.has(backup))
}

export const newestFirst = (one: Dated, other: Dated) =>
  other.takenAt.localeCompare(one.takenAt) || other.revision - one.revision

/** Whether two moments are on the same day of the calendar on the wall. */
export const isSameDay = (one: Date, other: Date) => dayOf(one) === dayOf(other)

function newestOfEach<B extends Dated>(
  newestFirst: readonly B[],
  periodOf: (date: Date) => string,
  most: number,
): B[] {
  const newest = new Map<string, B>()
  for (const backup of newestFirst) {
    const period = periodOf(new Date(backup.takenAt))
    if (!newest.has(period)) newest.set(period, backup)
  }
  return [...newest.values()].slice(0, most)
}

const monthOf = (date: Date) => `${date.getFullYear()}-${date.getMonth()}`
const dayOf = (date: Date) => `${monthOf(date)}-${date.getDate()}`

/** Counted in whole weeks from a Monday, so that the turn of the year cuts none in two. */
function weekOf(date: Date): string {
  const days = Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / day)
  return String(Math.floor((days + 3) / 7))
}
