// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table element cannot be placed one by one
import { CircleCheck } from 'lucide-react'
import { memo } from 'react'
import type { Listed } from '../../../shared/contract/query.ts'
import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { isVerifiable } from '../../../shared/directory/user.ts'
import { places } from '../../navigation/places.ts'
import { UserAvatar } from '../../ui/user-avatar.tsx'
import { kindOf } from '../property-kind.ts'
import type { ValueWords } from '../value-words.ts'
import { cellText } from './cell-text.ts'

export const widthOf = (column: Listed) => `var(--w-${column})`

/** One user of the grid. `user` is missing while it is being fetched. Clicks are handled above. */
export const GridRow = memo(function GridRow({
  index,
  top,
  height,
  user,
  columns,
  words,
  selected,
  active,
}: {
  readonly index: number
  readonly top: number
  readonly height: number
  readonly user: UserRow | undefined
  readonly columns: readonly Listed[]
  readonly words: ValueWords
  readonly selected: boolean
  readonly active: boolean
}) {
  return (
    <div
      role="row"
      className="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      tabIndex={active ? 0 : -1}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => (
        <div
          key={column}
          role={at === 0 ? 'rowheader' : 'gridcell'}
          className={at === 0 ? 'cell name' : 'cell'}
          style={{ width: widthOf(column) }}
        >
          {user === undefined ? (
            <span className="bar" style={{ width: at === 0 ? '60%' : '45%' }} />
          ) : at === 0 ? (
            <Name user={user} words={words} selected={selected} avatar={height < 40 ? 24 : 28} />
          ) : (
            <Value column={column} user={user} words={words} />
          )}
        </div>
      ))}
    </div>
  )
})

function Name({
  user,
  words,
  selected,
  avatar,
}: {
  readonly user: UserRow
  readonly words: ValueWords
  readonly selected: boolean
  readonly avatar: number
}) {
  const nameId = `name-${user.id}`
  return (
    <>
      <span className="tick">
        <input type="checkbox" aria-labelledby={nameId} checked={selected} tabIndex={-1} readOnly />
      </span>
      <UserAvatar user={user} size={avatar} />
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

function Value({
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
