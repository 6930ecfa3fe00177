import type { Change } from '../../shared/directory/transaction.ts'
import { passwordFacts, type User } from '../../shared/directory/user.ts'

/** What the directory keeps of a password that is set: when, and whether it was given by somebody else. */
export function passwordChange(user: User, at: Date, mustChange: boolean): Change {
  const { lastPasswordChangeDateTime, forceChangePasswordNextSignIn } = user
  return {
    kind: 'user',
    id: user.id,
    before: { lastPasswordChangeDateTime, forceChangePasswordNextSignIn },
    after: {
      lastPasswordChangeDateTime: at.toISOString(),
      forceChangePasswordNextSignIn: mustChange,
    },
  }
}

/** Whether nothing but the facts of one's own password changes, which needs no permission. */
export const isOwnPasswordChange = ({ kind, id, after }: Change, actorId: string): boolean =>
  kind === 'user' &&
  id === actorId &&
  after !== null &&
  Object.keys(after).every((name) => (passwordFacts as readonly string[]).includes(name))
