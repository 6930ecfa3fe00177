import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../shared/contract/profile.ts'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { rolesQuery } from '../api/queries.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { NamedHeading } from '../ui/named-heading.tsx'
import { useClosingGuard } from './closing-guard.tsx'
import { GivenPassword } from './given-password.tsx'
import { type Choice, generatedChoice, isSettled, PasswordChoice } from './password-choice.tsx'
import { SecretDialog } from './secret-dialog.tsx'

/** Gives somebody a temporary password: says what that does, then shows it once. */
export function ResetPasswordDialog({
  user,
  onClose,
}: {
  readonly user: Profile
  readonly onClose: () => void
}) {
  const { t } = useTranslation('passwords')
  const api = useApi()
  const queries = useQueryClient()
  // What was reset is told as it was then: the profile behind the dialog goes on.
  const [{ id, revision, displayName, userPrincipalName, roles }] = useState(user)
  const [choice, setChoice] = useState<Choice>(generatedChoice)
  const [differ, setDiffer] = useState(false)
  const [taken, setTaken] = useState(false)
  const guard = useClosingGuard(taken, onClose)
  const resetting = useMutation({
    mutationFn: async () => {
      const chosen = choice.generated ? {} : { password: choice.password }
      const { password } = await api.resetPassword({ id, revision, ...chosen })
      return { password, at: new Date().toISOString() }
    },
    // Whoever holds a role can sign in from now on, which the directory's last change did not tell yet.
    onSuccess: () => void queries.invalidateQueries(rolesQuery(api)),
  })
  const given = resetting.data
  const refused = failureIn(resetting.error)?.fields?.password
  const signsIn = roles.length > 0

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setDiffer(!isSettled(choice))
    if (isSettled(choice)) resetting.mutate()
  }
  return (
    <SecretDialog
      title={
        <NamedHeading
          name={displayName}
          sentence={(name) => t(given ? 'given' : 'resetOf', { name })}
        />
      }
      shown={given !== undefined}
      guard={guard}
      onClose={onClose}
    >
      {given ? (
        <GivenPassword
          user={{ displayName, userPrincipalName }}
          hint={t(signsIn ? 'givenSignsIn' : 'givenRecorded')}
          {...given}
          guard={guard}
          onTaken={() => setTaken(true)}
        />
      ) : (
        <Box component="form" noValidate onSubmit={submit}>
          <DialogContent sx={{ display: 'grid', gap: 2, pt: 0 }}>
            <DialogContentText>{t(signsIn ? 'resetSignsIn' : 'resetRecorded')}</DialogContentText>
            <PasswordChoice
              label={t('how')}
              choice={choice}
              onChange={setChoice}
              policy={t('policy')}
              refused={refused}
              differ={differ}
            />
            {refused ? null : <FailureAlert error={resetting.error} />}
          </DialogContent>
          <DialogActions sx={{ px: 3, pb: 2 }}>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" variant="contained" loading={resetting.isPending}>
              {t('reset')}
            </Button>
          </DialogActions>
        </Box>
      )}
    </SecretDialog>
  )
}
