import { useContext, useEffect } from 'react'
import type { RosterEvent } from '../../shared/contract/events.ts'
import { EventsContext } from './api-context.tsx'
import type { Announced } from './transport.ts'

type EventOf<T extends RosterEvent['type']> = Extract<RosterEvent, { readonly type: T }>

/** Runs something whenever the application announces this. */
export function useEvent<T extends RosterEvent['type']>(type: T, run: (event: EventOf<T>) => void) {
  const listeners = useContext(EventsContext)
  useEffect(() => {
    const listener = (announced: Announced) => {
      if (isOf(type, announced)) run(announced)
    }
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [listeners, type, run])
}

const isOf = <T extends RosterEvent['type']>(type: T, event: Announced): event is EventOf<T> =>
  event.type === type
