import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state.tsx'
import { type GroupListView, isFiltered } from './left-groups.ts'

/** No group matches: says what was asked, and offers to ask for less. */
export function NoGroupMatches({
  view: { search, filters },
  onClearSearch,
  onClearFilters,
}: {
  readonly view: GroupListView
  readonly onClearSearch: () => void
  readonly onClearFilters: () => void
}) {
  const { t } = useTranslation(['groups', 'grid'])
  const searched = search.trim()
  return (
    <EmptyState
      title={searched === '' ? t('noMatchFilters') : t('noMatch', { search: searched })}
      text={t('noMatchHint')}
    >
      {searched === '' ? null : (
        <Button variant="outlined" onClick={onClearSearch}>
          {t('grid:clearSearch')}
        </Button>
      )}
      {isFiltered(filters) ? (
        <Button variant="outlined" onClick={onClearFilters}>
          {t('clearFilters')}
        </Button>
      ) : null}
    </EmptyState>
  )
}
