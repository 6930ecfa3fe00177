import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../api/queries.ts'

/** Where the data is and when it was last saved. */
export function StatusBar() {
  const { t, i18n } = useTranslation()
  const { data: directory } = useDirectory()
  const when = directory
    ? new Date(directory.lastSavedAt).toLocaleString(i18n.language, {
        dateStyle: 'medium',
        timeStyle: 'short',
      })
    : ''
  return (
    <Box
      component="footer"
      aria-label={t('status')}
      sx={{
        display: 'flex',
        gap: 2,
        px: 3,
        height: 26,
        alignItems: 'center',
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        color: 'text.secondary',
      }}
    >
      {directory ? (
        <>
          <Typography variant="caption" noWrap>
            {t('dataFolder', { path: directory.dataFolder })}
          </Typography>
          <Typography variant="caption" noWrap sx={{ ml: 'auto' }}>
            {t('lastSaved', { when })}
          </Typography>
        </>
      ) : null}
    </Box>
  )
}
