import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Preferences } from '../../shared/contract/preferences.ts'
import { useApi } from '../api/api-context.tsx'
import { preferencesQuery } from '../api/queries.ts'

/** Changes preferences, which are shown as soon as they are kept. */
export function usePreferenceChange() {
  const api = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (changes: Partial<Preferences>) => api.setPreferences(changes),
    onSuccess: (saved) => queries.setQueryData(preferencesQuery(api).queryKey, saved),
  })
}
