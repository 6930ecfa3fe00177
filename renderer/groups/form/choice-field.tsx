import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useId } from 'react'

/** One of a few choices, each with what it means. */
export function ChoiceField<C extends string>({
  label,
  hint,
  choices,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint?: string | undefined
  readonly choices: readonly {
    readonly value: C
    readonly name: string
    readonly meaning: string
  }[]
  readonly value: C
  readonly onChange: (value: C) => void
}) {
  const id = useId()
  return (
    <Box>
      <Typography id={id} variant="caption" color="textSecondary" component="div" sx={{ mb: 0.5 }}>
        {label}
      </Typography>
      <RadioGroup
        aria-labelledby={id}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find((each) => each.value === target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {choices.map(({ value: each, name, meaning }) => (
          <Box key={each}>
            <FormControlLabel
              value={each}
              label={name}
              sx={{ mr: 0 }}
              control={
                <Radio
                  size="small"
                  sx={{ py: '3px' }}
                  slotProps={{ input: { 'aria-describedby': `${id}-${each}` } }}
                />
              }
            />
            <Typography
              id={`${id}-${each}`}
              variant="caption"
              color="textSecondary"
              component="div"
              sx={{ ml: '31px', mt: -0.5, mb: 0.5 }}
            >
              {meaning}
            </Typography>
          </Box>
        ))}
      </RadioGroup>
      {hint === undefined ? null : (
        <Typography variant="caption" color="warning" component="p" role="status" sx={{ m: 0 }}>
          {hint}
        </Typography>
      )}
    </Box>
  )
}
