import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import type { HistoryEntry } from '../../shared/contract/history.ts'
import { EntryItem } from '../entries/entry-item.tsx'
import type { EntryWords } from '../entries/use-entry-words.ts'
import { useFormats } from '../text/formats.ts'

/** An entry of the list; the first of a day stands under the day's name. */
export function DatedEntry({
  entry,
  before,
  words,
  partial,
  open,
  tabIndex,
  onToggle,
}: {
  /** Undefined while it is on its way. */
  readonly entry: HistoryEntry | undefined
  /** The one above it; null for the first of all. */
  readonly before: HistoryEntry | null | undefined
  readonly words: EntryWords
  readonly partial: boolean
  readonly open: boolean
  readonly tabIndex: 0 | -1
  readonly onToggle: (id: string) => void
}) {
  const { dayOf, timeOf } = useFormats()
  if (!entry) return <Skeleton sx={{ height: 36, mx: 1 }} />
  const day = dayOf(entry.at)
  const begins = before === null || (before !== undefined && dayOf(before.at) !== day)
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider' }}>
      {begins ? (
        <Typography variant="h2" sx={{ px: 1, pt: 2, pb: 0.5, color: 'text.secondary' }}>
          {day}
        </Typography>
      ) : null}
      <EntryItem
        entry={entry}
        words={words}
        when={timeOf(entry.at)}
        partial={partial}
        open={open}
        tabIndex={tabIndex}
        onToggle={() => onToggle(entry.id)}
      />
    </Box>
  )
}
