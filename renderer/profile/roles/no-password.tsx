import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { useWhyNot } from '../../api/use-authority.ts'
import { ResetPasswordDialog } from '../../passwords/reset-password-dialog.tsx'

/** Tells that somebody holds a role and cannot sign in yet, with what is to be done about it. */
export function NoPassword({
  user,
  missing,
}: {
  readonly user: Profile
  readonly missing: boolean
}) {
  const { t } = useTranslation('roles')
  const [open, setOpen] = useState(false)
  const refusal = useWhyNot()('users.resetPassword', { user })
  return (
    <>
      {missing ? (
        <Alert
          severity="warning"
          sx={{ '& .MuiAlert-action': { alignItems: 'center', pt: 0 } }}
          action={
            refusal === undefined ? (
              <Button color="inherit" onClick={() => setOpen(true)}>
                {t('setPassword')}
              </Button>
            ) : null
          }
        >
          {t('noPasswordText', { name: user.displayName })}
        </Alert>
      ) : null}
      {open ? <ResetPasswordDialog user={user} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
