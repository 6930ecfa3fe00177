import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Filter } from '../../../shared/contract/query.ts'
import { isPropertyName, propertyOf } from '../../../shared/fields/catalogue.ts'
import { countryCodes } from '../../../shared/fields/countries.ts'
import { useValueWords } from '../value-words.ts'
import { ChoicesField } from './choices-field.tsx'
import { entryFor } from './operators.ts'
import { PersonField } from './person-field.tsx'
import { TextsField } from './texts-field.tsx'

type Value = Filter['value']

/** The field for a filter's value, as its property and operator need it. */
export function ValueField({
  filter,
  onChange,
}: {
  readonly filter: Filter
  readonly onChange: (value: Value) => void
}) {
  const { t } = useTranslation('users')
  const words = useValueWords()
  const { property, operator, value } = filter
  const values = Array.isArray(value) ? value : []
  const entry = entryFor(property, operator)
  switch (entry) {
    case 'none':
      return null
    case 'one text':
      return (
        <TextField
          label={t('filterValue')}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value)}
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 1000 } }}
        />
      )
    case 'texts':
      return <TextsField property={property} values={values} onChange={onChange} />
    case 'choices':
      return (
        <ChoicesField
          property={property}
          options={isPropertyName(property) ? (propertyOf(property).choices ?? []) : []}
          nameOf={words.choice}
          values={values}
          onChange={onChange}
        />
      )
    case 'countries':
      return (
        <ChoicesField
          property={property}
          options={countryCodes}
          nameOf={words.country}
          values={values}
          onChange={onChange}
        />
      )
    case 'yes or no':
      return (
        <TextField
          select
          label={t('filterValue')}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={({ target }) => onChange(target.value === 'true')}
        >
          <MenuItem value="true">{words.yes}</MenuItem>
          <MenuItem value="false">{words.no}</MenuItem>
        </TextField>
      )
    case 'day':
      return (
        <TextField
          type="date"
          label={t('filterValue')}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      )
    case 'person':
      return <PersonField value={typeof value === 'string' ? value : null} onChange={onChange} />
    default:
      return assertNever(entry)
  }
}
