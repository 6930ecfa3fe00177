import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../shared/contract/profile.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { ResetPasswordDialog } from '../passwords/reset-password-dialog.tsx'
import { CommandButton } from '../ui/command-button.tsx'

/** Resets a user's password, or says who may when the signed-in person may not. */
export function ResetPasswordButton({ user }: { readonly user: Profile }) {
  const { t } = useTranslation('passwords')
  const [open, setOpen] = useState(false)
  return (
    <>
      <CommandButton
        label={t('reset')}
        icon={KeyRound}
        refusal={useWhyNot()('users.resetPassword', { user })}
        onClick={() => setOpen(true)}
      />
      {open ? <ResetPasswordDialog user={user} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
