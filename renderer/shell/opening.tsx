import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** How long nothing is shown, in milliseconds: what is sooner over needs no word. */
const patience = 150

/** Says that the directory is being read, unless that is over at once. */
export function Opening() {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Box role="status" sx={{ height: '100%', display: 'grid', placeItems: 'center' }}>
      <Typography color="textSecondary">{shown ? t('opening') : ''}</Typography>
    </Box>
  )
}
