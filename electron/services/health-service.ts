import type { Input, Output } from '../../shared/contract/contract.ts'
import { type HealthQueue, healthQueues } from '../../shared/contract/health-requests.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { type Alike, AlikeUsers, signsOfDuplicates, signsOfLookAlikes } from '../health/alike.ts'
import { Completeness } from '../health/completeness.ts'
import { type Condition, conditions, type Surroundings } from '../health/conditions.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import { eachInSlices } from '../slices.ts'
import { asPerson } from './profile.ts'
import type { Workspace } from './workspace.ts'

/** What everybody who works here ought to have filled in. */
const expectedFacts: readonly PropertyName[] = [
  'givenName',
  'surname',
  'jobTitle',
  'department',
  'officeLocation',
  'mail',
]

const mostDepartments = 100
const mostIds = 10_000

type Group = Pick<Alike, 'ids'> & Partial<Alike>

type Examination = {
  readonly revision: number
  readonly users: number
  readonly completeness: Completeness
  readonly queues: ReadonlyMap<HealthQueue, readonly Group[]>
}

/** Tells how good the directory's data is. Looks at everybody, once for each state of the directory. */
export class HealthService {
  readonly #workspace: Workspace
  /** What was found of a state of the directory is forgotten together with it. */
  readonly #examined = new WeakMap<Directory, Promise<Examination>>()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  async health(): Promise<Output<'getHealth'>> {
    const { users, revision, completeness, queues } = await this.#examine()
    return {
      users,
      revision,
      sections: [...completeness.sections],
      departments: completeness.departments.slice(0, mostDepartments),
      queues: healthQueues.map((queue) => ({ queue, users: peopleIn(queues.get(queue)).length })),
    }
  }

  async queue({
    queue,
    offset,
    limit,
  }: Input<'listHealthQueue'>): Promise<Output<'listHealthQueue'>> {
    const groups = (await this.#examine()).queues.get(queue) ?? []
    const ids = peopleIn(groups)
    const { user } = this.#workspace.directory.tables
    return {
      total: groups.length,
      users: ids.length,
      ids: ids.slice(0, mostIds),
      groups: groups.slice(offset, offset + limit).map(({ reason, value, ids: members }) => ({
        ...(reason ? { reason } : {}),
        ...(value ? { value } : {}),
        people: members.flatMap((id) => user.get(id) ?? []).map(asPerson),
      })),
    }
  }

  #examine(): Promise<Examination> {
    const { store, lookup } = this.#workspace.current
    const { directory } = store
    const known = this.#examined.get(directory)
    if (known) return known
    const found = examine(directory, lookup)
    this.#examined.set(directory, found)
    return found
  }
}

const peopleIn = (groups: readonly Group[] = []) => [...new Set(groups.flatMap(({ ids }) => ids))]

async function examine(directory: Directory, lookup: UserLookup): Promise<Examination> {
  const { user: users } = directory.tables
  const around: Surroundings = {
    managerOf: ({ managerId }) => (managerId === null ? undefined : users.get(managerId)),
    manages: ({ id }) => lookup.reportsOf(id).length > 0,
    expected: expectedFacts,
  }
  const completeness = new Completeness()
  const duplicates = new AlikeUsers(signsOfDuplicates)
  const lookAlikes = new AlikeUsers(signsOfLookAlikes)
  const alone = Object.entries(conditions) as [Condition, (typeof conditions)[Condition]][]
  const found = new Map<HealthQueue, Group[]>(alone.map(([queue]) => [queue, []]))
  let living = 0
  await eachInSlices(users.values(), (user) => {
    if (user.deletedDateTime !== null) return
    living += 1
    completeness.add(user)
    duplicates.add(user)
    lookAlikes.add(user)
    for (const [queue, holds] of alone)
      if (holds(user, around)) found.get(queue)?.push({ ids: [user.id] })
  })
  found.set('duplicates', [...duplicates.groups()])
  found.set('lookAlikes', [...lookAlikes.groups()])
  return { revision: directory.revision, users: living, completeness, queues: found }
}
