import { CircleCheck } from 'lucide-react'
import type { Listed } from '../../../shared/contract/query.ts'
import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { isVerifiable } from '../../../shared/directory/user.ts'
import { kindOf } from '../property-kind.ts'
import type { ValueWords } from '../value-words.ts'
import { cellText } from './cell-text.ts'

/** One property of a user. */
export function ValueCell({
  column,
  user,
  words,
}: {
  readonly column: Listed
  readonly user: UserRow
  readonly words: ValueWords
}) {
  const text = cellText(column, user, words)
  if (text === '') return null
  return (
    <>
      <bdi className="value" dir={kindOf(column) === 'address' ? 'ltr' : 'auto'} title={text}>
        {text}
      </bdi>
      {isVerifiable(column) ? (
        user.verified?.includes(column) ? (
          <CircleCheck className="verified" size={14} role="img" aria-label={words.verified} />
        ) : (
          <span className="value muted">{words.notVerified}</span>
        )
      ) : null}
    </>
  )
}
