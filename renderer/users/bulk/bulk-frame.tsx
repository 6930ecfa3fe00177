import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../navigation/location.ts'
import { places } from '../../navigation/places.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { Page } from '../../ui/page.tsx'
import { ApplyBar } from './apply-bar.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import type { BulkPreview } from './use-bulk-preview.ts'

/** What is asked for on one side, what would become of it on the other, and below what saves it. */
export function BulkFrame({
  title,
  before,
  bulk,
  children,
}: {
  readonly title: string
  /** What a person does first, while there is no preview. */
  readonly before: string
  readonly bulk: BulkPreview
  readonly children: ReactNode
}) {
  const { t } = useTranslation('bulk')
  const { found, outdated, previewing, show } = bulk
  return (
    <Page
      title={title}
      fill
      below={
        <ApplyBar
          counts={found && !outdated ? found : null}
          applicable={bulk.applicable}
          applying={bulk.applying}
          onApply={bulk.apply}
          onCancel={() => goTo(places.users)}
        />
      }
    >
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'grid',
          gridTemplateColumns: { xs: '300px minmax(0, 1fr)', lg: '360px minmax(0, 1fr)' },
          gap: 2,
          px: 3,
          pb: 2,
        }}
      >
        {children}
        <Box
          component="section"
          aria-label={t('previewTitle')}
          aria-busy={previewing}
          sx={{ minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1.5 }}
        >
          <FailureAlert error={bulk.error} onRetry={show} />
          {found ? (
            <PreviewPanel
              key={found.previewId}
              preview={found}
              outdated={outdated}
              onRetry={show}
            />
          ) : (
            <Box sx={{ m: 'auto' }}>
              <EmptyState title={t('before')} text={before} />
            </Box>
          )}
        </Box>
      </Box>
    </Page>
  )
}
