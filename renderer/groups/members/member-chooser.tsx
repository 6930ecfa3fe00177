import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { ClipboardPaste } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GroupPicker } from '../../properties/editors/group-picker.tsx'
import { PersonPicker } from '../../properties/editors/person-picker.tsx'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import { type Chosen, chosenGroup, chosenUser, withMore } from './chosen.ts'
import { ChosenList } from './chosen-list.tsx'
import { PastedList } from './pasted-list.tsx'

/** Chooses members: people by name or by a pasted list, and groups where a group may have some in it. */
export function MemberChooser({
  chosen,
  groupsToo,
  without,
  error,
  onChange,
}: {
  readonly chosen: readonly Chosen[]
  readonly groupsToo: boolean
  /** Ids that are not offered, such as the group's own. */
  readonly without: readonly string[]
  /** Why those chosen were refused. */
  readonly error?: string | undefined
  readonly onChange: (chosen: readonly Chosen[]) => void
}) {
  const { t } = useTranslation('groups')
  const [pasting, setPasting] = useState(false)
  const person = useId()
  const group = useId()
  const taken = [...without, ...chosen.map(({ id }) => id)]
  const add = (more: readonly Chosen[]) => onChange(withMore(chosen, more))
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <LabelledField id={person} label={t('addPerson')} error={error}>
        <PersonPicker
          id={person}
          chosen={null}
          without={taken}
          invalid={error !== undefined}
          describedBy={error === undefined ? undefined : helpIdOf(person)}
          onChoose={(user) => user && add([chosenUser(user)])}
        />
      </LabelledField>
      {groupsToo ? (
        <LabelledField id={group} label={t('addGroup')}>
          <GroupPicker
            id={group}
            without={taken}
            onChoose={(chosenOne) => add([chosenGroup(chosenOne)])}
          />
        </LabelledField>
      ) : null}
      {pasting ? (
        <PastedList onFound={add} />
      ) : (
        <Box>
          <Button
            startIcon={<ClipboardPaste size={16} aria-hidden />}
            onClick={() => setPasting(true)}
          >
            {t('pasteList')}
          </Button>
        </Box>
      )}
      <ChosenList chosen={chosen} label={t('members')} input={person} onChange={onChange} />
    </Box>
  )
}
