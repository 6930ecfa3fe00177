import { useState } from 'react'
import type { MembershipRow } from '../../../shared/contract/group.ts'
import { useWhyNot } from '../../api/use-authority.ts'

/** Which of a colleague's groups a new user joins. */
export type JoinedGroups = {
  /** Those that can be joined, each unless it is left out. */
  readonly offered: readonly MembershipRow[]
  readonly withheld: readonly MembershipRow[]
  /** Why no group can be joined; otherwise those withheld follow from a rule. */
  readonly refusal: string | undefined
  readonly joins: (id: string) => boolean
  readonly choose: (id: string, joined: boolean) => void
  /** The groups to join as it stands. */
  readonly ids: readonly string[]
}

/**
 * All that the colleague is in themselves and that can be joined, until one is left out; of `chosen` ones, where a
 * choice was made before, only those.
 */
export function useJoinedGroups(
  memberships: readonly MembershipRow[],
  chosen?: readonly string[],
): JoinedGroups {
  const refusal = useWhyNot()('groups.update')
  const [answered, setAnswered] = useState<ReadonlyMap<string, boolean>>(new Map())
  const direct = memberships.filter((group) => group.direct)
  const isOffered = ({ membership }: MembershipRow) =>
    refusal === undefined && membership === 'assigned'
  const offered = direct.filter(isOffered)
  const joins = (id: string) => answered.get(id) ?? chosen?.includes(id) ?? true
  return {
    offered,
    withheld: direct.filter((group) => !isOffered(group)),
    refusal,
    joins,
    choose: (id, joined) => setAnswered((before) => new Map(before).set(id, joined)),
    ids: offered.map(({ id }) => id).filter(joins),
  }
}
