import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { ChangePasswordFields, usePasswordChange } from '../passwords/change-password.tsx'
import { StartForm } from './start-form.tsx'
import { StartFrame } from './start-frame.tsx'

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
  const { isPending, change, fields } = usePasswordChange()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change()
  }
  return (
    <StartFrame title={t('chooseHeading')} dataFolder={dataFolder}>
      <Typography color="textSecondary" sx={{ mb: 2 }} dir="auto">
        {t('chooseHint', { name: me.displayName })}
      </Typography>
      <StartForm
        onSubmit={submit}
        actions={
          <>
            <Button onClick={() => void api.signOut({})}>{t('signOut')}</Button>
            <Button type="submit" variant="contained" loading={isPending}>
              {t('choose')}
            </Button>
          </>
        }
      >
        <ChangePasswordFields {...fields} label={t('givenPassword')} owner={me} />
      </StartForm>
    </StartFrame>
  )
}
