import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { AdministratorField } from './administrator-field.tsx'
import { RecoveryPage } from './recovery-page.tsx'
import { StartFrame } from './start-frame.tsx'
import { useSignInWait } from './use-sign-in-wait.ts'
import { WaitNotice } from './wait-notice.tsx'

/** Opens the directory with an administrator's account, or leads to the recovery key. */
export function SignInPage({ status }: { readonly status: Output<'directoryStatus'> }) {
  const { t } = useTranslation(['start', 'recovery'])
  const [recovering, setRecovering] = useState(false)
  if (recovering) return <RecoveryPage status={status} onBack={() => setRecovering(false)} />
  return (
    <StartFrame title={t('signInTo', { name: status.name ?? '' })} dataFolder={status.dataFolder}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t(status.lastSignedIn ? 'lockedHint' : 'signInHint')}
      </Typography>
      {status.readOnly ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {status.readOnly.message}
        </Alert>
      ) : null}
      <SignInForm
        administrators={status.administrators ?? []}
        last={status.lastSignedIn}
        stay={status.staySignedIn}
      />
      <Box sx={{ mt: 1.5 }}>
        <Button onClick={() => setRecovering(true)}>{t('recovery:use')}</Button>
      </Box>
    </StartFrame>
  )
}

function SignInForm({
  administrators,
  last,
  stay,
}: {
  readonly administrators: NonNullable<Output<'directoryStatus'>['administrators']>
  /** Who was signed in before. */
  readonly last: string | undefined
  readonly stay: Output<'directoryStatus'>['staySignedIn']
}) {
  const { t } = useTranslation('start')
  const api = useApi()
  const [only, ...others] = administrators
  const [userPrincipalName, setUserPrincipalName] = useState(
    last ?? (only && others.length === 0 ? only.userPrincipalName : ''),
  )
  const [password, setPassword] = useState('')
  const [keep, setKeep] = useState(stay === 'on')
  const passwordInput = useRef<HTMLInputElement>(null)
  const wait = useSignInWait()
  const signingIn = useMutation({
    mutationFn: () =>
      api.signIn({
        userPrincipalName,
        password,
        ...(stay === 'unavailable' ? {} : { keep }),
      }),
    onError: () => {
      setPassword('')
      passwordInput.current?.focus()
      void wait.ask()
    },
  })
  const waiting = wait.seconds > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!waiting) signingIn.mutate()
  }
  // The countdown tells that better.
  const told = failureIn(signingIn.error)?.code === 'too-many-tries' ? null : signingIn.error
  return (
    <Box
      component="form"
      onSubmit={submit}
      sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
    >
      <AdministratorField
        administrators={administrators}
        value={userPrincipalName}
        onChange={setUserPrincipalName}
      />
      <PasswordField
        label={t('password')}
        inputRef={passwordInput}
        required
        autoFocus={userPrincipalName !== ''}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {stay === 'unavailable' ? null : (
        <FormControlLabel
          label={t('staySignedIn')}
          control={<Checkbox checked={keep} onChange={(_event, checked) => setKeep(checked)} />}
        />
      )}
      <FailureAlert error={told} />
      <WaitNotice seconds={wait.seconds} />
      <Button
        type="submit"
        variant="contained"
        size="medium"
        loading={signingIn.isPending}
        disabled={waiting}
      >
        {t('signIn')}
      </Button>
    </Box>
  )
}
