import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../shared/contract/history.ts'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'
import { RevertButton } from './revert-button.tsx'
import type { EntryWords } from './use-entry-words.ts'

/** An entry's number, who did it, what it takes back, what it tells beside its changes, and its way back. */
export function EntryFacts({
  entry,
  words,
  onRevert,
}: {
  readonly entry: HistoryEntry
  readonly words: EntryWords
  /** Takes all of it back. */
  readonly onRevert?: () => void
}) {
  const { t } = useTranslation('history')
  const { id, actor, activity, undoes } = entry
  const name = <bdi>{actor.displayName}</bdi>
  return (
    <Box sx={inLine}>
      <Box component="dl" sx={{ ...inLine, m: 0 }}>
        <Pair label={t('entry')}>{id}</Pair>
        <Pair label={t('who')}>
          {actor.exists ? <GoLink to={places.profile(actor.id)}>{name}</GoLink> : name}
        </Pair>
        {undoes === null ? null : (
          <Pair label={t(activity === 'revert' ? 'backBefore' : 'takesBack')}>
            <GoLink to={places.transaction(undoes)}>{t('entryNumber', { number: undoes })}</GoLink>
          </Pair>
        )}
        {words.details(entry).map(([label, value]) => (
          <Pair key={label} label={label}>
            <bdi>{value}</bdi>
          </Pair>
        ))}
      </Box>
      {onRevert ? (
        <RevertButton what={t('revertEntry', { number: id })} onClick={onRevert} />
      ) : null}
    </Box>
  )
}

const inLine = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 2.5,
  rowGap: 0.5,
  typography: 'body2',
} as const

function Pair({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 0.75, minWidth: 0 }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  )
}
