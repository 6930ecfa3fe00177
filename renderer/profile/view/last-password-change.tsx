import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { useValueWords } from '../../properties/use-value-words.ts'
import { NoValue } from './property-value.tsx'

/** When a password was last set through Roster, and whether it is one that was given. */
export function LastPasswordChange({ user }: { readonly user: Profile }) {
  const { t } = useTranslation('profile')
  const words = useValueWords()
  const { lastPasswordChangeDateTime: when, forceChangePasswordNextSignIn } = user
  if (when === null) return <NoValue />
  if (!forceChangePasswordNextSignIn) return words.moment(when)
  return (
    <>
      {t('temporaryPassword', { when: words.moment(when) })}
      <Typography variant="caption" color="textSecondary" component="div">
        {t('temporaryPasswordHint')}
      </Typography>
    </>
  )
}
