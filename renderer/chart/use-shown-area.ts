import { type RefObject, useEffect, useState } from 'react'
import type { Area } from './chart-lines.ts'

/** In pixels of the screen: how far beyond its edges a view is drawn. */
const margin = 300

/** The part of the chart that a scrolled and zoomed view shows, with a margin so that scrolling finds it drawn. */
export function useShownArea(view: RefObject<HTMLElement | null>, zoom: number): Area {
  const [area, setArea] = useState<Area>({ left: 0, top: 0, right: 2000, bottom: 1200 })
  useEffect(() => {
    const element = view.current
    if (!element) return undefined
    let frame = 0
    const measure = () => {
      frame = 0
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = element
      setArea({
        left: (scrollLeft - margin) / zoom,
        top: (scrollTop - margin) / zoom,
        right: (scrollLeft + clientWidth + margin) / zoom,
        bottom: (scrollTop + clientHeight + margin) / zoom,
      })
    }
    const soon = () => {
      frame ||= requestAnimationFrame(measure)
    }
    measure()
    const resized = new ResizeObserver(soon)
    resized.observe(element)
    element.addEventListener('scroll', soon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      resized.disconnect()
      element.removeEventListener('scroll', soon)
    }
  }, [view, zoom])
  return area
}
