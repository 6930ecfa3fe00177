import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { SaveDiagnostics } from '../support/save-diagnostics.tsx'
import { DamageFacts } from './damage-facts.tsx'
import { LaterChangesPage } from './later-changes-page.tsx'
import { RestorePage } from './restore-page.tsx'
import { RetryButton } from './retry-button.tsx'
import { StartFrame } from './start-frame.tsx'

const headings = {
  damaged: 'damagedHeading',
  newer: 'newerHeading',
  unreadable: 'unreadableHeading',
} as const

/** Says why the directory cannot be opened, or not as a whole; that nothing was touched; and what to do. */
export function TroublePage({
  status,
  onRead,
  mayBringBack = false,
}: {
  readonly status: Output<'directoryStatus'>
  /** What can be read is open already; undefined when that is nothing. */
  readonly onRead?: () => void
  /** Whether who is signed in may go on from what is whole. */
  readonly mayBringBack?: boolean
}) {
  const { t } = useTranslation('start')
  const [restoring, setRestoring] = useState(false)
  const [bringing, setBringing] = useState(false)
  if (restoring) return <RestorePage status={status} onBack={() => setRestoring(false)} />
  if (bringing)
    return <LaterChangesPage dataFolder={status.dataFolder} onBack={() => setBringing(false)} />
  const { readOnly, reason, trouble = 'damaged', damage, mayRestore } = status
  const restores = mayRestore && trouble !== 'newer'
  // A disk that is not connected is not yet a reason to go back in time.
  const retries = trouble !== 'damaged'
  return (
    <StartFrame
      title={t(onRead ? 'partlyDamagedHeading' : headings[trouble])}
      dataFolder={status.dataFolder}
      wide
      opensFolder
    >
      <Alert severity="error" sx={{ my: 2 }}>
        {reason ?? readOnly?.message}
      </Alert>
      {damage ? <DamageFacts damage={damage} /> : null}
      {trouble === 'damaged' && !mayRestore ? (
        <Typography sx={{ mt: 2 }}>{t('noBackup')}</Typography>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        {retries ? <RetryButton variant="contained" /> : null}
        {mayBringBack ? (
          <Button variant="contained" onClick={() => setBringing(true)}>
            {t('bringBack')}
          </Button>
        ) : null}
        {restores ? (
          <Button
            variant={retries || mayBringBack ? 'outlined' : 'contained'}
            onClick={() => setRestoring(true)}
          >
            {t('openBackup')}
          </Button>
        ) : null}
        {onRead ? (
          <Button variant="outlined" onClick={onRead}>
            {t('openReadable')}
          </Button>
        ) : null}
        {retries ? null : <RetryButton variant="outlined" />}
        {trouble === 'damaged' ? (
          <Button variant="outlined" component="a" href="/copy" download>
            {t('saveCopy')}
          </Button>
        ) : null}
        <SaveDiagnostics variant="outlined" />
      </Box>
    </StartFrame>
  )
}
