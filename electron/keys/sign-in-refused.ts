import type { EntryOf } from '../../shared/directory/activities.ts'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { FailureKey, Values } from '../../shared/text/message.ts'

export type RefusalReason = EntryOf<'signInFailed'>['details']['reason']

type Sentence = { readonly code: ErrorCode; readonly key: FailureKey }

/** Nobody learns here which names there are. */
const sentences: Readonly<Record<RefusalReason, Sentence>> = {
  unknownUser: { code: 'wrong-password', key: 'wrongPassword' },
  wrongPassword: { code: 'wrong-password', key: 'wrongPassword' },
  wrongRecoveryKey: { code: 'wrong-password', key: 'recoveryKeyWrong' },
  accountBlocked: { code: 'forbidden', key: 'accountBlocked' },
  notAnAdministrator: { code: 'forbidden', key: 'notAnAdministrator' },
}

/** A sign-in that was refused, and what the history is to tell of it. */
export class SignInRefused extends AppError {
  readonly reason: RefusalReason
  /** Null for a name that nobody has. */
  readonly userId: string | null

  constructor(reason: RefusalReason, userId: string | null, values: Values = {}) {
    const { code, key } = sentences[reason]
    super(code, key, { values })
    this.reason = reason
    this.userId = userId
  }
}
