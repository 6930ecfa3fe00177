import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import type { ListedRole } from '../../../shared/contract/role-requests.ts'
import type { RoleChanges } from '../../assignments/use-role-changes.ts'
import { ComboInput, comboSlots } from '../../properties/editors/combo-input.tsx'
import { focusOn } from '../../ui/focus-on.ts'

/** Chooses one of the roles that somebody does not hold yet, and gives it to them. */
export function AddRole({
  user,
  roles,
  changes,
  id,
}: {
  readonly user: Profile
  readonly roles: readonly ListedRole[]
  readonly changes: RoleChanges
  /** The id of the input, which takes the focus when something was given or taken away. */
  readonly id: string
}) {
  const { t } = useTranslation('roles')
  const [chosen, setChosen] = useState<ListedRole | null>(null)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (chosen)
      changes.assign({ user, role: chosen }, () => {
        setChosen(null)
        focusOn(id)
      })
  }
  return (
    <Box component="form" onSubmit={add} sx={{ display: 'flex', gap: 1 }}>
      <Autocomplete
        id={id}
        fullWidth
        options={roles.filter(({ name }) => !user.roles.includes(name))}
        getOptionKey={(role) => role.id}
        getOptionLabel={(role) => role.name}
        isOptionEqualToValue={(role, other) => role.id === other.id}
        value={chosen}
        onChange={(_event, next) => setChosen(next)}
        slotProps={comboSlots(t('list'))}
        renderOption={({ key, ...option }, role) => (
          <li key={key} {...option}>
            <div>
              {role.name}
              <Typography variant="caption" color="textSecondary" component="div">
                {role.description}
              </Typography>
            </div>
          </li>
        )}
        renderInput={(params) => (
          <ComboInput
            params={params}
            id={id}
            label={t('addRoleLabel')}
            invalid={false}
            describedBy={undefined}
            direction="auto"
            placeholder={t('addRoleLabel')}
          />
        )}
      />
      <Button
        type="submit"
        variant="outlined"
        disabled={chosen === null}
        loading={changes.pending}
        sx={{ flex: 'none' }}
      >
        {t('addRole')}
      </Button>
    </Box>
  )
}
