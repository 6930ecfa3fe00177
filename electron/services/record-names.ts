import { isReference } from '../../shared/directory/audit-record.ts'
import { roleName } from '../../shared/directory/roles.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import type { DirectoryStore } from '../store/directory-store.ts'

/**
 * What the records that a history names by id are called: as of today, or by the last name of those who are
 * gone. Ask for those of the transactions at hand before you ask for one.
 */
export class RecordNames {
  readonly #store: DirectoryStore
  readonly #gone = new Map<string, string | null>()

  constructor(store: DirectoryStore) {
    this.#store = store
  }

  /** Looks up whoever is named in these changes and is gone. */
  async learn(changes: Iterable<Change>, others: Iterable<string> = []): Promise<void> {
    for (const id of [...idsIn(changes), ...others])
      if (id !== '' && !this.exists(id) && !this.#gone.has(id))
        this.#gone.set(id, await this.#store.history.lastNameOf(id))
  }

  exists(id: string): boolean {
    const { user, group } = this.#store.directory.tables
    return user.has(id) || group.has(id)
  }

  record(id: string): string | null {
    const { user, group, organization } = this.#store.directory.tables
    const there = user.get(id) ?? group.get(id) ?? organization.get(id)
    return there?.displayName ?? this.#gone.get(id) ?? null
  }

  role(id: string): string {
    return roleName(id)
  }
}

function* idsIn(changes: Iterable<Change>): Generator<string> {
  for (const { kind, id, before, after } of changes) {
    if (kind === 'user' || kind === 'group') yield id
    for (const values of [before ?? {}, after ?? {}])
      for (const [name, value] of Object.entries(values))
        if (isReference(name)) for (const each of [value].flat()) yield String(each ?? '')
  }
}
