import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { userQueryOf } from '../../api/queries.ts'

/** The display name of a user; null while it is not known, or without an id. */
export function useUserName(id: string | null): string | null {
  const { data } = useQuery({ ...userQueryOf(useApi(), id ?? ''), enabled: id !== null })
  return data?.displayName ?? null
}
