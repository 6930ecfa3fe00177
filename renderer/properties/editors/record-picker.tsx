import Autocomplete from '@mui/material/Autocomplete'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mostRows } from '../../../shared/contract/parts.ts'
import { ComboInput, comboSlots } from './combo-input.tsx'

type Pickable = { readonly id: string; readonly displayName: string }

const offered = 20

/** How many to ask for, so that enough are left without those that are not offered. */
export const limitWithout = (without: readonly string[]): number =>
  Math.min(mostRows, offered + without.length)

/** The first of those found that are offered. */
export const offeredOf = <Option extends Pickable>(
  found: readonly Option[],
  without: readonly string[],
): readonly Option[] => found.filter(({ id }) => !without.includes(id)).slice(0, offered)

/** What is typed into a picker, and whether its list is open: all that a search for options needs. */
export function usePickerText() {
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  return { typed, setTyped, open, setOpen, search: useDeferredValue((typed ?? '').trim()) }
}

/** One of the records of the directory, found as in their list. Options come from the caller's search. */
export function RecordPicker<Option extends Pickable>({
  id,
  label,
  text: { typed, setTyped, open, setOpen },
  options,
  searching,
  chosen,
  invalid = false,
  inDialog = false,
  describedBy,
  placeholder,
  none,
  start,
  renderOption,
  onChoose,
  onLeave,
}: {
  readonly id: string
  /** The accessible name where no label element names the input. */
  readonly label?: string | undefined
  readonly text: ReturnType<typeof usePickerText>
  readonly options: readonly Option[]
  readonly searching: boolean
  readonly chosen: Option | null
  readonly invalid?: boolean
  readonly inDialog?: boolean
  readonly describedBy?: string | undefined
  readonly placeholder: string
  /** Said where nothing is found. */
  readonly none: string
  readonly start?: ReactNode
  readonly renderOption: (option: Option) => ReactNode
  readonly onChoose: (option: Option | null) => void
  readonly onLeave?: (() => void) | undefined
}) {
  const { t } = useTranslation('profile')
  return (
    <Autocomplete
      id={id}
      fullWidth
      options={options}
      filterOptions={(all) => all}
      getOptionKey={(option) => option.id}
      getOptionLabel={(option) => option.displayName}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      value={chosen}
      onChange={(_event, next) => {
        setTyped(null)
        onChoose(next)
      }}
      inputValue={typed ?? chosen?.displayName ?? ''}
      onInputChange={(_event, next, reason) => {
        if (reason === 'input') setTyped(next)
      }}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onBlur={() => {
        setTyped(null)
        onLeave?.()
      }}
      loading={searching}
      noOptionsText={none}
      slotProps={comboSlots(t('suggestions'), { inDialog })}
      renderOption={({ key, ...attributes }, option) => (
        <li key={key} {...attributes}>
          {renderOption(option)}
        </li>
      )}
      renderInput={(params) => (
        <ComboInput
          params={params}
          id={id}
          label={label}
          invalid={invalid}
          describedBy={describedBy}
          direction="auto"
          placeholder={placeholder}
          start={start}
        />
      )}
    />
  )
}
