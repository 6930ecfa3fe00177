import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state.tsx'
import type { ListView } from './list-view.ts'

/** Nobody matches: says what was asked, and offers to ask for less. */
export function NoMatch({
  view: { search, filters },
  onClearSearch,
  onClearFilters,
}: {
  readonly view: ListView
  readonly onClearSearch: () => void
  readonly onClearFilters: () => void
}) {
  const { t } = useTranslation(['users', 'grid'])
  const searched = search.trim()
  const filtered = filters.length > 0
  const title =
    searched === ''
      ? t('noMatchFilters')
      : t(filtered ? 'noMatchBoth' : 'noMatch', { search: searched })
  return (
    <EmptyState title={title} text={t('noMatchHint')}>
      {searched === '' ? null : (
        <Button variant="outlined" onClick={onClearSearch}>
          {t('grid:clearSearch')}
        </Button>
      )}
      {filtered ? (
        <Button variant="outlined" onClick={onClearFilters}>
          {t('clearFilters')}
        </Button>
      ) : null}
    </EmptyState>
  )
}
