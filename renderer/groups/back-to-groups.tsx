import { useTranslation } from 'react-i18next'
import { places } from '../navigation/places.ts'
import { BackLink } from '../ui/back-link.tsx'

export function BackToGroups() {
  const { t } = useTranslation('groups')
  return <BackLink to={places.groups} label={t('backToGroups')} name={t('backToGroupsName')} />
}
