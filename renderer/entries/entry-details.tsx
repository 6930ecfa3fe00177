import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../shared/contract/history.ts'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'
import { EntryFacts } from './entry-facts.tsx'
import { RecordChange } from './record-change.tsx'
import type { EntryWords } from './use-entry-words.ts'
import { useRevert } from './use-revert.ts'

/** An entry in full: what it tells, what it changed, and the way to the rest of that. */
export function EntryDetails({
  entry,
  words,
  partial = false,
}: {
  readonly entry: HistoryEntry
  readonly words: EntryWords
  /** Where only some of its changes are told, and so only these are reverted. */
  readonly partial?: boolean
}) {
  const { t } = useTranslation('history')
  const { id, changes, total, revertible } = entry
  const revert = useRevert()
  const each = partial || total > 1
  return (
    <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <EntryFacts
        entry={entry}
        words={words}
        {...(revert && revertible && !partial
          ? { onRevert: () => revert({ transactionId: id }) }
          : {})}
      />
      {changes.map((change) => (
        <RecordChange
          key={change.number}
          change={change}
          words={words}
          entryId={id}
          {...(revert && revertible
            ? { onRevert: (part) => revert({ transactionId: id, ...part }), whole: each }
            : {})}
        />
      ))}
      {total > changes.length ? (
        <Box>
          <GoLink to={places.transaction(id)}>{t('allChanges', { count: total })}</GoLink>
        </Box>
      ) : null}
    </Box>
  )
}
