import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonPicker } from '../../properties/editors/person-picker.tsx'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import { type Chosen, chosenUser, withMore } from './chosen.ts'
import { ChosenList } from './chosen-list.tsx'

/** Chooses who will own a group. */
export function OwnerChooser({
  chosen,
  error,
  onChange,
}: {
  readonly chosen: readonly Chosen[]
  readonly error: string | undefined
  readonly onChange: (chosen: readonly Chosen[]) => void
}) {
  const { t } = useTranslation('groups')
  const id = useId()
  return (
    <>
      <LabelledField id={id} label={t('addOwner')} error={error}>
        <PersonPicker
          id={id}
          chosen={null}
          without={chosen.map((each) => each.id)}
          invalid={error !== undefined}
          describedBy={error === undefined ? undefined : helpIdOf(id)}
          onChoose={(user) => user && onChange(withMore(chosen, [chosenUser(user)]))}
        />
      </LabelledField>
      <ChosenList chosen={chosen} label={t('owners')} input={id} onChange={onChange} />
    </>
  )
}
