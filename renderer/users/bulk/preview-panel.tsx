import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewRow } from '../../../shared/contract/bulk-requests.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import { InvalidSummary } from './invalid-summary.tsx'
import { PreviewTable } from './preview-table.tsx'

type Shown = PreviewRow['state'] | 'all'

const choices = ['all', 'changed', 'unchanged', 'invalid'] as const

/** What would become of the users: how many change, which are invalid and why, and every value. */
export function PreviewPanel({
  preview,
  outdated,
  onRetry,
}: {
  readonly preview: Output<'previewBulkUpdate'>
  /** The edits are no longer those of the preview. */
  readonly outdated: boolean
  readonly onRetry: () => void
}) {
  const { t } = useTranslation('bulk')
  const [shown, setShown] = useState<Shown>('all')
  const counts = { ...preview, all: preview.total }
  return (
    <>
      {outdated ? <Alert severity="info">{t('outdated')}</Alert> : null}
      <Box
        inert={outdated}
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'flex',
          flexDirection: 'column',
          gap: 1.5,
          opacity: outdated ? 0.5 : 1,
        }}
      >
        {preview.invalid > 0 ? (
          <InvalidSummary preview={preview} onShow={() => setShown('invalid')} />
        ) : null}
        {preview.invalid === 0 && preview.changed === 0 ? (
          <Alert severity="info">{t('nothing')}</Alert>
        ) : null}
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('show')}
          value={shown}
          onChange={(_event, next: Shown | null) => {
            if (next) setShown(next)
          }}
        >
          {choices.map((choice) => (
            <ToggleButton
              key={choice}
              value={choice}
              sx={{ textTransform: 'none', px: 1.5, color: 'text.primary' }}
            >
              {t(`states.${choice}`, { n: counts[choice] })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <PreviewTable
          previewId={preview.previewId}
          state={shown === 'all' ? undefined : shown}
          properties={preview.properties}
          onRetry={onRetry}
        />
      </Box>
    </>
  )
}
