import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useChart } from '../api/queries.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { OrganizationChart } from './organization-chart.tsx'

/** Who reports to whom, from anybody downwards. */
export function ChartPage({ topId }: { readonly topId?: string | undefined }) {
  const { t } = useTranslation('chart')
  const { data, error } = useChart(topId)
  if (error)
    return (
      <Page title={t('heading')}>
        <FailureAlert error={error} />
      </Page>
    )
  if (!data) return <Page title={t('heading')}>{null}</Page>
  const [top] = data.people
  if (!top)
    return (
      <Page title={t('heading')}>
        <Box sx={{ pt: 8 }}>
          <EmptyState title={t('empty')} text={t('emptyText')} />
        </Box>
      </Page>
    )
  return <OrganizationChart key={top.id} found={data} top={top} />
}
