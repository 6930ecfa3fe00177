import OutlinedInput from '@mui/material/OutlinedInput'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupProperty } from '../../../shared/directory/group-values.ts'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import type { GroupForm } from './use-group-form.ts'

type TextProperty = Extract<GroupProperty, 'displayName' | 'description' | 'mailNickname'>

/** A text of a group as a labelled field, with how much of its limit is used once that is near. */
export function GroupTextField({
  name,
  form: { draft, changes, faults, edit, leave },
  limit,
  label,
  hint,
  required = false,
  multiline = false,
  autoFocus = false,
}: {
  readonly name: TextProperty
  readonly form: GroupForm
  readonly limit: number
  readonly label: string
  readonly hint?: string | undefined
  readonly required?: boolean
  readonly multiline?: boolean
  readonly autoFocus?: boolean
}) {
  const { t } = useTranslation('groups')
  const id = useId()
  const value = draft[name]
  const error = faults[name]
  const count = value.length > limit * 0.8 ? t('count', { length: value.length, limit }) : undefined
  const described = error !== undefined || hint !== undefined || count !== undefined
  return (
    <LabelledField
      id={id}
      label={label}
      required={required}
      changed={name in changes}
      error={error}
      hint={hint}
      count={count}
    >
      <OutlinedInput
        id={id}
        fullWidth
        size="small"
        autoComplete="off"
        autoFocus={autoFocus}
        error={error !== undefined}
        {...(multiline ? { multiline, minRows: 2, maxRows: 6 } : {})}
        value={value}
        onChange={({ target }) => edit(name, target.value)}
        onBlur={() => leave(name)}
        slotProps={{
          input: {
            dir: name === 'mailNickname' ? 'ltr' : 'auto',
            spellCheck: false,
            'aria-required': required,
            'aria-describedby': described ? helpIdOf(id) : undefined,
          },
        }}
      />
    </LabelledField>
  )
}
