import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { headerHeight } from './grid-styles.ts'

/** The one row that the Tab key reaches, and the focus that follows it. */
export type ActiveRow = {
  readonly active: number
  /** Brings the row into sight and gives it the focus. */
  goTo(index: number): void
  /** The row got the focus by itself. */
  arrived(index: number): void
  left(): void
  /** Starts over at the top without taking the focus. */
  reset(): void
  /** Whether one of the rows has the focus. */
  readonly focused: RefObject<boolean>
}

export function useActiveRow({
  body,
  scroller,
  count,
  rowHeight,
  initial,
  focusInitial,
}: {
  readonly body: RefObject<HTMLElement | null>
  readonly scroller: HTMLElement
  readonly count: number
  readonly rowHeight: number
  readonly initial: number
  readonly focusInitial: boolean
}): ActiveRow {
  const [wanted, setWanted] = useState(initial)
  const active = Math.min(wanted, Math.max(count - 1, 0))
  const focused = useRef(false)
  const comes = useRef(focusInitial)

  const focus = useCallback(() => {
    // The focus goes to the body when the row that had it is the last of a list that became shorter.
    const lost = focused.current && document.activeElement === document.body
    if (!comes.current && !lost) return
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (!row) return
    if (comes.current) reveal(scroller, active * rowHeight, rowHeight)
    comes.current = false
    row.focus({ preventScroll: true })
  }, [body, scroller, active, rowHeight])

  // After every change of the rows, since the wanted one may only now be there.
  useLayoutEffect(focus)

  return {
    active,
    goTo: (index) => {
      comes.current = true
      if (index === active) focus()
      setWanted(index)
    },
    arrived: (index) => {
      focused.current = true
      setWanted(index)
    },
    left: () => {
      // Not called for a row that goes away with the focus: React is deaf while it removes rows.
      focused.current = false
    },
    reset: useCallback(() => setWanted(0), []),
    focused,
  }
}

function reveal(scroller: HTMLElement, top: number, height: number) {
  const seen = scroller.clientHeight - headerHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + height > scroller.scrollTop + seen) scroller.scrollTop = top + height - seen
}
