import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Selection } from './use-selection.ts'

/** One line over the grid: how many there are, how many of them are selected. */
export function ListStatus({
  shown,
  note,
  matching,
  selection,
}: {
  /** How many of how many are shown. */
  readonly shown: string
  /** What is to be known of them. */
  readonly note?: string | undefined
  readonly matching: number
  readonly selection: Selection
}) {
  const { t } = useTranslation('grid')
  const selected = selection.ids.size
  const all = selected > 0 && selected === matching
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 3,
        minHeight: 36,
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      <Typography variant="body2" color="textSecondary" role="status" aria-live="polite">
        {shown}
      </Typography>
      {note ? (
        <Typography variant="body2" color="textSecondary">
          · {note}
        </Typography>
      ) : null}
      <Box aria-live="polite" sx={{ ml: 'auto' }}>
        {selected > 0 ? (
          <Typography variant="body2" component="span" sx={{ fontWeight: 500 }}>
            {t('selected', { n: selected })}
            {all ? ` · ${t('allMatching', { n: matching })}` : ''}
          </Typography>
        ) : null}
      </Box>
      {selected > 0 && !all ? (
        <Button onClick={selection.select.all}>{t('selectAllMatching', { n: matching })}</Button>
      ) : null}
      {selected > 0 ? (
        <Button onClick={selection.select.clear}>{t('clearSelection')}</Button>
      ) : null}
    </Box>
  )
}
