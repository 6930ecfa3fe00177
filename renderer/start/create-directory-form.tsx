import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { PasswordField } from '../ui/password-field.tsx'

const blank = {
  name: '',
  domain: '',
  displayName: '',
  userPrincipalName: '',
  password: '',
  repeated: '',
}

/** Makes the directory and its first Global Administrator, who is then signed in. */
export function CreateDirectoryForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('start')
  const api = useApi()
  const [values, setValues] = useState(blank)
  const [differ, setDiffer] = useState(false)
  const creating = useMutation({
    mutationFn: () => {
      const { name, domain, repeated: _, ...administrator } = values
      return api.createDirectory({ name, domain, administrator })
    },
  })
  const fields = failureIn(creating.error)?.fields ?? {}

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const same = values.password === values.repeated
    setDiffer(!same)
    if (same) creating.mutate()
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
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ display: 'flex', flexDirection: 'column', gap: 2, mt: 2 }}
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
      <PasswordField
        label={t('password')}
        autoComplete="new-password"
        {...field('password', 'administrator.password', t('passwordHint'))}
      />
      <PasswordField
        label={t('repeatPassword')}
        autoComplete="new-password"
        {...field('repeated', '')}
        error={differ}
        helperText={differ ? t('passwordsDiffer') : ''}
      />
      <FailureAlert error={creating.error} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button onClick={onBack}>{t('back')}</Button>
        <Button type="submit" variant="contained" loading={creating.isPending}>
          {t('create')}
        </Button>
      </Box>
    </Box>
  )
}
