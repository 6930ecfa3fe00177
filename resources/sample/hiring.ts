import { dateOf, dayNumber, mondayFrom, today } from './calendar.ts'
import type { Position } from './chart.ts'
import { randomFor } from './random.ts'

/** What follows from the day a person began. */
export type Employment = { readonly hiredOn: string; readonly employeeId: string }

// When people of a level were hired: the chief executive first.
const hiringYears = [
  ['2003-05-12', '2003-12-31'],
  ['2005-01-01', '2013-12-31'],
  ['2006-01-01', '2017-12-31'],
  ['2008-01-01', '2020-12-31'],
  ['2010-01-01', '2023-06-30'],
  ['2012-01-01', '2026-02-01'],
] as const

const trainees = ['2024-09-01', '2025-10-15'] as const
const contractors = ['2021-01-01', '2025-12-01'] as const

/** Everyone's employment by user name, in the order in which they began and employee ids count. */
export function employ(chart: readonly Position[]): ReadonlyMap<string, Employment> {
  const days = new Map<string, number>()
  for (const position of chart)
    days.set(position.userName, hiringDay(position, days.get(position.manager ?? '')))

  const dayOf = ({ userName }: Position) => days.get(userName) ?? 0
  const inOrder = [...chart].sort((one, other) => dayOf(one) - dayOf(other))
  const last = { A: 10_000, C: 40_000 }
  return new Map(
    inOrder.map((position) => {
      const { userName, employeeType } = position
      const series = employeeType === 'Contractor' ? 'C' : 'A'
      last[series] += randomFor('employee id', userName).between(1, 9)
      const hiredOn = dateOf(dayOf(position))
      return [userName, { hiredOn, employeeId: `${series}${last[series]}` }]
    }),
  )
}

/** A Monday; as a rule after the manager's own, for some people before it. Who leads came early. */
function hiringDay(position: Position, manager = 0): number {
  const { userName, level, place, employeeType, hiredOn } = position
  if (hiredOn) return dayNumber(hiredOn)
  const random = randomFor('hired', userName)
  const opened = dayNumber(place.office?.openedOn ?? '2012-01-01')
  const [from, to] = periodOf(level, employeeType)
  const first = Math.max(from, opened, random.chance(0.9) ? manager + 30 : 0)
  const last = Math.min(Math.max(to, first + 500), dayNumber(today) - 7)
  const day = random.between(first, last)
  return mondayFrom(level < 5 ? Math.min(day, random.between(first, last)) : day)
}

function periodOf(
  level: number,
  employeeType: Position['employeeType'],
): readonly [number, number] {
  const ofLevel = hiringYears[level] ?? hiringYears[5]
  const [from, to] =
    employeeType === 'Contractor' ? contractors : employeeType === 'Employee' ? ofLevel : trainees
  return [dayNumber(from), dayNumber(to)]
}
