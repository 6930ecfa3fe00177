import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedRole } from '../../shared/contract/role-requests.ts'
import { useWhoAmI } from '../api/queries.ts'
import type { RoleChanges } from '../assignments/use-role-changes.ts'
import { PersonPicker, type PickedPerson } from '../properties/editors/person-picker.tsx'
import { focusOn } from '../ui/focus-on.ts'

/** Finds somebody and gives them the role. Those who hold it and the signed-in person are not offered. */
export function AddMember({
  role,
  changes,
  id,
}: {
  readonly role: ListedRole
  readonly changes: RoleChanges
  /** The id of the input, which takes the focus when something was given or taken away. */
  readonly id: string
}) {
  const { t } = useTranslation('roles')
  const { data: me } = useWhoAmI()
  const [chosen, setChosen] = useState<PickedPerson | null>(null)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (chosen)
      changes.assign({ user: chosen, role }, () => {
        setChosen(null)
        focusOn(id)
      })
  }
  return (
    <Box component="form" onSubmit={add} sx={{ display: 'flex', gap: 1 }}>
      <PersonPicker
        id={id}
        label={t('addMemberLabel')}
        chosen={chosen}
        without={[...role.members.map((member) => member.id), me?.userId ?? '']}
        onChoose={setChosen}
      />
      <Button
        type="submit"
        variant="contained"
        disabled={chosen === null}
        loading={changes.pending}
        sx={{ flex: 'none' }}
      >
        {t('addMember')}
      </Button>
    </Box>
  )
}
