import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Client } from '../../shared/contract/contract.ts'
import type { Draft } from '../../shared/contract/personal-requests.ts'
import { useApi } from '../api/api-context.tsx'

const draftQuery = (api: Client, userId: string) =>
  queryOptions({
    queryKey: ['draft', userId],
    queryFn: () => api.getDraft({ userId }),
    // Each visit asks anew; what happens in the directory meanwhile changes no draft.
    gcTime: 0,
    meta: { lasting: true },
  })

/** The unsaved edit found when a page was opened, until it is taken up or given up. */
export function useDraft(userId: string) {
  const api = useApi()
  const queries = useQueryClient()
  const query = draftQuery(api, userId)
  const { data, isPending } = useQuery(query)
  const [answered, setAnswered] = useState<string | null>(null)
  const { mutate: discard } = useMutation({ mutationFn: () => api.discardDraft({ userId }) })
  const found = data?.draft ?? null
  const draft: Draft | null = found && found.savedAt !== answered ? found : null
  return {
    /** Whether it is known if there is one. */
    known: !isPending,
    draft,
    answer: () => setAnswered(draft?.savedAt ?? null),
    discard: () => {
      setAnswered(draft?.savedAt ?? null)
      discard()
    },
    /** Keeps given-up edits as a draft again, to be found by this page. */
    bringBack: async (edit: Pick<Draft, 'revision' | 'changes'>) => {
      await api.saveDraft({ userId, ...edit })
      await queries.invalidateQueries(query)
    },
  }
}
