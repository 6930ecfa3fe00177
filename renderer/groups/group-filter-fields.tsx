import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { GroupFilters } from '../../shared/contract/group-query.ts'
import { groupKinds, memberships } from '../../shared/directory/group.ts'

/** Narrows a list of groups down to a type of group, and to a type of membership. */
export function GroupFilterFields({
  filters: { kind, membership },
  onChange,
}: {
  readonly filters: GroupFilters
  readonly onChange: (filters: GroupFilters) => void
}) {
  const { t } = useTranslation('groups')
  return (
    <>
      <Choice
        label={t('kindFilter')}
        any={t('anyKind')}
        choices={groupKinds}
        nameOf={(each) => t(`kinds.${each}`)}
        value={kind}
        onChange={(next) => onChange(filtersOf(next, membership))}
      />
      <Choice
        label={t('membershipFilter')}
        any={t('anyMembership')}
        choices={memberships}
        nameOf={(each) => t(`memberships.${each}`)}
        value={membership}
        onChange={(next) => onChange(filtersOf(kind, next))}
      />
    </>
  )
}

const filtersOf = (
  kind: GroupFilters['kind'],
  membership: GroupFilters['membership'],
): GroupFilters => ({
  ...(kind === undefined ? {} : { kind }),
  ...(membership === undefined ? {} : { membership }),
})

const any = 'any'

function Choice<C extends string>({
  label,
  any: anyLabel,
  choices,
  nameOf,
  value,
  onChange,
}: {
  readonly label: string
  readonly any: string
  readonly choices: readonly C[]
  readonly nameOf: (choice: C) => string
  readonly value: C | undefined
  readonly onChange: (choice: C | undefined) => void
}) {
  return (
    <TextField
      select
      value={value ?? any}
      onChange={({ target }) => onChange(choices.find((each) => each === target.value))}
      sx={{ width: 200, flex: 'none' }}
      slotProps={{
        input: { sx: { height: 32 } },
        select: { SelectDisplayProps: { 'aria-label': label } },
      }}
    >
      <MenuItem value={any}>{anyLabel}</MenuItem>
      {choices.map((each) => (
        <MenuItem key={each} value={each}>
          {nameOf(each)}
        </MenuItem>
      ))}
    </TextField>
  )
}
