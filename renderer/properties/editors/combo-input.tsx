import type { AutocompleteRenderInputParams } from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { ReactNode } from 'react'
import type { EditorProps } from './editor-props.ts'

/** The input of a field that offers values. Its slots must all be passed on, or the list loses it. */
export function ComboInput({
  params,
  id,
  label,
  invalid,
  describedBy,
  direction,
  start,
  placeholder,
}: Pick<EditorProps, 'id' | 'invalid' | 'describedBy'> & {
  readonly params: AutocompleteRenderInputParams
  readonly direction: 'auto' | 'ltr'
  /** The accessible name where no label element names the input. */
  readonly label?: string | undefined
  readonly start?: ReactNode
  readonly placeholder?: string
}) {
  const { input, htmlInput } = params.slotProps
  return (
    <OutlinedInput
      {...input}
      id={id}
      fullWidth
      size="small"
      error={invalid}
      startAdornment={start ?? input.startAdornment}
      {...(placeholder ? { placeholder } : {})}
      slotProps={{
        input: {
          ...htmlInput,
          dir: direction,
          'aria-label': label,
          'aria-describedby': describedBy,
        },
      }}
    />
  )
}

/** The save bar and the status bar take this much of the window's foot. */
const aboveTheBars = { name: 'flip', options: { padding: { bottom: 88 } } }

/**
 * The look of the offered values. They stay below the save bar, keep to a height that finds room above
 * or below the field, and have a name of their own: the field's would name two things.
 */
export const comboSlots = (name: string, { inDialog = false } = {}) => ({
  popper: { sx: inDialog ? {} : { zIndex: 2 }, modifiers: [aboveTheBars] },
  paper: { variant: 'outlined' as const },
  listbox: { 'aria-label': name, 'aria-labelledby': undefined, sx: { maxHeight: 216 } },
  popupIndicator: { size: 'small' as const },
  clearIndicator: { size: 'small' as const },
})
