import Box from '@mui/material/Box'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Says of one setting that the organisation decided it. */
export function ManagedMark() {
  const { t } = useTranslation('settings')
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      <Lock size={12} aria-hidden />
      {t('managed')}
    </Box>
  )
}
