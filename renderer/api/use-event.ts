import { useContext, useEffect } from 'react'
import type { RosterEvent } from '../../shared/contract/events.ts'
import { EventsContext } from './api-context.tsx'

/** Runs something whenever the application announces this. */
export function useEvent(type: RosterEvent['type'], run: () => void) {
  const listeners = useContext(EventsContext)
  useEffect(() => {
    const listener = (announced: string) => {
      if (announced === type) run()
    }
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [listeners, type, run])
}
