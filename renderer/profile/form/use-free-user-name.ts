import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { splitUserPrincipalName } from '../../../shared/fields/rules/user-principal-name.ts'
import { useApi } from '../../api/api-context.tsx'
import type { Form } from './form.ts'
import { wantedUserName } from './proposed-names.ts'
import { restingTime } from './resting-time.ts'

/** Looks, once nobody is typing, whether the user name that is proposed is free, and which one is. */
export function useFreeUserName(
  { userId, edits, naming }: Form,
  onFound: (wanted: string, userName: string) => void,
) {
  const api = useApi()
  const { mutate: find } = useMutation({
    mutationFn: (wanted: string) => api.findFreeUserName({ userPrincipalName: wanted }),
    onSuccess: ({ userPrincipalName }, wanted) => onFound(wanted, userPrincipalName),
  })
  const proposed = userId === null && !('userPrincipalName' in edits)
  const wanted = proposed ? wantedUserName(edits, naming) : ''
  const known = wanted === naming.free?.wanted || splitUserPrincipalName(wanted).local === ''
  useEffect(() => {
    if (known) return undefined
    const timer = setTimeout(() => find(wanted), restingTime)
    return () => clearTimeout(timer)
  }, [known, wanted, find])
}
