import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../shared/contract/history.ts'
import { EntryDetails } from './entry-details.tsx'
import type { EntryWords } from './use-entry-words.ts'

/** An entry in one line, which opens to its details. */
export function EntryItem({
  entry,
  words,
  when,
  narrow = false,
  partial = narrow,
  open,
  tabIndex,
  onToggle,
}: {
  readonly entry: HistoryEntry
  readonly words: EntryWords
  readonly when: string
  /** Where it is about one record, which needs no naming, and there is little room. */
  readonly narrow?: boolean
  /** Where only some of its changes are told. */
  readonly partial?: boolean
  readonly open: boolean
  readonly tabIndex?: number
  readonly onToggle: () => void
}) {
  const { t } = useTranslation('history')
  const details = useId()
  const subject = narrow ? null : words.subject(entry)
  const properties = words.properties(entry)
  const refused = entry.result === 'failure'
  return (
    <>
      <ButtonBase
        data-entry=""
        aria-expanded={open}
        {...(open ? { 'aria-controls': details } : {})}
        {...(tabIndex === undefined ? {} : { tabIndex })}
        onClick={onToggle}
        sx={line}
      >
        <Box component="span" sx={{ display: 'flex', transform: open ? 'rotate(90deg)' : 'none' }}>
          <ChevronRight size={14} aria-hidden />
        </Box>
        <Typography
          component="span"
          variant="body2"
          color="textSecondary"
          sx={narrow ? moment : time}
        >
          {when}
        </Typography>
        <Typography
          component="span"
          variant="body2"
          sx={{ fontWeight: 500, flex: 'none', ...(refused ? { color: 'error.main' } : {}) }}
        >
          {words.activity(entry)}
        </Typography>
        {subject ? (
          <Typography
            component="span"
            variant="body2"
            noWrap
            sx={{ minWidth: 0, flex: '0 1 auto' }}
          >
            <bdi>{subject}</bdi>
          </Typography>
        ) : null}
        <Typography
          component="span"
          variant="body2"
          color="textSecondary"
          noWrap
          sx={{ flex: '1 1 0', minWidth: 0, textAlign: 'start' }}
        >
          {properties}
        </Typography>
        <Typography component="span" variant="body2" color="textSecondary" noWrap sx={person}>
          {t('by', { name: entry.actor.displayName })}
        </Typography>
      </ButtonBase>
      {open ? (
        <Box id={details} sx={{ pr: 2, pb: 2, pt: 0.5, pl: narrow ? 4 : { xs: 4, md: 12 } }}>
          <EntryDetails entry={entry} words={words} partial={partial} />
        </Box>
      ) : null}
    </>
  )
}

const line = {
  width: '100%',
  minHeight: 36,
  px: 1,
  gap: 1,
  justifyContent: 'flex-start',
  textAlign: 'start',
  borderRadius: 1,
  '&:hover': { bgcolor: 'action.hover' },
} as const

const time = { width: 64, flex: 'none', fontVariantNumeric: 'tabular-nums' } as const
const moment = { flex: 'none', fontVariantNumeric: 'tabular-nums' } as const
const person = { flex: '0 1 auto', maxWidth: '30%', minWidth: 80, textAlign: 'end' } as const
