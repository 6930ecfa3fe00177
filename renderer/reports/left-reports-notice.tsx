import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhyNot } from '../api/use-authority.ts'
import { ReassignDialog } from './reassign-dialog.tsx'
import { useLeftReports } from './use-left-reports.ts'

/** Tells that people report to managers who have gone, and offers to give them to another. */
export function LeftReportsNotice({
  managerIds,
  sentenceOf,
  onClose,
}: {
  readonly managerIds: readonly string[]
  /** How many they are, and whose. */
  readonly sentenceOf: (count: number) => string
  readonly onClose?: () => void
}) {
  const { t } = useTranslation(['reports', 'shell'])
  const [open, setOpen] = useState(false)
  const left = useLeftReports(managerIds)
  const refusal = useWhyNot()('users.update', { properties: ['managerId'] })
  if (!left) return null
  const sentence = sentenceOf(left.count)
  return (
    <>
      <Alert
        severity="warning"
        sx={{ '& .MuiAlert-action': { alignItems: 'center', pt: 0 } }}
        action={
          <>
            {refusal === undefined ? (
              <Button color="inherit" onClick={() => setOpen(true)}>
                {t('reassign')}
              </Button>
            ) : null}
            {onClose ? (
              <IconButton color="inherit" aria-label={t('shell:close')} onClick={onClose}>
                <X size={16} aria-hidden />
              </IconButton>
            ) : null}
          </>
        }
      >
        {sentence}
      </Alert>
      {open ? (
        <ReassignDialog left={left} sentence={sentence} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
