import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { PasswordField } from '../ui/password-field.tsx'

/** Asks for the signed-in person's password before something that cannot be taken back. */
export function OwnPasswordForm({
  command,
  pending,
  error,
  onSubmit,
  onCancel,
}: {
  /** What will be done, for the button. */
  readonly command: string
  readonly pending: boolean
  readonly error: unknown
  readonly onSubmit: (password: string) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('keys')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(password)
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1, maxWidth: 360 }}>
      <PasswordField
        label={t('ownPassword')}
        required
        autoFocus
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <FailureAlert error={error} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" loading={pending}>
          {command}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </Box>
    </Box>
  )
}
