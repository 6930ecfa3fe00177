import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { BottomBar } from '../../ui/bottom-bar.tsx'

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
    <BottomBar
      label={t('bar')}
      status={counts ? t('summary', { n: counts.changed, total: counts.total }) : t('notYet')}
      quiet={counts === null}
    >
      <Button color="inherit" onClick={onCancel} disabled={applying}>
        {t('cancel')}
      </Button>
      <Button variant="contained" onClick={onApply} disabled={!applicable} loading={applying}>
        {counts ? t('apply', { count: counts.changed }) : t('bar')}
      </Button>
    </BottomBar>
  )
}
