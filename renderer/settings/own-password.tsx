import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useWhoAmI } from '../api/queries.ts'
import { ChangePasswordFields, usePasswordChange } from '../passwords/change-password.tsx'
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
  const { t } = useTranslation('settings')
  const toast = useToast()
  const { isPending, change, fields } = usePasswordChange(() => {
    toast({ message: t('passwordChanged') })
    onEnd()
  })
  return (
    <SettingForm
      label={t('changePassword')}
      submit={t('changePassword')}
      pending={isPending}
      onSubmit={change}
      onCancel={onEnd}
    >
      <ChangePasswordFields {...fields} label={t('currentPassword')} owner={me} />
    </SettingForm>
  )
}
