import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { About } from '../entries/about.ts'
import { useEntryWords } from '../entries/use-entry-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'
import { DatedEntry } from './dated-entry.tsx'
import { FilterFields } from './filter-fields.tsx'
import { narrows, noFilters } from './history-filters.ts'
import { useFoundEntries } from './use-found-entries.ts'
import { useHeading } from './use-heading.tsx'

/** Everything that was ever done, or what is about one user or group, the newest first. */
export function HistoryPage({ about = null }: { readonly about?: About | null }) {
  const { t } = useTranslation('history')
  const words = useEntryWords()
  const [filters, setFilters] = useState(noFilters)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [shownAbout] = useState(about)
  const found = useFoundEntries(filters, shownAbout)
  const { answer, error, query, show, rowAt } = found
  const count = answer?.total ?? 0
  const toggle = (id: string) => setOpen((before) => toggled(before, id))
  return (
    <Page {...useHeading(shownAbout)} fill>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 3, pt: 0.5 }}>
        <FilterFields filters={filters} onChange={setFilters} />
      </Box>
      <Box sx={{ px: 3, minHeight: 36, display: 'flex', alignItems: 'center' }}>
        <Typography variant="body2" color="textSecondary" role="status" aria-live="polite">
          {answer ? t('entries', { count }) : t('loading')}
        </Typography>
      </Box>
      {error ? (
        <Box sx={{ px: 3, pb: 1 }}>
          <FailureAlert error={error} onRetry={found.retry} />
        </Box>
      ) : null}
      {answer && count === 0 && narrows(filters) ? (
        <EmptyState title={t('noMatch')} text={t('noMatchText')}>
          <Button variant="outlined" onClick={() => setFilters(noFilters)}>
            {t('clear')}
          </Button>
        </EmptyState>
      ) : (
        <VirtualList label={t('list')} count={count} estimate={36} subject={query} onShow={show}>
          {(index, tabIndex) => (
            <DatedEntry
              entry={rowAt(index)}
              before={index === 0 ? null : rowAt(index - 1)}
              words={words}
              partial={shownAbout !== null}
              open={open.has(rowAt(index)?.id ?? '')}
              tabIndex={tabIndex}
              onToggle={toggle}
            />
          )}
        </VirtualList>
      )}
    </Page>
  )
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
