import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import MenuItem from '@mui/material/MenuItem'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ExportFormat, exportFormats } from '../../../shared/contract/transfer-requests.ts'
import { useApi } from '../../api/api-context.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { saveFile } from '../../ui/save-file.ts'
import {
  type Choices,
  type Exportable,
  exportRequest,
  hasColumns,
  isTable,
  whomOf,
} from './export-request.ts'

/** Whom to export, and as what. */
export function ExportForm({
  exportable,
  onClose,
  onDone,
}: {
  readonly exportable: Exportable
  readonly onClose: () => void
  readonly onDone: (users: number) => void
}) {
  const { t } = useTranslation('exporter')
  const api = useApi()
  const whom = whomOf(exportable)
  const counts = {
    selected: exportable.selected.length,
    shown: exportable.matching,
    all: exportable.total,
  }
  const [choices, setChoices] = useState<Choices>({
    whom: whom[0] ?? 'all',
    format: 'csv',
    columns: 'shown',
    mark: true,
    harmless: true,
  })
  const choose = (part: Partial<Choices>) => setChoices((before) => ({ ...before, ...part }))
  const work = useMutation({
    mutationFn: () => api.exportUsers(exportRequest(exportable, choices)),
    onSuccess: ({ name, bytes, type, users }) => {
      saveFile(name, bytes, type)
      onDone(users)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    work.mutate()
  }
  const { format } = choices
  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <RadioChoice
          label={t('who')}
          value={choices.whom}
          options={whom.map((each) => [each, t(each, { count: counts[each] })])}
          onChange={(next) => choose({ whom: next })}
        />
        <TextField
          select
          label={t('format')}
          value={format}
          helperText={t(`hints.${format}`)}
          sx={{ mt: 1 }}
          onChange={({ target }) => choose({ format: target.value as ExportFormat })}
        >
          {exportFormats.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`formats.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        {hasColumns(format) ? (
          <RadioChoice
            label={t('columns')}
            value={choices.columns}
            options={[
              ['shown', t('columnsShown')],
              ['all', t('columnsAll')],
            ]}
            onChange={(next) => choose({ columns: next })}
          />
        ) : null}
        {isTable(format) ? (
          <div>
            {(['mark', 'harmless'] as const).map((each) => (
              <FormControlLabel
                key={each}
                sx={{ display: 'flex' }}
                label={t(each)}
                control={
                  <Checkbox
                    checked={choices[each]}
                    onChange={({ target }) => choose({ [each]: target.checked })}
                  />
                }
              />
            ))}
          </div>
        ) : null}
        <FailureAlert error={work.error} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="contained" loading={work.isPending}>
          {t('export')}
        </Button>
      </DialogActions>
    </form>
  )
}

function RadioChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly (readonly [Value, string])[]
  readonly onChange: (value: Value) => void
}) {
  const id = useId()
  return (
    <FormControl>
      <FormLabel id={id}>{label}</FormLabel>
      <RadioGroup
        aria-labelledby={id}
        value={value}
        onChange={(_event, next) => onChange(next as Value)}
      >
        {options.map(([option, text]) => (
          <FormControlLabel key={option} value={option} control={<Radio />} label={text} />
        ))}
      </RadioGroup>
    </FormControl>
  )
}
