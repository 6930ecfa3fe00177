import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useReducer } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { isPropertyName, type PropertyName } from '../../../shared/fields/catalogue.ts'
import { useApi } from '../../api/api-context.tsx'
import { failureIn } from '../../api/client.ts'
import { userQueryOf } from '../../api/queries.ts'
import type { Raw } from '../../properties/raw.ts'
import type { Side } from './clashes.ts'
import type { Edits, Values } from './edits.ts'
import {
  changesIn,
  type Form,
  problemsBeforeSaving,
  valuesIn,
  valuesOf,
  valuesToSave,
} from './form.ts'
import { formReducer } from './form-reducer.ts'
import { restingTime } from './resting-time.ts'
import { useFreeUserName } from './use-free-user-name.ts'

/** What the fields and panels of a form can do to it. */
export type FormActions = {
  readonly edit: (name: PropertyName, raw: Raw) => void
  readonly leave: (name: PropertyName) => void
  readonly revert: (name: PropertyName) => void
  readonly rename: (edits: Edits) => void
  readonly choose: (name: PropertyName, kept: Side) => void
}

export type ProfileForm = {
  readonly form: Form
  readonly values: Values
  readonly changes: Edits
  readonly actions: FormActions
  readonly save: () => void
  readonly saving: boolean
  readonly savable: boolean
}

/** The one draft of a form. What changed and what is shown is worked out from it, never kept. */
export function useProfileForm(
  start: () => Form,
  groupIds: readonly string[],
  onSaved: (saved: Profile) => Promise<void>,
): ProfileForm {
  const { t } = useTranslation('failures')
  const api = useApi()
  const queries = useQueryClient()
  const [form, send] = useReducer(formReducer, null, start)
  const actions = useMemo<FormActions>(
    () => ({
      edit: (name, raw) => send({ type: 'edited', name, raw }),
      leave: (name) => send({ type: 'left', name }),
      revert: (name) => send({ type: 'reverted', name }),
      rename: (edits) => send({ type: 'renamed', edits }),
      choose: (name, kept) => send({ type: 'chosen', name, kept }),
    }),
    [],
  )
  const values = useMemo(() => valuesOf(form), [form])
  const changes = useMemo(() => changesIn(form), [form])
  const { userId, revision } = form

  useComparison(form, (names, asked, fields) =>
    send({ type: 'compared', names, values: asked, fields }),
  )

  useFreeUserName(form, (wanted, userName) => send({ type: 'named', wanted, userName }))

  const saving = useMutation({
    mutationFn: (sent: Edits) =>
      userId === null
        ? api.createUser({ values: sent, groupIds: [...groupIds] })
        : api.updateUser({ id: userId, revision, changes: sent }),
    onSuccess: (saved) => {
      queries.setQueryData(userQueryOf(api, saved.id).queryKey, saved)
      return onSaved(saved)
    },
    onError: async (error) => {
      const failure = failureIn(error)
      const fields = failure?.fields ?? {}
      if (failure?.code === 'conflict' && userId !== null) {
        const newest = await queries.fetchQuery({ ...userQueryOf(api, userId), staleTime: 0 })
        send({ type: 'clashed', stored: valuesIn(newest), revision: newest.revision, fields })
        return
      }
      const faults = Object.fromEntries(
        Object.entries(fields).filter(([name]) => isPropertyName(name)),
      )
      const told = failure?.code === 'invalid-input' && Object.keys(faults).length > 0
      const message = told ? null : (failure?.message ?? t('unexpected'))
      send({ type: 'refused', faults, message })
    },
  })

  const undecided = form.clashes.some((clash) => clash.kept === null)
  const savable = Object.keys(changes).length > 0 && !undecided && !saving.isPending

  const save = () => {
    if (!savable) return
    const faults = problemsBeforeSaving(form)
    if (Object.keys(faults).length > 0) send({ type: 'refused', faults, message: null })
    else saving.mutate(valuesToSave(form))
  }

  return { form, values, changes, actions, save, saving: saving.isPending, savable }
}

/** Compares values with the rest of the directory once they rest. */
function useComparison(
  form: Form,
  onAnswer: (
    names: readonly PropertyName[],
    values: Edits,
    fields: Readonly<Record<string, string>>,
  ) => void,
) {
  const api = useApi()
  const { mutate: compare } = useMutation({
    mutationFn: ({ values }: { readonly names: readonly PropertyName[]; readonly values: Edits }) =>
      api.checkUser({ ...(form.userId === null ? {} : { id: form.userId }), values }),
    onSuccess: ({ fields }, { names, values }) => onAnswer(names, values, fields),
  })
  const names = form.asked?.names
  const values = names ? JSON.stringify(valuesToSave(form)) : ''
  useEffect(() => {
    if (!names) return undefined
    const timer = setTimeout(() => compare({ names, values: JSON.parse(values) }), restingTime)
    return () => clearTimeout(timer)
  }, [names, values, compare])
}
