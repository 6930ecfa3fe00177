import { type Department, departments } from './departments.ts'
import { latin } from './latin.ts'
import { type Place, placeOf } from './places.ts'
import { type Row, readTable } from './text-table.ts'

export type EmployeeType = 'Employee' | 'Contractor' | 'Apprentice' | 'Intern'

/** One line of the chart: a person and what they do. */
export type Position = {
  /** What stands before the @ of the user name; every other table names people by it. */
  readonly userName: string
  readonly givenName: string
  /** Empty for people who have only one name. */
  readonly surname: string
  readonly title: string
  readonly department: Department
  readonly place: Place
  readonly employeeType: EmployeeType
  /** How many managers stand above: 0 for the chief executive. */
  readonly level: number
  readonly manager?: string
  /** The first day at work, where it is not left to the draw. */
  readonly hiredOn?: string
}

/**
 * The organisation chart: `chart/<department>.txt`, one line a person, the reports of a person indented
 * by two more spaces. The columns are title, place, given name, surname and, where needed,
 * `user=<user name>`, `type=<employee type>` or `hired=<date>`. Managers come before their reports.
 */
export function readChart(): readonly Position[] {
  const chart: Position[] = []
  for (const department of departments) chart.push(...readDepartment(department, chart[0]))
  return chart
}

function readDepartment(department: Department, chief: Position | undefined): Position[] {
  const positions: Position[] = []
  const line: Position[] = []
  for (const row of readTable(`chart/${department.chart}.txt`)) {
    if (row.depth > line.length) throw new Error(`“${row.columns[0]}” is indented too far.`)
    const position = readPosition(row, department, line[row.depth - 1] ?? chief)
    line.splice(row.depth, line.length, position)
    positions.push(position)
  }
  return positions
}

function readPosition({ columns }: Row, department: Department, manager?: Position): Position {
  const [title = '', city = '', givenName = '', surname = '', ...notes] = columns
  const place = placeOf(city)
  const german = place.countryCode === 'DE'
  const note = (key: string) =>
    notes.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1)
  const hiredOn = note('hired')
  return {
    title,
    place,
    givenName,
    surname,
    department,
    userName: note('user') ?? `${latin(givenName, german)}.${latin(surname, german)}`,
    employeeType: employeeTypeOf(note('type') ?? 'Employee'),
    level: manager ? manager.level + 1 : 0,
    ...(manager ? { manager: manager.userName } : {}),
    ...(hiredOn ? { hiredOn } : {}),
  }
}

function employeeTypeOf(text: string): EmployeeType {
  if (text === 'Employee' || text === 'Contractor' || text === 'Apprentice' || text === 'Intern')
    return text
  throw new Error(`“${text}” is not an employee type of the sample.`)
}
