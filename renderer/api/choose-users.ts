import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { useApi } from './api-context.tsx'

/** What the list of users was left like is remembered under this key. */
export const leftListKey = 'left-list'

/** The columns of a list that was never left yet. */
const firstColumns = ['displayName', 'userPrincipalName', 'jobTitle', 'department'] as const

/** Opens the list of users with these chosen, and nothing searched for or filtered out. */
export function useChooseUsers(): (ids: readonly string[]) => Promise<void> {
  const api = useApi()
  const queries = useQueryClient()
  return useCallback(
    async (ids) => {
      const { state } = await api.getListState({})
      const left = state ?? { sort: [], columns: [...firstColumns], widths: {} }
      await api.setListState({
        state: { ...left, search: '', filters: [], firstRow: 0, selected: [...ids] },
      })
      queries.removeQueries({ queryKey: [leftListKey] })
      goTo(places.users)
    },
    [api, queries],
  )
}
