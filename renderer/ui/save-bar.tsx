import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

/** How much is unsaved, and the two ways on. Stands below what scrolls, so that it covers no field. */
export function SaveBar({
  count,
  savable,
  saving,
  onSave,
  onSaveAndAdd,
  onDiscard,
}: {
  readonly count: number
  readonly savable: boolean
  readonly saving: boolean
  readonly onSave: () => void
  /** For a new user: saves, and begins the next one. */
  readonly onSaveAndAdd?: (() => void) | undefined
  readonly onDiscard: () => void
}) {
  const { t } = useTranslation()
  return (
    <Box
      component="section"
      aria-label={t('saveBar')}
      sx={{
        position: 'relative',
        // Above the lists of fields, which may reach down to here.
        zIndex: 3,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 3,
        minHeight: 52,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Typography
        role="status"
        sx={{ flex: 1 }}
        color={count > 0 ? 'textPrimary' : 'textSecondary'}
      >
        {t('unsaved', { count })}
      </Typography>
      <Button color="inherit" onClick={onDiscard} disabled={saving}>
        {t('discard')}
      </Button>
      {onSaveAndAdd ? (
        <Button variant="outlined" onClick={onSaveAndAdd} disabled={!savable || saving}>
          {t('saveAndAdd')}
        </Button>
      ) : null}
      <Button variant="contained" onClick={onSave} disabled={!savable} loading={saving}>
        {t('save')}
      </Button>
    </Box>
  )
}
