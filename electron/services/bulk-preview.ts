import type { PreviewRow } from '../../shared/contract/bulk-requests.ts'
import type { Output } from '../../shared/contract/contract.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { User } from '../../shared/directory/user.ts'
import { isPropertyName, type PropertyName, propertyNames } from '../../shared/fields/catalogue.ts'
import { checkValue, type RawValues } from '../../shared/fields/values.ts'
import type { Problem } from '../../shared/text/message.ts'
import type { Sentences } from '../sentences.ts'
import type { PlannedRow } from './plan-rows.ts'

/** What is asked for one user. */
export type BulkRow = {
  /** Null where nobody was found. */
  readonly id: string | null
  /** What stands for the user where nobody was found. */
  readonly name: string
  readonly values: RawValues
  /** Why the row cannot be taken at all. */
  readonly problem?: Problem
}

export type PreviewState = PreviewRow['state']

type Planned = PlannedRow<BulkRow>

/** The rows of a bulk edit as they were worked out, to be read in windows. */
export class BulkPreview {
  readonly rows: readonly Planned[]
  readonly properties: readonly PropertyName[]
  readonly #byState: ReadonlyMap<string, readonly Planned[]>

  constructor(rows: readonly Planned[]) {
    this.rows = rows
    this.#byState = Map.groupBy(rows, ({ state }) => state)
    const touched = new Set(rows.flatMap(touchedBy))
    this.properties = propertyNames.filter((name) => touched.has(name))
  }

  in(state: PreviewState): readonly Planned[] {
    return this.#byState.get(state) ?? []
  }

  /** Some of the rows with every value before and after. `directory` is the one they were worked out against. */
  window(
    directory: Directory,
    sentences: Sentences,
    { state, offset, limit }: { state?: PreviewState | undefined; offset: number; limit: number },
  ): Output<'listPreview'> {
    const matching = state ? this.in(state) : this.rows
    const rows = matching
      .slice(offset, offset + limit)
      .map((planned) => this.#shown(planned, directory, sentences))
    return { total: this.rows.length, matching: matching.length, rows }
  }

  #shown(planned: Planned, directory: Directory, sentences: Sentences): PreviewRow {
    const { row, state, problems } = planned
    const user = directory.tables.user.get(row.id ?? '')
    const touched = new Set(touchedBy(planned))
    const cells = user
      ? this.properties
          .filter((property) => touched.has(property))
          .map((property) => cellOf(property, user, planned, sentences))
      : []
    const others = Object.entries(problems).filter(([name]) => !isPropertyName(name))
    return {
      id: user?.id ?? null,
      displayName: user?.displayName ?? row.name,
      userPrincipalName: user?.userPrincipalName ?? null,
      state,
      cells,
      people: managersIn(cells, directory),
      ...(others.length > 0
        ? { problem: others.map(([, problem]) => sentences.problem(problem)).join(' ') }
        : {}),
    }
  }
}

const touchedBy = ({ row, change, problems }: Planned): readonly string[] => [
  ...Object.keys(row.values),
  ...Object.keys(change?.after ?? {}),
  ...Object.keys(problems),
]

function cellOf(
  property: PropertyName,
  user: User,
  planned: Planned,
  sentences: Sentences,
): PreviewRow['cells'][number] {
  const problem = planned.problems[property]
  return {
    property,
    before: user[property],
    after: valueAfter(property, user, planned),
    ...(problem ? { problem: sentences.problem(problem) } : {}),
  }
}

/** What is saved, or what would be if it were valid. */
function valueAfter(property: PropertyName, user: User, { row, change }: Planned): unknown {
  if (change?.after && property in change.after) return change.after[property]
  if (change || !(property in row.values)) return user[property]
  const given = row.values[property]
  const checked = checkValue(property, given)
  return 'value' in checked ? checked.value : given
}

function managersIn(cells: PreviewRow['cells'], { tables }: Directory): PreviewRow['people'] {
  const ids = cells
    .filter(({ property }) => property === 'managerId')
    .flatMap(({ before, after }) => [before, after])
  return Object.fromEntries(
    ids.flatMap((id) => {
      const manager = typeof id === 'string' ? tables.user.get(id) : undefined
      return manager ? [[manager.id, manager.displayName]] : []
    }),
  )
}
