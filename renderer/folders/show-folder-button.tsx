import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FolderName } from '../../shared/storage/folders.ts'
import { useApi } from '../api/api-context.tsx'
import { useStatus } from '../api/queries.ts'
import { useFailureToast } from '../ui/use-failure-toast.ts'

const labels = {
  data: 'openFolder',
  backups: 'openFolder',
  'second-backups': 'openSecondFolder',
  reports: 'showReport',
} as const

/** Opens a folder in the system's file manager; not there where the host has none. */
export function ShowFolderButton({ folder }: { readonly folder: FolderName }) {
  const { t } = useTranslation('shell')
  const api = useApi()
  const { data: status } = useStatus()
  const showing = useMutation({
    mutationFn: () => api.showFolder({ folder }),
    onError: useFailureToast(),
  })
  if (!status?.showsFolders) return null
  return (
    <Button
      loading={showing.isPending}
      onClick={() => showing.mutate()}
      sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}
    >
      {t(labels[folder])}
    </Button>
  )
}
