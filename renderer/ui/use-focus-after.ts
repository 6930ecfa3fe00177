import { useEffect, useRef } from 'react'

/** What stood in the place of something takes the focus along when it goes; `id` is the next best place. */
export function useFocusAfter(shown: boolean, id: string) {
  const wasShown = useRef(shown)
  useEffect(() => {
    if (wasShown.current && !shown) document.getElementById(id)?.focus({ preventScroll: true })
    wasShown.current = shown
  }, [shown, id])
}
