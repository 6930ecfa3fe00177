import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { StartFrame } from './start-frame.tsx'

const blank = { current: '', next: '', repeated: '' }

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
  const [values, setValues] = useState(blank)
  const [differ, setDiffer] = useState(false)
  const changing = useMutation({
    mutationFn: () => api.changePassword({ current: values.current, next: values.next }),
  })
  const fields = failureIn(changing.error)?.fields ?? {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const same = values.next === values.repeated
    setDiffer(!same)
    if (same) changing.mutate()
  }
  const field = (name: keyof typeof blank) => ({
    required: true,
    value: values[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setValues({ ...values, [name]: event.target.value }),
  })
  return (
    <StartFrame title={t('chooseHeading')} dataFolder={dataFolder}>
      <Typography color="textSecondary" sx={{ mb: 2 }} dir="auto">
        {t('chooseHint', { name: me.displayName })}
      </Typography>
      <Box
        component="form"
        noValidate
        onSubmit={submit}
        sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
      >
        <PasswordField
          label={t('givenPassword')}
          autoFocus
          autoComplete="current-password"
          {...field('current')}
        />
        <PasswordField
          label={t('newPassword')}
          autoComplete="new-password"
          {...field('next')}
          error={Boolean(fields.next)}
          helperText={fields.next ?? t('passwordHint')}
        />
        <PasswordField
          label={t('repeatPassword')}
          autoComplete="new-password"
          {...field('repeated')}
          error={differ}
          helperText={differ ? t('passwordsDiffer') : ''}
        />
        <FailureAlert error={changing.error} />
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
          <Button onClick={() => void api.signOut({})}>{t('signOut')}</Button>
          <Button type="submit" variant="contained" loading={changing.isPending}>
            {t('choose')}
          </Button>
        </Box>
      </Box>
    </StartFrame>
  )
}
