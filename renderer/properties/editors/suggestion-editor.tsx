import Autocomplete from '@mui/material/Autocomplete'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PropertyName } from '../../../shared/fields/catalogue.ts'
import { useApi } from '../../api/api-context.tsx'
import { valuesQuery } from '../../api/queries.ts'
import { asText } from '../raw.ts'
import { ComboInput, comboSlots } from './combo-input.tsx'
import type { EditorProps } from './editor-props.ts'

const suggested = [
  'jobTitle',
  'companyName',
  'department',
  'employeeType',
  'officeLocation',
  'division',
  'costCenter',
  'city',
  'state',
  'country',
] as const satisfies readonly PropertyName[]

type Suggested = (typeof suggested)[number]

export const isSuggested = (name: PropertyName): name is Suggested =>
  (suggested as readonly PropertyName[]).includes(name)

/** Free text. While it is typed, the values that others have are offered, most used first. */
export function SuggestionEditor(props: EditorProps) {
  const { id, name, value, onChange, onLeave } = props
  const { t } = useTranslation('profile')
  const api = useApi()
  const [open, setOpen] = useState(false)
  const text = asText(value)
  const search = useDeferredValue(text.trim().slice(0, 200))
  const { data } = useQuery({
    ...valuesQuery(api, { property: name, search, limit: 8 }),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  const others = (data?.values ?? []).map((each) => each.value).filter((each) => each !== text)
  return (
    <Autocomplete
      id={id}
      freeSolo
      disableClearable
      fullWidth
      options={others}
      filterOptions={(options) => options}
      inputValue={text}
      onInputChange={(_event, typed, reason) => {
        if (reason === 'input' || reason === 'selectOption') onChange(typed)
      }}
      // An open list takes Escape for itself, so one without anything in it must not be open.
      open={open && others.length > 0}
      // Pointing into the field is for placing the cursor, not for asking.
      onOpen={(event) => setOpen(event.type !== 'mousedown')}
      onClose={() => setOpen(false)}
      onBlur={() => {
        setOpen(false)
        onLeave()
      }}
      slotProps={comboSlots(t('suggestions'))}
      renderInput={(params) => <ComboInput params={params} {...props} direction="auto" />}
    />
  )
}
