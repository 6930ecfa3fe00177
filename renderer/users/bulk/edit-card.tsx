import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { actionsOf, type BulkAction } from '../../../shared/fields/bulk-edit.ts'
import { usePropertyLabel } from '../../properties/property-label.ts'
import { bulk } from '../../text/en/bulk.ts'
import type { DraftEdit } from './draft-edits.ts'
import { EditValue } from './edit-value.tsx'

const isHinted = (action: BulkAction): action is keyof typeof bulk.hints =>
  Object.hasOwn(bulk.hints, action)

/** What is done to one property. */
export function EditCard({
  draft,
  onChange,
  onRemove,
}: {
  readonly draft: DraftEdit
  readonly onChange: (draft: DraftEdit) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation('bulk')
  const label = usePropertyLabel()(draft.property)
  const { property, action } = draft
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{
        display: 'grid',
        gap: 1,
        p: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="h3" noWrap sx={{ flex: 1 }}>
          {label}
        </Typography>
        <IconButton aria-label={t('remove', { property: label })} onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      </Box>
      <TextField
        select
        label={t('action')}
        value={action}
        onChange={({ target }) => onChange({ ...draft, action: target.value as BulkAction })}
      >
        {actionsOf(property).map((each) => (
          <MenuItem key={each} value={each}>
            {t(`actions.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <EditValue draft={draft} onChange={(part) => onChange({ ...draft, ...part })} />
      {isHinted(action) ? (
        <Typography variant="caption" color="textSecondary">
          {t(`hints.${action}`)}
        </Typography>
      ) : null}
    </Box>
  )
}
