import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { monospace } from '../ui/monospace.ts'
import { StartForm } from './start-form.tsx'

/** Takes the recovery key as somebody types it from paper. */
export function RecoveryKeyForm({
  onFound,
  onBack,
}: {
  readonly onFound: (found: { recoveryKey: string } & Output<'checkRecoveryKey'>) => void
  readonly onBack: () => void
}) {
  const { t } = useTranslation('recovery')
  const api = useApi()
  const [recoveryKey, setRecoveryKey] = useState('')
  const checking = useMutation({
    mutationFn: () => api.checkRecoveryKey({ recoveryKey }),
    onSuccess: (found) => onFound({ recoveryKey, ...found }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    checking.mutate()
  }
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('useHint')}
      </Typography>
      <StartForm
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onBack}>{t('back')}</Button>
            <Button type="submit" variant="contained" loading={checking.isPending}>
              {t('goOn')}
            </Button>
          </>
        }
      >
        <TextField
          label={t('key')}
          required
          autoFocus
          multiline
          minRows={2}
          autoComplete="off"
          value={recoveryKey}
          onChange={({ target }) => setRecoveryKey(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') submit(event)
          }}
          helperText={t('keyHint')}
          slotProps={{
            htmlInput: {
              spellCheck: false,
              autoCapitalize: 'characters',
              dir: 'ltr',
              style: typed,
            },
          }}
        />
        <FailureAlert error={checking.error} />
      </StartForm>
    </>
  )
}

const typed = { fontFamily: monospace, textTransform: 'uppercase' } as const
