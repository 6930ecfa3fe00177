import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonBase from '@mui/material/ButtonBase'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../shared/contract/query.ts'
import { FilterEditor } from './filter-editor.tsx'
import { useFilterText } from './filter-text.tsx'

type Filters = readonly Filter[]

/** The filters in force as chips that open and close, and the way to one more. */
export function FilterBar({
  filters,
  deleted,
  onChange,
}: {
  readonly filters: Filters
  readonly deleted: boolean
  readonly onChange: (filters: Filters) => void
}) {
  const { t } = useTranslation('users')
  const [edited, setEdited] = useState<{
    readonly anchor: HTMLElement
    readonly index: number | null
  } | null>(null)
  const close = () => setEdited(null)
  const apply = (filter: Filter) => {
    const index = edited?.index ?? null
    close()
    onChange(index === null ? [...filters, filter] : filters.with(index, filter))
  }
  return (
    <>
      {filters.map((filter, index) => (
        <FilterChip
          key={JSON.stringify(filter)}
          filter={filter}
          onOpen={(anchor) => setEdited({ anchor, index })}
          onRemove={() => onChange(filters.filter((other) => other !== filter))}
        />
      ))}
      <Button
        color="inherit"
        aria-haspopup="dialog"
        aria-expanded={edited !== null && edited.index === null}
        startIcon={<ListFilter size={16} aria-hidden />}
        onClick={({ currentTarget }) => setEdited({ anchor: currentTarget, index: null })}
      >
        {t('filterAdd')}
      </Button>
      {filters.length > 0 ? (
        <Button color="inherit" onClick={() => onChange([])}>
          {t('filterClearAll')}
        </Button>
      ) : null}
      <Popover
        open={edited !== null}
        anchorEl={edited?.anchor ?? null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('filterTitle'), sx: { mt: 0.5 } },
        }}
      >
        {edited ? (
          <FilterEditor
            initial={edited.index === null ? null : (filters[edited.index] ?? null)}
            deleted={deleted}
            onApply={apply}
            onCancel={close}
          />
        ) : null}
      </Popover>
    </>
  )
}

function FilterChip({
  filter,
  onOpen,
  onRemove,
}: {
  readonly filter: Filter
  readonly onOpen: (anchor: HTMLElement) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation('users')
  const text = useFilterText(filter)
  return (
    <Box
      role="group"
      aria-label={text}
      sx={{
        display: 'flex',
        alignItems: 'center',
        maxWidth: 320,
        height: 28,
        border: 1,
        borderColor: 'divider',
        borderRadius: 3.5,
        bgcolor: 'background.paper',
      }}
    >
      <ButtonBase
        title={text}
        onClick={({ currentTarget }) => onOpen(currentTarget)}
        sx={{ minWidth: 0, height: '100%', pl: 1.25, pr: 0.5, borderRadius: 3.5 }}
      >
        <Typography variant="body2" noWrap dir="auto">
          {text}
        </Typography>
      </ButtonBase>
      <IconButton aria-label={t('filterRemove', { filter: text })} onClick={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
    </Box>
  )
}
