import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberRow } from '../../../shared/contract/group.ts'
import { places } from '../../navigation/places.ts'
import type { CellPlace, GridColumn } from '../../ui/grid/grid-column.ts'
import { TextCell } from '../../ui/grid/text-cell.tsx'
import { GroupTile } from '../../ui/group-tile.tsx'
import { UserAvatar } from '../../ui/user-avatar.tsx'

export const sortableColumns = [
  'displayName',
  'userPrincipalName',
  'jobTitle',
  'department',
] as const

export type MemberColumn = (typeof sortableColumns)[number] | 'via'

/** The columns of a list of members; `via` tells through which groups, where that is asked. */
export function useMemberColumns(all: boolean): readonly GridColumn<MemberRow, MemberColumn>[] {
  const { t } = useTranslation(['groups', 'properties', 'users'])
  return useMemo(() => {
    const width = (name: MemberColumn) => (name === 'displayName' ? 270 : 200)
    const columns = sortableColumns.map((name) => ({
      name,
      label: t(`properties:${name}`),
      width: width(name),
      cell: (row: MemberRow, place: CellPlace) =>
        name === 'displayName' ? (
          <NameCell member={row} place={place} blocked={t('users:blocked')} group={t('group')} />
        ) : (
          <TextCell text={row[name] ?? ''} />
        ),
    }))
    const via = {
      name: 'via' as const,
      label: t('via'),
      width: 240,
      sortable: false,
      cell: (row: MemberRow) => <TextCell text={row.via.join(' › ')} />,
    }
    return all ? [...columns.slice(0, 1), via, ...columns.slice(1)] : columns
  }, [t, all])
}

export const placeOf = ({ type, id }: MemberRow) =>
  type === 'user' ? places.profile(id) : places.group(id)

function NameCell({
  member,
  place: { nameId, rowHeight },
  blocked,
  group,
}: {
  readonly member: MemberRow
  readonly place: CellPlace
  readonly blocked: string
  readonly group: string
}) {
  const size = rowHeight < 40 ? 22 : 26
  return (
    <>
      {member.kind === null ? (
        <UserAvatar user={member} size={size} />
      ) : (
        <GroupTile kind={member.kind} size={size} />
      )}
      <a
        id={nameId}
        className="value"
        dir="auto"
        href={`#${placeOf(member)}`}
        title={member.displayName}
        tabIndex={-1}
      >
        {member.displayName}
      </a>
      {member.type === 'group' ? <span className="chip">{group}</span> : null}
      {member.accountEnabled ? null : <span className="chip">{blocked}</span>}
    </>
  )
}
