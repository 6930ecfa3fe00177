import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { HistoryChange } from '../../shared/contract/history.ts'
import { GoLink } from '../ui/go-link.tsx'
import { PropertyChanges } from './property-change.tsx'
import { type EntryWords, placeOf } from './use-entry-words.ts'

/** What became of one record: its name as the way to it, and its properties. */
export function RecordChange({
  change,
  words,
  tabIndex,
}: {
  readonly change: HistoryChange
  readonly words: EntryWords
  /** For a list in which the arrow keys lead from one to the next. */
  readonly tabIndex?: 0 | -1
}) {
  const { t } = useTranslation('history')
  const { kind, displayName, exists, action } = change
  const place = placeOf(change)
  return (
    <Box sx={{ minWidth: 0 }} {...(tabIndex === undefined ? {} : { tabIndex, 'data-entry': '' })}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1, mb: 0.5 }}>
        {place ? (
          <GoLink to={place} sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>
            <bdi>{displayName}</bdi>
          </GoLink>
        ) : (
          <Typography component="span" variant="body1" sx={{ fontWeight: 500 }}>
            <bdi>{displayName}</bdi>
          </Typography>
        )}
        <Typography component="span" variant="caption" color="textSecondary">
          {t(`kinds.${kind}`)} · {t(`actions.${action}`)}
          {exists ? '' : ` · ${t('gone')}`}
        </Typography>
      </Box>
      <PropertyChanges change={change} words={words} />
    </Box>
  )
}
