import type { Filled } from '../../shared/contract/health-requests.ts'
import type { User } from '../../shared/directory/user.ts'
import { propertiesOf } from '../../shared/fields/catalogue.ts'
import { type Section, sections } from '../../shared/fields/property.ts'
import { isEmpty } from '../../shared/fields/values.ts'

const ofSection = sections.map((section) => [section, propertiesOf(section)] as const)

/** Counts how much of what could be filled in is, by section and by department. */
export class Completeness {
  readonly #sections = new Map<Section, { filled: number; possible: number }>(
    sections.map((section) => [section, { filled: 0, possible: 0 }]),
  )
  readonly #departments = new Map<string, { users: number; filled: number; possible: number }>()

  add(user: User) {
    const department = user.department ?? ''
    const counts = this.#departments.get(department) ?? { users: 0, filled: 0, possible: 0 }
    this.#departments.set(department, counts)
    counts.users += 1
    for (const [section, names] of ofSection) {
      const filled = names.reduce((count, name) => count + (isEmpty(user[name]) ? 0 : 1), 0)
      for (const each of [counts, this.#sections.get(section)]) {
        if (!each) continue
        each.filled += filled
        each.possible += names.length
      }
    }
  }

  get sections(): readonly ({ readonly section: Section } & Filled)[] {
    return [...this.#sections].map(([section, counts]) => ({ section, ...counts }))
  }

  /** The largest first. */
  get departments(): readonly ({ readonly department: string; readonly users: number } & Filled)[] {
    return [...this.#departments]
      .map(([department, counts]) => ({ department, ...counts }))
      .sort((one, other) => other.users - one.users || (one.department < other.department ? -1 : 1))
  }
}
