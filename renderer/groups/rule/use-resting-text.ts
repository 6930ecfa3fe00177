import { useEffect, useState } from 'react'

const restingTime = 250

/** A text once nobody has typed for a moment. */
export function useRestingText(text: string): string {
  const [resting, setResting] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setResting(text), restingTime)
    return () => clearTimeout(timer)
  }, [text])
  return resting
}
