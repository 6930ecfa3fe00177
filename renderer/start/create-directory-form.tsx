import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { NewPasswordFields, useNewPassword } from '../passwords/new-password-fields.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { StartForm } from './start-form.tsx'

const blank = { name: '', domain: '', displayName: '', userPrincipalName: '' }

/** Makes the directory and its first Global Administrator, who is then signed in. */
export function CreateDirectoryForm({
  onBack,
  onCreated,
}: {
  readonly onBack: () => void
  readonly onCreated: (made: { readonly name: string; readonly key: string }) => void
}) {
  const { t } = useTranslation('start')
  const api = useApi()
  const [values, setValues] = useState(blank)
  const next = useNewPassword()
  const creating = useMutation({
    mutationFn: () => {
      const { name, domain, ...names } = values
      const administrator = { ...names, password: next.password }
      return api.createDirectory({ name, domain, administrator })
    },
    onSuccess: ({ recoveryKey }) => onCreated({ name: values.name.trim(), key: recoveryKey }),
  })
  const fields = failureIn(creating.error)?.fields ?? {}

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (next.agree()) creating.mutate()
  }

  const field = (name: keyof typeof blank, path: string, hint = '') => ({
    required: true,
    value: values[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setValues({ ...values, [name]: event.target.value }),
    error: Boolean(fields[path]),
    helperText: fields[path] ?? hint,
  })

  return (
    <StartForm
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onBack}>{t('back')}</Button>
          <Button type="submit" variant="contained" loading={creating.isPending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <TextField label={t('organisation')} autoFocus {...field('name', 'name')} />
      <TextField label={t('domain')} {...field('domain', 'domain', t('domainHint'))} />
      <TextField
        label={t('yourName')}
        autoComplete="name"
        {...field('displayName', 'administrator.displayName')}
      />
      <TextField
        label={t('userName')}
        autoComplete="username"
        {...field('userPrincipalName', 'administrator.userPrincipalName', t('userNameHint'))}
      />
      <NewPasswordFields
        {...next.fields}
        label={t('password')}
        owner={values}
        problem={fields['administrator.password']}
      />
      <FailureAlert error={creating.error} />
    </StartForm>
  )
}
