import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useKeyStatus } from '../api/queries.ts'
import { usePermission } from '../api/use-permission.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { useShutOut } from '../text/use-shut-out.ts'

/** Offers to change the data key once somebody who could open the directory no longer can; Settings say so too. */
export function KeyBanner() {
  const [location] = useLocation()
  const may = usePermission('keys.manage')
  const [dismissed, setDismissed] = useState('')
  if (!may || location === places.settings) return null
  return <Offer dismissed={dismissed} onDismiss={setDismissed} />
}

function Offer({
  dismissed,
  onDismiss,
}: {
  /** The sentence that the person has had enough of. */
  readonly dismissed: string
  readonly onDismiss: (sentence: string) => void
}) {
  const { t } = useTranslation('keys')
  const { data: status } = useKeyStatus()
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
              {t('changeDataKey')}
            </Button>
            <Button color="inherit" onClick={() => onDismiss(sentence)}>
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
