import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PropertyName } from '../../../shared/fields/catalogue.ts'
import type { Edits } from './edits.ts'
import type { Renaming } from './renaming.ts'

/** Offers to change what else holds the former last name. The fields can still be edited afterwards. */
export function RenamePanel({
  renamings,
  onApply,
  onDismiss,
}: {
  readonly renamings: readonly Renaming[]
  readonly onApply: (edits: Edits) => void
  readonly onDismiss: () => void
}) {
  const { t } = useTranslation('profile')
  const title = useId()
  const [left, setLeft] = useState<readonly PropertyName[]>([])
  const taken = renamings.filter(({ name }) => !left.includes(name))
  const toggle = (name: PropertyName, checked: boolean) =>
    setLeft(checked ? left.filter((each) => each !== name) : [...left, name])
  return (
    <Box
      role="group"
      aria-labelledby={title}
      sx={{
        gridColumn: '1 / -1',
        border: 1,
        borderColor: 'primary.main',
        borderRadius: 1,
        p: 1.5,
        my: 0.5,
      }}
    >
      <Typography id={title} variant="h3" component="p">
        {t('renameTitle')}
      </Typography>
      <Box component="ul" sx={{ m: 0, my: 0.5, p: 0, listStyle: 'none' }}>
        {renamings.map((renaming) => (
          <Proposal
            key={renaming.name}
            renaming={renaming}
            checked={taken.includes(renaming)}
            onToggle={(checked) => toggle(renaming.name, checked)}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          variant="outlined"
          disabled={taken.length === 0}
          onClick={() => onApply(Object.fromEntries(taken.map(({ name, to }) => [name, to])))}
        >
          {t('renameApply')}
        </Button>
        <Button color="inherit" onClick={onDismiss}>
          {t('renameDismiss')}
        </Button>
      </Box>
    </Box>
  )
}

// The box is named by the new value alone: the property's label must name one field only.
function Proposal({
  renaming: { name, from, to },
  checked,
  onToggle,
}: {
  readonly renaming: Renaming
  readonly checked: boolean
  readonly onToggle: (checked: boolean) => void
}) {
  const { t } = useTranslation(['profile', 'properties'])
  const id = useId()
  const about = useId()
  const label = t(`properties:${name}`)
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5, ml: -0.75 }}>
      <Checkbox
        id={id}
        checked={checked}
        onChange={(_event, next) => onToggle(next)}
        sx={{ p: '5px' }}
        slotProps={{ input: { 'aria-describedby': about } }}
      />
      <Box sx={{ minWidth: 0, py: 0.5 }}>
        <Typography
          component="label"
          htmlFor={id}
          dir={name === 'displayName' ? 'auto' : 'ltr'}
          sx={{ display: 'block', overflowWrap: 'anywhere', textAlign: 'start' }}
        >
          {to}
        </Typography>
        <Typography
          id={about}
          variant="caption"
          component="div"
          color="textSecondary"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {name === 'mail'
            ? t('renameMail', { label, value: from })
            : t('renameNow', { label, value: from })}
        </Typography>
      </Box>
    </Box>
  )
}
