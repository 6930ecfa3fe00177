import Chip from '@mui/material/Chip'
import { useTranslation } from 'react-i18next'
import type { RoleMember } from '../../shared/contract/role-requests.ts'

/** Whether nothing but a missing password keeps somebody from signing in. */
export const lacksPassword = ({ deleted, accountEnabled, hasPassword }: RoleMember) =>
  !deleted && accountEnabled && !hasPassword

/** What keeps somebody who holds a role from signing in; nothing when nothing does. */
export function SignInStanding({ member }: { readonly member: RoleMember }) {
  const { t } = useTranslation('roles')
  if (member.deleted) return <Chip variant="outlined" color="error" label={t('deleted')} />
  if (!member.accountEnabled) return <Chip variant="outlined" color="error" label={t('blocked')} />
  if (lacksPassword(member))
    return <Chip variant="outlined" color="warning" label={t('noPassword')} />
  return null
}
