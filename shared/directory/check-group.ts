import type { Problem } from '../text/message.ts'
import type { Neighbour } from './check-user.ts'
import type { Group } from './group.ts'
import type { GroupProblems, GroupProperty, GroupValues } from './group-values.ts'

/** A group as the rules about others see it. */
export type GroupNeighbour = Pick<Group, 'id' | 'displayName'> & { readonly deleted: boolean }

/** The rest of the directory, as far as the rules of one group need it. */
export interface GroupNeighbours {
  user(id: string): Neighbour | undefined
  group(id: string): GroupNeighbour | undefined
  /** Nicknames compare without case. */
  groupOfNickname(mailNickname: string): GroupNeighbour | undefined
  /** Whether a group is in another one, directly or through others, deleted ones included. */
  isWithin(groupId: string, otherId: string): boolean
}

/** The rules of a group that need the rest of it or of the directory. Only what is `touched` is answered. */
export function checkGroup(
  id: string,
  values: GroupValues,
  touched: ReadonlySet<string>,
  neighbours: GroupNeighbours,
  before?: GroupValues,
): GroupProblems {
  const found: Partial<Record<GroupProperty, Problem>> = {}
  if (before && before.kind !== values.kind) found.kind = { rule: 'readOnly' }
  const owner = neighbours.groupOfNickname(values.mailNickname)
  if (owner && owner.id !== id)
    found.mailNickname = {
      rule: owner.deleted ? 'takenByDeletedGroup' : 'taken',
      values: { value: values.mailNickname, owner: owner.displayName },
    }
  const dynamic = values.membership === 'dynamic'
  if (dynamic && values.membershipRule === null) found.membershipRule = { rule: 'ruleEmpty' }
  if (!dynamic && values.membershipRule !== null)
    found.membershipRule = { rule: 'ruleOfAssignedGroup' }
  const ruleTouched = touched.has('membership') || touched.has('membershipRule')
  return Object.fromEntries(
    Object.entries(found).filter(([name]) =>
      name === 'membershipRule' ? ruleTouched : touched.has(name),
    ),
  )
}
