import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useStatus } from '../api/queries.ts'
import { RecoveryKeySteps } from '../recovery/recovery-key-steps.tsx'
import { CreateDirectoryForm } from './create-directory-form.tsx'
import { StartFrame } from './start-frame.tsx'

/** Makes a directory, and stays until its recovery key is written down. */
export function CreateDirectoryPage({
  status,
  onEnd,
}: {
  /** As it was before. */
  readonly status: Output<'directoryStatus'>
  readonly onEnd: () => void
}) {
  const { t } = useTranslation(['start', 'recovery'])
  const [made, setMade] = useState<{ readonly name: string; readonly key: string } | null>(null)
  const { dataFolder } = status
  const locked = useStatus().data?.state === 'locked'
  useEffect(() => {
    // Nobody sits here any more, and the key is for nobody else to see. A new one can be made.
    if (locked && made) onEnd()
  }, [locked, made, onEnd])
  if (made)
    return (
      <StartFrame title={t('recovery:heading')} dataFolder={dataFolder}>
        <Typography color="textSecondary" sx={{ mb: 2 }} dir="auto">
          {t('created', { name: made.name })}
        </Typography>
        <RecoveryKeySteps recoveryKey={made.key} organisation={made.name} onConfirmed={onEnd} />
      </StartFrame>
    )
  return (
    <StartFrame title={t('createHeading')} dataFolder={dataFolder}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('createHint')}
      </Typography>
      <CreateDirectoryForm onBack={onEnd} onCreated={setMade} />
    </StartFrame>
  )
}
