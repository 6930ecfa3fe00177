import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'
import { Page } from '../ui/page.tsx'

export function MissingPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('pageMissing')}>
      <Box>
        <GoLink to={places.users}>{t('goToUsers')}</GoLink>
      </Box>
    </Page>
  )
}
