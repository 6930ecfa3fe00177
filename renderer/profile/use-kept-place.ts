import { useEffect, useLayoutEffect, useRef } from 'react'
import { cardIdOf, columns } from './section-cards.ts'

type Place = {
  readonly scroller: HTMLElement
  readonly card: string
  /** Where the card begins in the window. */
  readonly top: number
}

const cards = columns.flat().map(cardIdOf)

/** Fields are taller than values: keeps the card one looks at in its place when one becomes the other. */
export function useKeptPlace(form: boolean) {
  const place = useRef<Place | null>(null)
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (target instanceof HTMLElement) place.current = placeIn(target) ?? place.current
    }
    window.addEventListener('scroll', note, { capture: true, passive: true })
    return () => window.removeEventListener('scroll', note, { capture: true })
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of this that moves the cards.
  useLayoutEffect(() => {
    const { scroller, card, top } = place.current ?? {}
    const now = card === undefined ? undefined : document.getElementById(card)
    if (scroller && now && top !== undefined)
      scroller.scrollTop += now.getBoundingClientRect().top - top
  }, [form])
}

/** The first card that is not scrolled away; null for what scrolls inside of a card. */
function placeIn(scroller: HTMLElement): Place | null {
  const begin = scroller.getBoundingClientRect().top + 40
  for (const card of cards) {
    const element = document.getElementById(card)
    if (!element || !scroller.contains(element)) return null
    const { top, bottom } = element.getBoundingClientRect()
    if (bottom > begin) return { scroller, card, top }
  }
  return null
}
