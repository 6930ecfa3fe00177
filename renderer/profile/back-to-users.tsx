import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'

/** The way back to the list. Its name differs from the navigation's, which leads there too. */
export function BackToUsers() {
  const { t } = useTranslation('profile')
  return (
    <GoLink
      to={places.users}
      variant="body2"
      aria-label={t('backToUsersName')}
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, ml: -0.5 }}
    >
      <ChevronLeft size={14} aria-hidden />
      {t('backToUsers')}
    </GoLink>
  )
}
