import { useTranslation } from 'react-i18next'
import { places } from '../navigation/places.ts'
import { BackLink } from '../ui/back-link.tsx'

export function BackToUsers() {
  const { t } = useTranslation('profile')
  return <BackLink to={places.users} label={t('backToUsers')} name={t('backToUsersName')} />
}
