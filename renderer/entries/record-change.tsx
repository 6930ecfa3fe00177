import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { HistoryChange } from '../../shared/contract/history.ts'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'
import { PropertyChanges } from './property-change.tsx'
import { RevertButton } from './revert-button.tsx'
import { type EntryWords, placeOf } from './use-entry-words.ts'

/** A change of an entry, or one property of it. */
export type RevertedPart = { readonly change: number; readonly property?: string }

/** What became of one record: its name as the way to it, and its properties. */
export function RecordChange({
  change,
  words,
  entryId,
  onRevert,
  whole = true,
  tabIndex,
}: {
  readonly change: HistoryChange
  readonly words: EntryWords
  /** The entry it is of. */
  readonly entryId: string
  /** Takes all of it back, or one of its properties. */
  readonly onRevert?: (part: RevertedPart) => void
  /** Whether to offer that for all of it. */
  readonly whole?: boolean
  /** For a list in which the arrow keys lead from one to the next. */
  readonly tabIndex?: 0 | -1
}) {
  const { t } = useTranslation('history')
  const { number, kind, id, displayName, exists, action, properties } = change
  const place = placeOf(change)
  const comparable = kind === 'user' && exists && action !== 'removed' ? entryId : null
  const divisible = action === 'changed' && kind !== 'roleAssignment' && properties.length > 1
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
        {comparable ? (
          <GoLink to={places.compareThen(id, comparable)}>{t('compareNow')}</GoLink>
        ) : null}
        {onRevert && whole ? (
          <RevertButton what={displayName} onClick={() => onRevert({ change: number })} />
        ) : null}
      </Box>
      <PropertyChanges
        change={change}
        words={words}
        {...(onRevert && divisible
          ? { onRevert: (property: string) => onRevert({ change: number, property }) }
          : {})}
      />
    </Box>
  )
}
