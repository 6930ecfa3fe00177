import type { ListChange } from './list-change.ts'
import type { Change } from './transaction.ts'

/** A change whose lists are told as properties are: by what each lost, and by what it gained. */
export function withLists(change: Change): Change {
  const { lists, ...rest } = change
  if (!lists) return change
  const told = (values: Change['before'], side: keyof ListChange) =>
    values && {
      ...values,
      ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list[side]])),
    }
  return { ...rest, before: told(rest.before, 'removed'), after: told(rest.after, 'added') }
}
