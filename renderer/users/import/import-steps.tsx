import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { useApi } from '../../api/api-context.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { FileChoice } from './file-choice.tsx'
import { ImportPreview } from './import-preview.tsx'

/** What fails is said where it happened, and another file can be chosen at any time. */
export function ImportSteps({
  onClose,
  onDone,
}: {
  readonly onClose: () => void
  readonly onDone: (imported: Output<'applyImport'>) => void
}) {
  const { t } = useTranslation('importer')
  const api = useApi()
  const preview = useMutation({
    mutationFn: async (file: File) =>
      api.previewImport({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
  })
  const apply = useMutation({
    mutationFn: (importId: string) => api.applyImport({ importId }),
    onSuccess: onDone,
  })
  const choose = (file: File) => {
    apply.reset()
    preview.mutate(file)
  }

  const busy = preview.isPending || apply.isPending
  const file = preview.variables
  const found = preview.data
  const valid = found ? found.new + found.changed : 0
  return (
    <>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        {found && file ? (
          <ImportPreview name={file.name} found={found} />
        ) : (
          <Typography variant="body2" color="textSecondary">
            {t('introduction')}
          </Typography>
        )}
        {busy ? (
          <Box role="status">
            <Typography variant="body2" gutterBottom dir="auto">
              {apply.isPending ? t('importing') : t('reading', { name: file?.name ?? '' })}
            </Typography>
            <LinearProgress aria-hidden />
          </Box>
        ) : null}
        <FailureAlert error={apply.error ?? preview.error} />
        <FileChoice again={preview.isSuccess || preview.isError} disabled={busy} onFile={choose} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} disabled={apply.isPending}>
          {t('cancel')}
        </Button>
        {found && valid > 0 ? (
          <Button
            variant="contained"
            disabled={busy || apply.isError}
            onClick={() => apply.mutate(found.importId)}
          >
            {t('apply', { count: valid })}
          </Button>
        ) : null}
      </DialogActions>
    </>
  )
}
