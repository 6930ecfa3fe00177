import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Client } from '../../shared/contract/contract.ts'
import { createClient } from './client.ts'
import { historyKey } from './history-key.ts'
import type { Announced, Transport } from './transport.ts'

const ApiContext = createContext<Client | null>(null)

type Listeners = Set<(event: Announced) => void>

/** Who else hears of the application's events: one connection brings them to the whole page. */
export const EventsContext = createContext<Listeners>(new Set())

/** The application, for every component below. */
export function useApi(): Client {
  const api = useContext(ApiContext)
  if (!api) throw new Error('useApi needs an ApiProvider above it.')
  return api
}

/** Connects the page to the application and drops answers that its events make stale. */
export function ApiProvider({
  transport,
  children,
}: {
  readonly transport: Transport
  readonly children: ReactNode
}) {
  const [api] = useState(() => createClient(transport))
  const [queries] = useState(createQueries)
  const [listeners] = useState<Listeners>(() => new Set())
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={queries}>
        <Freshness transport={transport} listeners={listeners} />
        <EventsContext value={listeners}>{children}</EventsContext>
      </QueryClientProvider>
    </ApiContext>
  )
}

/** `networkMode` is "always" because React Query otherwise waits for a network that is never needed. */
const createQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

function Freshness({
  transport,
  listeners,
}: {
  readonly transport: Transport
  readonly listeners: Listeners
}) {
  const queries = useQueryClient()
  useEffect(
    () =>
      transport.onEvent((event) => {
        for (const listener of listeners) listener(event)
        const { type } = event
        if (type === 'lock-asked' || type === 'command-chosen') return
        if (type === 'history-changed') void queries.invalidateQueries({ queryKey: historyKey })
        // A locked application refuses everything, so what was read while it was open must go.
        else if (type === 'status-changed') void queries.resetQueries()
        else void queries.invalidateQueries({ predicate: ({ meta }) => meta?.lasting !== true })
      }),
    [transport, queries, listeners],
  )
  return null
}
