import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { useBackups, useStatus } from '../api/queries.ts'
import { useToast } from '../ui/toast.tsx'
import { useFailureToast } from '../ui/use-failure-toast.ts'
import { ManagedMark } from './managed-mark.tsx'
import { useManaged } from './use-managed.ts'

/** Adds a second folder for backups, or takes the one there is away. */
export function SecondBackupFolder() {
  const { t } = useTranslation(['backups', 'failures'])
  const api = useApi()
  const toast = useToast()
  const { data } = useBackups()
  const [adding, setAdding] = useState(false)
  const removing = useMutation({
    mutationFn: () => api.setBackupFolder({ path: null }),
    onSuccess: () => toast({ message: t('secondRemoved') }),
    onError: useFailureToast(),
  })
  if (useManaged('SecondBackupFolder')) return <ManagedMark />
  if (data?.secondFolder)
    return (
      <Button
        color="inherit"
        loading={removing.isPending}
        onClick={() => removing.mutate()}
        aria-label={t('removeSecondLabel')}
      >
        {t('removeSecond')}
      </Button>
    )
  if (adding) return <FolderForm onClose={() => setAdding(false)} />
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
      <Typography variant="caption" color="textSecondary">
        {t('secondHint')}
      </Typography>
      <Button onClick={() => setAdding(true)} sx={{ flexShrink: 0 }}>
        {t('addSecond')}
      </Button>
    </Box>
  )
}

function FolderForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['backups', 'failures'])
  const api = useApi()
  const toast = useToast()
  const { data: status } = useStatus()
  const [path, setPath] = useState('')
  const adding = useMutation({
    mutationFn: () => api.setBackupFolder({ path }),
    onSuccess: () => {
      toast({ message: t('secondAdded') })
      onClose()
    },
  })
  const choosing = useMutation({
    mutationFn: () => api.chooseBackupFolder({}),
    onSuccess: (chosen) => setPath(chosen.path ?? path),
  })
  const error = adding.error ?? choosing.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    adding.mutate()
  }
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 1, mt: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <TextField
          label={t('secondPath')}
          value={path}
          onChange={({ target }) => setPath(target.value)}
          autoFocus
          error={error !== null}
          helperText={
            error ? (failureIn(error)?.message ?? t('failures:unexpected')) : t('secondPathHint')
          }
          slotProps={{
            htmlInput: { spellCheck: false, autoCapitalize: 'none', dir: 'ltr', maxLength: 4000 },
            formHelperText: { role: error ? 'alert' : undefined },
          }}
        />
        {status?.choosesFolders ? (
          <Button
            variant="outlined"
            loading={choosing.isPending}
            onClick={() => choosing.mutate()}
            sx={{ flexShrink: 0, height: 40 }}
          >
            {t('choose')}
          </Button>
        ) : null}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button onClick={onClose} disabled={adding.isPending}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          variant="contained"
          disabled={path.trim() === ''}
          loading={adding.isPending}
        >
          {t('add')}
        </Button>
      </Box>
    </Box>
  )
}
