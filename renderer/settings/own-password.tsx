import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { useWhoAmI } from '../api/queries.ts'
import { NewPasswordFields, useNewPassword } from '../passwords/new-password-fields.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { Setting } from './setting.tsx'
import { SettingForm } from './setting-form.tsx'

/** The password of whoever is signed in. */
export function OwnPassword() {
  const { t } = useTranslation('settings')
  const { data: me } = useWhoAmI()
  const [open, setOpen] = useState(false)
  if (!me) return null
  return (
    <Setting title={t('yourPassword')} hint={t('yourPasswordHint', { name: me.userPrincipalName })}>
      {open ? (
        <ChangePassword me={me} onEnd={() => setOpen(false)} />
      ) : (
        <Button variant="outlined" onClick={() => setOpen(true)}>
          {t('changePassword')}
        </Button>
      )}
    </Setting>
  )
}

function ChangePassword({
  me,
  onEnd,
}: {
  readonly me: Output<'whoAmI'>
  readonly onEnd: () => void
}) {
  const { t } = useTranslation(['settings', 'start'])
  const api = useApi()
  const toast = useToast()
  const [current, setCurrent] = useState('')
  const next = useNewPassword()
  const changing = useMutation({
    mutationFn: () => api.changePassword({ current, next: next.password }),
    onSuccess: () => {
      toast({ message: t('passwordChanged') })
      onEnd()
    },
  })
  return (
    <SettingForm
      label={t('changePassword')}
      submit={t('changePassword')}
      pending={changing.isPending}
      onSubmit={() => {
        if (next.agree()) changing.mutate()
      }}
      onCancel={onEnd}
    >
      <PasswordField
        label={t('currentPassword')}
        required
        autoFocus
        autoComplete="current-password"
        value={current}
        onChange={({ target }) => setCurrent(target.value)}
      />
      <NewPasswordFields
        {...next.fields}
        label={t('start:newPassword')}
        owner={me}
        problem={failureIn(changing.error)?.fields?.next}
      />
      <FailureAlert error={changing.error} />
    </SettingForm>
  )
}
