import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryChange } from '../../shared/contract/history.ts'
import { useApi } from '../api/api-context.tsx'
import { historyKey } from '../api/history-key.ts'
import { transactionQuery } from '../api/queries.ts'
import { EntryFacts } from '../entries/entry-facts.tsx'
import { RecordChange } from '../entries/record-change.tsx'
import { useEntryWords } from '../entries/use-entry-words.ts'
import { useRevert } from '../entries/use-revert.ts'
import { places } from '../navigation/places.ts'
import { useFormats } from '../text/formats.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { GoLink } from '../ui/go-link.tsx'
import type { Counts, FoundRows } from '../ui/grid/found-rows.ts'
import { useFoundRows, type WantedRows } from '../ui/grid/use-found-rows.ts'
import { Page } from '../ui/page.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'

/** One entry with everything that it changed, however much that is. */
export function TransactionPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('history')
  const words = useEntryWords()
  const { moment } = useFormats()
  const { data: entry, error } = useQuery(
    transactionQuery(useApi(), { transactionId: id, offset: 0, limit: 0 }),
  )
  const { answer, query, show, rowAt } = useFoundChanges(id)
  const revert = useRevert()
  const reverting = revert && entry?.revertible ? revert : null
  const title = entry
    ? t('entryHeading', { activity: words.activity(entry), when: moment(entry.at) })
    : t('heading')
  return (
    <Page
      title={title}
      fill
      above={<GoLink to={places.history}>{t('everything')}</GoLink>}
      about={
        entry ? (
          <EntryFacts
            entry={entry}
            words={words}
            {...(reverting ? { onRevert: () => reverting({ transactionId: id }) } : {})}
          />
        ) : null
      }
    >
      {error ? (
        <Box sx={{ px: 3 }}>
          <FailureAlert error={error} />
        </Box>
      ) : null}
      {entry && entry.total === 0 ? (
        <Typography color="textSecondary" sx={{ px: 3 }}>
          {t('nothingChanged')}
        </Typography>
      ) : null}
      <VirtualList
        label={t('changes')}
        count={answer?.total ?? 0}
        estimate={120}
        subject={query}
        onShow={show}
      >
        {(index, tabIndex) => {
          const change = rowAt(index)
          return (
            <Box sx={{ px: 1, py: 1.5, borderBottom: 1, borderColor: 'divider' }}>
              {change ? (
                <RecordChange
                  change={change}
                  words={words}
                  entryId={id}
                  tabIndex={tabIndex}
                  {...(reverting
                    ? { onRevert: (part) => reverting({ transactionId: id, ...part }) }
                    : {})}
                />
              ) : (
                <Skeleton sx={{ height: 96 }} />
              )}
            </Box>
          )
        }}
      </VirtualList>
    </Page>
  )
}

type FoundChanges = Counts & { readonly rows: HistoryChange[] }

/** The changes of one entry, in windows around what is on the screen. */
function useFoundChanges(transactionId: string): FoundRows<HistoryChange, FoundChanges, string> {
  const api = useApi()
  const [wanted] = useState<WantedRows<string, null>>({ query: transactionId, part: null })
  return useFoundRows(
    wanted,
    0,
    useCallback(
      ({ query }: WantedRows<string, null>, window) =>
        queryOptions({
          queryKey: [...historyKey, 'changes', query, window],
          queryFn: async () => {
            const { total, changes } = await api.getTransaction({ transactionId: query, ...window })
            return { total, matching: total, rows: changes }
          },
        }),
      [api],
    ),
  )
}
