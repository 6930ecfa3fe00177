import Button from '@mui/material/Button'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ClosingGuard, GuardedActions } from './closing-guard.tsx'
import { ShownPassword } from './shown-password.tsx'

/** The file with the passwords was saved; its own password, if it was made for it, is shown this once. */
export function FileGiven({
  filePassword,
  onSave,
  guard,
  onTaken,
}: {
  readonly filePassword: string | null
  readonly onSave: () => void
  readonly guard: ClosingGuard
  readonly onTaken: () => void
}) {
  const { t } = useTranslation('passwords')
  return (
    <>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText>
          {t('manyGivenHint')} {filePassword === null ? null : t('filePasswordOnce')}
        </DialogContentText>
        {filePassword === null ? null : (
          <ShownPassword label={t('filePassword')} password={filePassword} onCopied={onTaken} />
        )}
      </DialogContent>
      <GuardedActions guard={guard} warning={t('closeWarningFile')}>
        <Button startIcon={<Download size={16} aria-hidden />} onClick={onSave} sx={{ mr: 'auto' }}>
          {t('saveAgain')}
        </Button>
      </GuardedActions>
    </>
  )
}
