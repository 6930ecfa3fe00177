import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../api/queries.ts'
import { useFormats } from '../text/formats.ts'
import { UndoCommands } from './undo-commands.tsx'

/** Where the data is, and when it was last saved and backed up. */
export function StatusBar() {
  const { t } = useTranslation()
  const { moment } = useFormats()
  const { data: directory } = useDirectory()
  return (
    <Box
      component="footer"
      aria-label={t('status')}
      sx={{
        display: 'flex',
        gap: 2,
        pl: 2,
        pr: 3,
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
          <UndoCommands />
          <Typography variant="caption" noWrap>
            {t('dataFolder', { path: directory.dataFolder })}
          </Typography>
          <Typography variant="caption" noWrap sx={{ ml: 'auto' }}>
            {t('lastSaved', { when: moment(directory.lastSavedAt) })}
          </Typography>
          <Typography variant="caption" noWrap>
            {directory.lastBackupAt
              ? t('lastBackup', { when: moment(directory.lastBackupAt) })
              : t('noBackup')}
          </Typography>
        </>
      ) : null}
    </Box>
  )
}
