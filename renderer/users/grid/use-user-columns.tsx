import { useMemo } from 'react'
import type { Listed } from '../../../shared/contract/query.ts'
import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { usePropertyLabel } from '../../properties/property-label.ts'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { usualWidth } from '../columns/column-width.ts'
import { useValueWords } from '../value-words.ts'
import { NameCell } from './name-cell.tsx'
import { ValueCell } from './value-cell.tsx'

/** The columns of a list of users, the display name first. */
export function useUserColumns(shown: readonly Listed[]): readonly GridColumn<UserRow, Listed>[] {
  const words = useValueWords()
  const labelOf = usePropertyLabel()
  return useMemo(
    () =>
      shown.map((column, at) => ({
        name: column,
        label: labelOf(column),
        width: usualWidth(column),
        cell: (user, place) =>
          at === 0 ? (
            <NameCell user={user} words={words} place={place} />
          ) : (
            <ValueCell column={column} user={user} words={words} />
          ),
      })),
    [shown, words, labelOf],
  )
}
