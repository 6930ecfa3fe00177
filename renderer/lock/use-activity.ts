import { useEffect } from 'react'
import { useApi } from '../api/api-context.tsx'
import { Activity } from './activity.ts'

/** In milliseconds: the application counts minutes, so it need not hear of every key. */
const pause = 15_000

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus'] as const

/** While somebody is signed in, tells the application that they are at the page. */
export function useActivity(signedIn: boolean) {
  const api = useApi()
  useEffect(() => {
    if (!signedIn) return undefined
    // Locked meanwhile: then there is nothing to put off.
    const activity = new Activity(() => void api.reportActivity({}).catch(() => {}), pause)
    const options = { capture: true, passive: true } as const
    for (const sign of signs) window.addEventListener(sign, activity.note, options)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, activity.note, options)
      activity.stop()
    }
  }, [api, signedIn])
}
