import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '../api/api-context.tsx'

/** In milliseconds. */
const tick = 200

/** How many seconds the next try to sign in has to wait, counted down; and the way to ask anew. */
export function useSignInWait() {
  const api = useApi()
  const { data, refetch } = useQuery({
    queryKey: ['signInWait'],
    queryFn: async () => {
      const { milliseconds } = await api.getSignInWait({})
      return { waits: milliseconds > 0, until: performance.now() + milliseconds }
    },
    gcTime: 0,
    meta: { lasting: true },
  })
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!data?.waits) {
      setSeconds(0)
      return undefined
    }
    const count = () => {
      const left = Math.ceil((data.until - performance.now()) / 1000)
      setSeconds(Math.max(0, left))
      if (left > 0) return
      clearInterval(timer)
      void refetch()
    }
    const timer = setInterval(count, tick)
    count()
    return () => clearInterval(timer)
  }, [data, refetch])
  return { seconds, ask: refetch }
}
