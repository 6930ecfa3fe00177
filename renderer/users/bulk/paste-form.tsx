import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type RowKey, rowKeys } from '../../../shared/contract/bulk-requests.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import { usePropertyLabel } from '../../properties/property-label.ts'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import type { Pasted } from './paste-page.tsx'

type Read = Pick<Output<'previewPastedUpdate'>, 'columns' | 'foundBy'>

/** The rows, and how they are read. */
export function PasteForm({
  pasted,
  read,
  busy,
  onChange,
  onPreview,
}: {
  readonly pasted: Pasted
  /** How the rows of the last preview were read. */
  readonly read: Read | undefined
  readonly busy: boolean
  readonly onChange: (pasted: Pasted) => void
  readonly onPreview: () => void
}) {
  const { t } = useTranslation('bulk')
  const rows = useId()
  return (
    <Box
      component="section"
      aria-label={t('rows')}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, overflow: 'auto', p: 0.5, pr: 1 }}
    >
      <LabelledField id={rows} label={t('rows')} hint={t('rowsHint')}>
        <TextField
          id={rows}
          multiline
          fullWidth
          autoFocus
          minRows={8}
          maxRows={16}
          placeholder={t('rowsExample')}
          value={pasted.text}
          onChange={({ target }) => onChange({ ...pasted, text: target.value })}
          slotProps={{
            htmlInput: {
              'aria-describedby': helpIdOf(rows),
              dir: 'auto',
              spellCheck: false,
              wrap: 'off',
              style: { fontSize: '0.8125rem', overflowX: 'auto', whiteSpace: 'pre' },
            },
          }}
        />
      </LabelledField>
      <FormControlLabel
        label={t('emptyClears')}
        control={
          <Checkbox
            checked={pasted.empty === 'clear'}
            onChange={({ target }) =>
              onChange({ ...pasted, empty: target.checked ? 'clear' : 'keep' })
            }
          />
        }
      />
      {read ? (
        <Columns
          read={read}
          onKey={(foundBy) => onChange({ ...pasted, foundBy })}
          pasted={pasted}
        />
      ) : null}
      <Box>
        <Button
          variant="outlined"
          disabled={pasted.text.trim() === ''}
          loading={busy}
          onClick={onPreview}
        >
          {t('preview')}
        </Button>
      </Box>
    </Box>
  )
}

/** What the headings were taken for. */
function Columns({
  read: { columns, foundBy },
  pasted,
  onKey,
}: {
  readonly read: Read
  readonly pasted: Pasted
  readonly onKey: (key: RowKey) => void
}) {
  const { t } = useTranslation('bulk')
  const labelOf = usePropertyLabel()
  const keys = rowKeys.filter((key) => columns.some(({ property }) => property === key))
  const left = columns.filter(({ heading, property }) => property === null && heading !== '')
  const renamed = columns.filter(
    ({ heading, property }) => property !== null && labelOf(property) !== heading,
  )
  return (
    <>
      <TextField
        select
        label={t('foundBy')}
        value={pasted.foundBy ?? foundBy}
        disabled={keys.length < 2}
        onChange={({ target }) => onKey(target.value as RowKey)}
      >
        {keys.map((key) => (
          <MenuItem key={key} value={key}>
            {labelOf(key)}
          </MenuItem>
        ))}
      </TextField>
      {renamed.length > 0 ? (
        <Typography variant="body2" component="ul" sx={{ m: 0, pl: 2.5 }}>
          {renamed.map(({ heading, property }) => (
            <li key={heading}>{t('readAs', { heading, property: labelOf(property ?? '') })}</li>
          ))}
        </Typography>
      ) : null}
      {left.length > 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('leftOut', {
            count: left.length,
            headings: left.map(({ heading }) => `“${heading}”`).join(', '),
          })}
        </Typography>
      ) : null}
    </>
  )
}
