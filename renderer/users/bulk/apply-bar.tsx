import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

/** What applying comes to, and the two ways on. */
export function ApplyBar({
  counts,
  applicable,
  applying,
  onApply,
  onCancel,
}: {
  /** Null before there is a preview. */
  readonly counts: { readonly changed: number; readonly total: number } | null
  readonly applicable: boolean
  readonly applying: boolean
  readonly onApply: () => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('bulk')
  return (
    <Box
      component="section"
      aria-label={t('bar')}
      sx={{
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
      <Typography role="status" sx={{ flex: 1 }} color={counts ? 'textPrimary' : 'textSecondary'}>
        {counts ? t('summary', { n: counts.changed, total: counts.total }) : t('notYet')}
      </Typography>
      <Button color="inherit" onClick={onCancel} disabled={applying}>
        {t('cancel')}
      </Button>
      <Button variant="contained" onClick={onApply} disabled={!applicable} loading={applying}>
        {counts ? t('apply', { count: counts.changed }) : t('bar')}
      </Button>
    </Box>
  )
}
