import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Client } from '../../shared/contract/contract.ts'
import type { Draft, KeptEdits } from '../../shared/contract/personal-requests.ts'
import { useApi } from '../api/api-context.tsx'

const draftQuery = (api: Client, userId: string) =>
  queryOptions({
    queryKey: ['draft', userId],
    queryFn: () => api.getDraft({ userId }),
    // Each visit asks anew; what happens in the directory meanwhile changes no draft.
    gcTime: 0,
    meta: { lasting: true },
  })

let resumed: string | null = null

/** The draft of this user is taken up without a question when their page is next shown. */
export function resumeDraft(userId: string): void {
  resumed = userId
}

/**
 * The unsaved edit found when a page was opened, until it is taken up or given up. `fits` tells whether a draft can be
 * gone on with on this very page.
 */
export function useDraft(userId: string, fits: (draft: Draft) => boolean) {
  const api = useApi()
  const queries = useQueryClient()
  const query = draftQuery(api, userId)
  const { data, isPending } = useQuery(query)
  const [answered, setAnswered] = useState<string | null>(null)
  const [begun, setBegun] = useState<Draft | null>(null)
  const { mutate: discard } = useMutation({ mutationFn: () => api.discardDraft({ userId }) })
  const found = data?.draft ?? null
  const draft: Draft | null = found && found.savedAt !== answered ? found : null
  const begin = (from: Draft | null) => {
    setBegun(from)
    setAnswered(found?.savedAt ?? null)
  }
  if (draft && resumed === userId && fits(draft)) begin(draft)
  useEffect(() => {
    if (!isPending && resumed === userId) resumed = null
  }, [isPending, userId])
  return {
    /** Whether it is known if there is one. */
    known: !isPending,
    draft,
    /** What was taken up. */
    begun,
    /** Takes a draft up, or begins with none and leaves what was found alone. */
    begin,
    discard: () => {
      setAnswered(draft?.savedAt ?? null)
      discard()
    },
    /** Keeps given-up edits as a draft again, to be found by this page. */
    bringBack: async (edits: KeptEdits) => {
      await api.saveDraft({ userId, ...edits })
      await queries.invalidateQueries(query)
    },
  }
}
