import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { NewPasswordFields, useNewPassword } from '../passwords/new-password-fields.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { StartForm } from './start-form.tsx'
import { StartFrame } from './start-frame.tsx'

/** For whoever was given a password: nothing else is open before they have chosen their own. */
export function ChangePasswordPage({
  me,
  dataFolder,
}: {
  readonly me: Output<'whoAmI'>
  readonly dataFolder: string
}) {
  const { t } = useTranslation('start')
  const api = useApi()
  const [current, setCurrent] = useState('')
  const next = useNewPassword()
  const changing = useMutation({
    mutationFn: () => api.changePassword({ current, next: next.password }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (next.agree()) changing.mutate()
  }
  return (
    <StartFrame title={t('chooseHeading')} dataFolder={dataFolder}>
      <Typography color="textSecondary" sx={{ mb: 2 }} dir="auto">
        {t('chooseHint', { name: me.displayName })}
      </Typography>
      <StartForm
        onSubmit={submit}
        actions={
          <>
            <Button onClick={() => void api.signOut({})}>{t('signOut')}</Button>
            <Button type="submit" variant="contained" loading={changing.isPending}>
              {t('choose')}
            </Button>
          </>
        }
      >
        <PasswordField
          label={t('givenPassword')}
          required
          autoFocus
          autoComplete="current-password"
          value={current}
          onChange={({ target }) => setCurrent(target.value)}
        />
        <NewPasswordFields
          {...next.fields}
          label={t('newPassword')}
          owner={me}
          problem={failureIn(changing.error)?.fields?.next}
        />
        <FailureAlert error={changing.error} />
      </StartForm>
    </StartFrame>
  )
}
