import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { historyQuery } from '../api/queries.ts'
import { usePermission } from '../api/use-permission.ts'
import { places } from '../navigation/places.ts'
import { useFormats } from '../text/formats.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { GoLink } from '../ui/go-link.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { About } from './about.ts'
import { EntryItem } from './entry-item.tsx'
import { useEntryWords } from './use-entry-words.ts'

const shownEntries = 8

/** The latest that was done to a user or a group, for whoever may read it. */
export function HistoryCard({ id, about }: { readonly id?: string; readonly about: About }) {
  const { t } = useTranslation('history')
  if (!usePermission('history.read')) return null
  const whole =
    'userId' in about ? places.historyOfUser(about.userId) : places.historyOfGroup(about.groupId)
  return (
    <SectionCard
      {...(id ? { id } : {})}
      title={t('card')}
      actions={<GoLink to={whole}>{t('cardAll')}</GoLink>}
    >
      <LatestEntries about={about} />
    </SectionCard>
  )
}

function LatestEntries({ about }: { readonly about: About }) {
  const { t } = useTranslation('history')
  const words = useEntryWords()
  const { moment } = useFormats()
  const [open, setOpen] = useState<string | null>(null)
  const asked = { ...about, offset: 0, limit: shownEntries }
  const { data, error } = useQuery(historyQuery(useApi(), asked))
  if (error) return <FailureAlert error={error} />
  if (!data) return <Skeleton variant="rectangular" height={shownEntries * 36} />
  if (data.total === 0)
    return (
      <Typography variant="body2" color="textSecondary">
        {t('cardEmpty')}
      </Typography>
    )
  return (
    <Box component="ul" sx={{ m: -1, p: 0, listStyle: 'none' }}>
      {data.entries.map((entry) => (
        <li key={entry.id}>
          <EntryItem
            entry={entry}
            words={words}
            when={moment(entry.at)}
            narrow
            open={entry.id === open}
            onToggle={() => setOpen(entry.id === open ? null : entry.id)}
          />
        </li>
      ))}
    </Box>
  )
}
