import type { Asked } from '../../shared/contract/contract.ts'
import type { Activity } from '../../shared/directory/activities.ts'
import type { About } from '../entries/about.ts'

/** What the history is narrowed to; an empty text where it is not. Days are those of this computer. */
export type HistoryFilters = {
  readonly by: string | null
  readonly activity: Activity | ''
  readonly property: string
  readonly from: string
  readonly until: string
}

export const noFilters: HistoryFilters = {
  by: null,
  activity: '',
  property: '',
  from: '',
  until: '',
}

export const narrows = ({ by, ...others }: HistoryFilters): boolean =>
  by !== null || Object.values(others).some((value) => value !== '')

/** The filters as the contract takes them. */
export function askedOf(
  { by, activity, property, from, until }: HistoryFilters,
  about: About | null,
): Omit<Asked<'listHistory'>, 'offset' | 'limit'> {
  return {
    ...about,
    ...(by === null ? {} : { by }),
    ...(activity === '' ? {} : { activity }),
    ...(property === '' ? {} : { property }),
    ...(from === '' ? {} : { from: beginningOf(from, 0) }),
    ...(until === '' ? {} : { to: beginningOf(until, 1) }),
  }
}

/** The moment at which a day begins here, or the one so many days later. */
function beginningOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}
