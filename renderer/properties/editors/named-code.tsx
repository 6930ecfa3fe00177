import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withoutAccents } from '../../../shared/fields/plain-letters.ts'
import { ComboInput, comboSlots } from './combo-input.tsx'

/** A value and how it reads; they may be the same. */
export type NamedOption = { readonly code: string; readonly name: string }

/**
 * One of several values, chosen by name or typed. What is typed stays until the field is left; a name or
 * code that is known becomes its code, and anything else is kept for the rule to judge.
 */
export function NamedCode({
  id,
  label,
  value,
  options,
  nameOf,
  clearable,
  invalid,
  describedBy,
  onChange,
  onLeave,
}: {
  readonly id: string
  /** The accessible name where no label element names the input. */
  readonly label?: string
  readonly value: string
  readonly options: readonly NamedOption[]
  /** How a value reads that is not among the options. */
  readonly nameOf?: (code: string) => string
  readonly clearable: boolean
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly onChange: (code: string) => void
  readonly onLeave: () => void
}) {
  const { t } = useTranslation('profile')
  const [typed, setTyped] = useState<string | null>(null)
  const chosen = options.find(({ code }) => code === value)
  const shown = chosen?.name ?? nameOf?.(value) ?? value
  return (
    <Autocomplete
      id={id}
      freeSolo
      forcePopupIcon
      fullWidth
      disableClearable={!clearable}
      options={options}
      getOptionKey={(option) => (typeof option === 'string' ? option : option.code)}
      getOptionLabel={(option) => (typeof option === 'string' ? option : option.name)}
      isOptionEqualToValue={(option, other) => option === other}
      filterOptions={(all) => (typed === null ? all : matching(all, typed))}
      value={(chosen ?? null) as NamedOption}
      inputValue={typed ?? shown}
      onInputChange={(_event, text, reason) => {
        if (reason !== 'input') return
        setTyped(text)
        onChange(codeOf(text, options))
      }}
      onChange={(_event, next) => {
        setTyped(null)
        onChange(typeof next === 'string' ? codeOf(next, options) : (next?.code ?? ''))
      }}
      onBlur={() => {
        setTyped(null)
        onLeave()
      }}
      slotProps={comboSlots(t('suggestions'))}
      renderOption={({ key, ...row }, { code, name }) => (
        <li key={key} {...row}>
          <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {name}
          </Box>
          {nameOf ? (
            <Typography component="span" variant="caption" color="textSecondary">
              {code}
            </Typography>
          ) : null}
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
        />
      )}
    />
  )
}

function codeOf(text: string, options: readonly NamedOption[]): string {
  const asked = withoutAccents(text.trim())
  const known = options.find(({ code, name }) =>
    [code, name].some((each) => withoutAccents(each) === asked),
  )
  return known?.code ?? text
}

/** Those whose code is what was typed come first, then those whose name begins with it. */
function matching(options: readonly NamedOption[], typed: string): NamedOption[] {
  const asked = withoutAccents(typed.trim())
  const rank = ({ code, name }: NamedOption) => {
    if (code.toLowerCase() === asked) return 0
    const folded = withoutAccents(name)
    if (folded.startsWith(asked)) return 1
    return folded.includes(asked) ? 2 : 3
  }
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((each) => each.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map((each) => each.option)
}
