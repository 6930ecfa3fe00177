import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { userQueryOf } from '../../api/queries.ts'
import { asText } from '../raw.ts'
import type { EditorProps } from './editor-props.ts'
import { PersonPicker, type PickedPerson } from './person-picker.tsx'

/** Another user. */
export function UserEditor(props: EditorProps) {
  const { id, value, user, invalid, describedBy, onChange, onLeave } = props
  const [picked, setPicked] = useState<PickedPerson | null>(null)
  return (
    <PersonPicker
      id={id}
      chosen={useChosen(asText(value), picked, props)}
      without={user ? [user.id] : []}
      invalid={invalid}
      describedBy={describedBy}
      onChoose={(person) => {
        setPicked(person)
        onChange(person?.id ?? null)
      }}
      onLeave={onLeave}
    />
  )
}

/** Whoever the id stands for: just picked, known from the profile, or asked for. */
function useChosen(
  id: string,
  picked: PickedPerson | null,
  { user, name }: EditorProps,
): PickedPerson | null {
  const api = useApi()
  const manager = name === 'managerId' && user?.manager?.id === id ? user.manager : undefined
  const known = picked?.id === id ? picked : manager && { ...manager, userPrincipalName: '' }
  const { data } = useQuery({ ...userQueryOf(api, id), enabled: id !== '' && !known })
  return id === '' ? null : (known ?? data ?? null)
}
