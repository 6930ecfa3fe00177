import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** The frame of the pages before the directory is open. */
export function StartFrame({
  title,
  dataFolder,
  children,
}: {
  readonly title: string
  readonly dataFolder: string
  readonly children: ReactNode
}) {
  const { t } = useTranslation('start')
  useEffect(() => {
    document.title = `${title} · Roster`
  }, [title])
  return (
    <Box sx={{ height: '100%', overflow: 'auto', display: 'grid', placeItems: 'center', p: 3 }}>
      <Box component="main" sx={{ width: '100%', maxWidth: 440 }}>
        <Typography variant="h1" sx={{ mb: 1 }} dir="auto">
          {title}
        </Typography>
        {children}
        <Typography
          variant="caption"
          color="textSecondary"
          component="p"
          sx={{ mt: 3, overflowWrap: 'anywhere' }}
        >
          {t('dataFolder', { path: dataFolder })}
        </Typography>
      </Box>
    </Box>
  )
}
