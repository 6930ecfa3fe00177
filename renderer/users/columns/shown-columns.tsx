import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePropertyLabel } from '../../properties/property-label.ts'
import type { ListView } from '../list-view.ts'
import { moveColumn } from './column-order.ts'

/** The shown columns in their order, which changes by dragging or by the two buttons of each. */
export function ShownColumns({
  columns,
  onChange,
}: {
  readonly columns: ListView['columns']
  readonly onChange: (columns: ListView['columns']) => void
}) {
  const { t } = useTranslation('users')
  const labelOf = usePropertyLabel()
  const [dragged, setDragged] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<string | null>(null)
  const move = (index: number, step: -1 | 1) => {
    moved.current = `${columns[index]} ${step}`
    onChange(moveColumn(columns, index, index + step))
  }
  // The button that was pressed went elsewhere with its row, or has nowhere left to go.
  useLayoutEffect(() => {
    const button = list.current?.querySelector<HTMLButtonElement>(`[data-move="${moved.current}"]`)
    moved.current = null
    if (button?.disabled)
      button.parentElement?.querySelector<HTMLElement>('button:enabled')?.focus()
    else button?.focus()
  })
  return (
    <Box component="ol" ref={list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {columns.map((column, index) => {
        const label = labelOf(column)
        const fixed = index === 0
        return (
          <Box
            component="li"
            key={column}
            draggable={!fixed}
            onDragStart={({ dataTransfer }) => {
              dataTransfer.effectAllowed = 'move'
              setDragged(index)
            }}
            onDragOver={(event) => {
              if (dragged === null || fixed) return
              event.preventDefault()
              if (dragged === index) return
              onChange(moveColumn(columns, dragged, index))
              setDragged(index)
            }}
            onDrop={(event) => event.preventDefault()}
            onDragEnd={() => setDragged(null)}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 0.5,
              height: 32,
              borderRadius: 1,
              cursor: fixed ? 'default' : 'grab',
              bgcolor: dragged === index ? 'action.selected' : undefined,
              '&:hover': fixed ? {} : { bgcolor: 'action.hover' },
            }}
          >
            <Box
              component="span"
              title={fixed ? undefined : t('columnDrag')}
              sx={{ display: 'grid', color: 'text.secondary', opacity: fixed ? 0 : 1 }}
            >
              <GripVertical size={14} aria-hidden />
            </Box>
            <Typography variant="body2" noWrap sx={{ flex: 1 }}>
              {label}
            </Typography>
            {fixed ? null : (
              <>
                <IconButton
                  aria-label={t('columnUp', { column: label })}
                  disabled={index === 1}
                  data-move={`${column} -1`}
                  onClick={() => move(index, -1)}
                >
                  <ArrowUp size={14} aria-hidden />
                </IconButton>
                <IconButton
                  aria-label={t('columnDown', { column: label })}
                  disabled={index === columns.length - 1}
                  data-move={`${column} 1`}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown size={14} aria-hidden />
                </IconButton>
              </>
            )}
          </Box>
        )
      })}
    </Box>
  )
}
