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

/** All that the colleague is in themselves and that can be joined, until one is left out. */
export function useJoinedGroups(memberships: readonly MembershipRow[]): JoinedGroups {
  const refusal = useWhyNot()('groups.update')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const direct = memberships.filter((group) => group.direct)
  const isOffered = ({ membership }: MembershipRow) =>
    refusal === undefined && membership === 'assigned'
  const offered = direct.filter(isOffered)
  const joins = (id: string) => !left.has(id)
  return {
    offered,
    withheld: direct.filter((group) => !isOffered(group)),
    refusal,
    joins,
    choose: (id, joined) =>
      setLeft((before) => {
        const next = new Set(before)
        if (joined) next.delete(id)
        else next.add(id)
        return next
      }),
    ids: offered.map(({ id }) => id).filter(joins),
  }
}
