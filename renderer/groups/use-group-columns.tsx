import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupRow } from '../../shared/contract/group.ts'
import type { ListedOfGroup } from '../../shared/contract/group-query.ts'
import { places } from '../navigation/places.ts'
import { type Formats, useFormats } from '../text/formats.ts'
import type { CellPlace, GridColumn } from '../ui/grid/grid-column.ts'
import { TextCell } from '../ui/grid/text-cell.tsx'
import { GroupTile } from '../ui/group-tile.tsx'

const widths: Readonly<Record<ListedOfGroup, number>> = {
  displayName: 280,
  description: 320,
  mailNickname: 180,
  kind: 130,
  membership: 165,
  memberCount: 100,
  createdDateTime: 160,
  lastModifiedDateTime: 160,
  deletedDateTime: 160,
}

const usual: readonly ListedOfGroup[] = [
  'displayName',
  'kind',
  'membership',
  'memberCount',
  'description',
  'mailNickname',
]

const usualDeleted: readonly ListedOfGroup[] = ['displayName', 'deletedDateTime', ...usual.slice(1)]

/** The columns of a list of groups, the name first. */
export function useGroupColumns(deleted: boolean): readonly GridColumn<GroupRow, ListedOfGroup>[] {
  const { t } = useTranslation('groups')
  const formats = useFormats()
  return useMemo(() => {
    const words = {
      ...formats,
      kind: (row: GroupRow) => t(`kinds.${row.kind}`),
      membership: (row: GroupRow) => t(`memberships.${row.membership}`),
    }
    return (deleted ? usualDeleted : usual).map((name) => ({
      name,
      label: t(`columns.${name}`),
      width: widths[name],
      cell: (row: GroupRow, place: CellPlace) =>
        name === 'displayName' ? (
          <NameCell group={row} place={place} />
        ) : (
          <TextCell text={textOf(name, row, words)} />
        ),
    }))
  }, [t, formats, deleted])
}

function NameCell({
  group,
  place: { nameId, rowHeight },
}: {
  readonly group: GroupRow
  readonly place: CellPlace
}) {
  return (
    <>
      <GroupTile kind={group.kind} size={rowHeight < 40 ? 22 : 26} />
      <a
        id={nameId}
        className="value"
        dir="auto"
        href={`#${places.group(group.id)}`}
        title={group.displayName}
        tabIndex={-1}
      >
        {group.displayName}
      </a>
    </>
  )
}

type Words = Pick<Formats, 'moment' | 'number'> & {
  readonly kind: (row: GroupRow) => string
  readonly membership: (row: GroupRow) => string
}

function textOf(name: ListedOfGroup, row: GroupRow, words: Words): string {
  switch (name) {
    case 'kind':
      return words.kind(row)
    case 'membership':
      return words.membership(row)
    case 'memberCount':
      return words.number(row.memberCount)
    case 'createdDateTime':
    case 'lastModifiedDateTime':
      return words.moment(row[name])
    case 'deletedDateTime':
      return row.deletedDateTime === null ? '' : words.moment(row.deletedDateTime)
    default:
      return (row[name] ?? '').replaceAll('\n', ' ')
  }
}
