import { type RefObject, useEffect } from 'react'

/** Lets the ground of a view be dragged, as one pushes a sheet of paper. */
export function useDragToScroll(view: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = view.current
    if (!element) return undefined
    let from: { x: number; y: number; left: number; top: number } | null = null
    const begin = (event: PointerEvent) => {
      const onGround = event.target instanceof Element && !event.target.closest('[role=treeitem]')
      // Not on the scroll bars, which lie beyond what the view has room for.
      const inside = event.offsetX < element.scrollWidth && event.clientX < rightOf(element)
      if (event.button !== 0 || event.pointerType === 'touch' || !onGround || !inside) return
      const { scrollLeft: left, scrollTop: top } = element
      from = { x: event.clientX, y: event.clientY, left, top }
      element.setPointerCapture(event.pointerId)
      element.style.cursor = 'grabbing'
    }
    const move = (event: PointerEvent) => {
      if (from)
        element.scrollTo(from.left + from.x - event.clientX, from.top + from.y - event.clientY)
    }
    const end = () => {
      from = null
      element.style.cursor = ''
    }
    element.addEventListener('pointerdown', begin)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', end)
    element.addEventListener('pointercancel', end)
    return () => {
      element.removeEventListener('pointerdown', begin)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', end)
      element.removeEventListener('pointercancel', end)
    }
  }, [view])
}

const rightOf = (element: HTMLElement) =>
  element.getBoundingClientRect().left + element.clientLeft + element.clientWidth
