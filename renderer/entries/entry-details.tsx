import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { HistoryChange, HistoryEntry } from '../../shared/contract/history.ts'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'
import { EntryFacts } from './entry-facts.tsx'
import { RecordChange } from './record-change.tsx'
import type { EntryWords } from './use-entry-words.ts'

/** An entry in full: what it tells, what it changed, and the way to the rest of that. */
export function EntryDetails({
  entry,
  words,
}: {
  readonly entry: HistoryEntry
  readonly words: EntryWords
}) {
  const { t } = useTranslation('history')
  const { id, changes, total } = entry
  return (
    <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <EntryFacts entry={entry} words={words} />
      {changes.map((change) => (
        <RecordChange key={keyOf(change)} change={change} words={words} />
      ))}
      {total > changes.length ? (
        <Box>
          <GoLink to={places.transaction(id)}>{t('allChanges', { count: total })}</GoLink>
        </Box>
      ) : null}
    </Box>
  )
}

const keyOf = ({ kind, id, properties }: HistoryChange) => JSON.stringify([kind, id, properties])
