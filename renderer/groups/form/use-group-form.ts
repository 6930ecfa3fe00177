import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { GroupProperty } from '../../../shared/directory/group-values.ts'
import { useApi } from '../../api/api-context.tsx'
import { failureIn } from '../../api/client.ts'
import {
  changesOf,
  type GroupDraft,
  type GroupEdits,
  type GroupFaults,
  valuesOfNew,
} from './group-draft.ts'

export type GroupForm = {
  readonly draft: GroupDraft
  /** What differs from the stored group, or from a blank one. */
  readonly changes: GroupEdits
  readonly faults: GroupFaults
  /** Why the last save was refused, when it was not for the value of a field. */
  readonly failure: unknown
  /** How often a save was refused since the last one that was not. */
  readonly refusals: number
  readonly edit: <N extends GroupProperty>(name: N, value: GroupDraft[N]) => void
  readonly leave: (name: GroupProperty) => void
  /** Takes over why a save was refused. */
  readonly refuse: (error: unknown) => void
}

/** The one draft of a group: edits over what is stored. Values are checked when their field is left. */
export function useGroupForm(id: string | null, stored: GroupDraft): GroupForm {
  const api = useApi()
  const [edits, setEdits] = useState<GroupEdits>({})
  const [faults, setFaults] = useState<GroupFaults>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [refusals, setRefusals] = useState(0)
  const draft = useMemo(() => ({ ...stored, ...edits }), [stored, edits])
  const changes = useMemo(() => changesOf(stored, edits), [stored, edits])
  const { mutate: compare } = useMutation({
    mutationFn: ({ values }: { readonly name: GroupProperty; readonly values: GroupEdits }) =>
      api.checkGroup({ ...(id === null ? {} : { id }), values }),
    onSuccess: ({ fields }, { name }) =>
      setFaults(({ [name]: _former, ...others }) => {
        const fault = fields[name]
        return fault === undefined ? others : { ...others, [name]: fault }
      }),
  })

  const check = (name: GroupProperty, next: GroupDraft) => {
    const values = id === null ? valuesOfNew(next) : changesOf(stored, next)
    compare({ name, values })
  }
  return {
    draft,
    changes,
    faults,
    failure,
    refusals,
    edit: (name, value) => {
      setEdits({ ...edits, [name]: value })
      // A value that was at fault is checked with every change.
      if (faults[name] !== undefined) check(name, { ...draft, [name]: value })
    },
    leave: (name) => {
      if (name in changes || faults[name] !== undefined) check(name, draft)
    },
    refuse: (error) => {
      const found = failureIn(error)
      const fields = found?.fields ?? {}
      setRefusals(refusals + 1)
      setFaults(fields)
      setFailure(Object.keys(fields).length > 0 && found?.code !== 'conflict' ? null : error)
    },
  }
}
