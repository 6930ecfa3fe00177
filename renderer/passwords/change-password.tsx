import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasswordOwner } from '../../shared/fields/rules/password.ts'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { NewPasswordFields, useNewPassword } from './new-password-fields.tsx'

/** The change of the signed-in person's own password. */
export function usePasswordChange(onChanged?: () => void) {
  const api = useApi()
  const [current, setCurrent] = useState('')
  const next = useNewPassword()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.changePassword({ current, next: next.password }),
    onSuccess: () => onChanged?.(),
  })
  return {
    isPending,
    change: () => {
      if (next.agree()) mutate()
    },
    fields: { current, onCurrent: setCurrent, next: next.fields, error },
  }
}

/** The password that holds, and the one to come. */
export function ChangePasswordFields({
  label,
  owner,
  current,
  onCurrent,
  next,
  error,
}: ReturnType<typeof usePasswordChange>['fields'] & {
  /** What the password that holds is called. */
  readonly label: string
  readonly owner: PasswordOwner
}) {
  const { t } = useTranslation('start')
  return (
    <>
      <PasswordField
        label={label}
        required
        autoFocus
        autoComplete="current-password"
        value={current}
        onChange={({ target }) => onCurrent(target.value)}
      />
      <NewPasswordFields
        {...next}
        label={t('newPassword')}
        owner={owner}
        problem={failureIn(error)?.fields?.next}
      />
      <FailureAlert error={error} />
    </>
  )
}
