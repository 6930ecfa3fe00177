import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from './use-selection.ts'

/** One line over the grid: how many there are, how many of them are selected. */
export const ListStatus = memo(function ListStatus({
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
    <Line>
      <span role="status" aria-live="polite">
        {shown}
      </span>
      {note ? <span>· {note}</span> : null}
      <span aria-live="polite" className="selected">
        {selected > 0 ? (
          <>
            {t('selected', { n: selected })}
            {all ? ` · ${t('allMatching', { n: matching })}` : ''}
          </>
        ) : null}
      </span>
      {selected > 0 && !all ? (
        <Button onClick={selection.select.all}>{t('selectAllMatching', { n: matching })}</Button>
      ) : null}
      {selected > 0 ? (
        <Button onClick={selection.select.clear}>{t('clearSelection')}</Button>
      ) : null}
    </Line>
  )
})

// It is told anew at each letter of a search.
const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '0 24px',
  minHeight: 36,
  fontSize: '0.8125rem',
  lineHeight: 1.45,
  fontVariantNumeric: 'tabular-nums',
  color: 'var(--mui-palette-text-secondary)',
  '& > .selected': {
    marginLeft: 'auto',
    fontWeight: 500,
    color: 'var(--mui-palette-text-primary)',
  },
})
