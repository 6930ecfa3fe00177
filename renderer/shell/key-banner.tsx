import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeyStatus } from '../api/queries.ts'
import { usePermission } from '../api/use-permission.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { useShutOut } from '../text/use-shut-out.ts'

/** Offers to change the data key once somebody who could open the directory no longer can. */
export function KeyBanner() {
  return usePermission('keys.manage') ? <Offer /> : null
}

function Offer() {
  const { t } = useTranslation('keys')
  const { data: status } = useKeyStatus()
  const [dismissed, setDismissed] = useState('')
  const sentence = useShutOut(status)
  if (!sentence || sentence === dismissed) return null
  return (
    <Box component="section" aria-label={t('notice')}>
      <Alert
        severity="info"
        role="status"
        sx={{ borderRadius: 0, unicodeBidi: 'isolate' }}
        action={
          <>
            <Button color="inherit" onClick={() => goTo(places.settings)}>
              {t('openSettings')}
            </Button>
            <Button color="inherit" onClick={() => setDismissed(sentence)}>
              {t('dismiss')}
            </Button>
          </>
        }
      >
        {sentence}
      </Alert>
    </Box>
  )
}
