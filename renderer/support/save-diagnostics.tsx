import Button, { type ButtonProps } from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useToast } from '../ui/toast.tsx'
import { useFailureToast } from '../ui/use-failure-toast.ts'

/** Saves what helps to find out why something went wrong, for whoever is asked for help. */
export function SaveDiagnostics(look: Pick<ButtonProps, 'variant'>) {
  const { t } = useTranslation('about')
  const api = useApi()
  const toast = useToast()
  const saving = useMutation({
    mutationFn: () => api.collectDiagnostics({}),
    onSuccess: ({ name, bytes, type }) => {
      saveFile(name, bytes, type)
      toast({ message: t('diagnosticsSaved') })
    },
    onError: useFailureToast(),
  })
  return (
    <Button {...look} loading={saving.isPending} onClick={() => saving.mutate()}>
      {t('saveDiagnostics')}
    </Button>
  )
}
