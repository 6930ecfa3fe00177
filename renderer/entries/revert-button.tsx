import Button from '@mui/material/Button'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** A quiet button that brings something back; its full name tells what. */
export function RevertButton({
  what,
  onClick,
}: {
  readonly what: string
  readonly onClick: () => void
}) {
  const { t } = useTranslation('history')
  return (
    <Button
      size="small"
      color="inherit"
      aria-label={t('revertWhat', { what })}
      startIcon={<Undo2 size={14} aria-hidden />}
      onClick={onClick}
      sx={{ minHeight: 24, py: 0, my: -0.25, color: 'text.secondary' }}
    >
      {t('revert')}
    </Button>
  )
}
