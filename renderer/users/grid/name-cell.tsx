import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { places } from '../../navigation/places.ts'
import type { CellPlace } from '../../ui/grid/grid-column.ts'
import { UserAvatar } from '../../ui/user-avatar.tsx'
import type { ValueWords } from '../value-words.ts'

/** Who a row is: picture, name, and a mark on blocked accounts. */
export function NameCell({
  user,
  words,
  place: { nameId, rowHeight },
}: {
  readonly user: UserRow
  readonly words: ValueWords
  readonly place: CellPlace
}) {
  return (
    <>
      <UserAvatar user={user} size={rowHeight < 40 ? 24 : 28} />
      <a
        id={nameId}
        className="value"
        dir="auto"
        href={`#${places.profile(user.id)}`}
        title={user.displayName}
        tabIndex={-1}
      >
        {user.displayName}
      </a>
      {user.accountEnabled ? null : <span className="chip">{words.blocked}</span>}
    </>
  )
}
