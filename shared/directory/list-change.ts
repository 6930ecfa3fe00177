import { z } from '../zod.ts'

const ids = z.array(z.string())

/** What a long list of ids, such as a group's members, gained and lost. */
export const listChangeSchema = z.object({ added: ids, removed: ids })

export type ListChange = z.output<typeof listChangeSchema>

/**
 * The list after a change. Lists are kept in the order of their ids: then it does not matter in which order
 * members came and went, and taking a change back gives the very list there was.
 */
export function listAfter(list: readonly string[], { added, removed }: ListChange): string[] {
  const gone = new Set(removed)
  const coming = added.toSorted()
  const after: string[] = []
  let next = 0
  for (const id of list) {
    for (; next < coming.length && (coming[next] ?? '') < id; next += 1)
      after.push(coming[next] ?? '')
    if (!gone.has(id)) after.push(id)
  }
  return after.concat(coming.slice(next))
}

/** Whether a list is as this change left it. */
export function standsIn(list: readonly string[], { added, removed }: ListChange): boolean {
  const held = new Set(list)
  return added.every((id) => held.has(id)) && !removed.some((id) => held.has(id))
}
