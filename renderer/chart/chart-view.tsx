import Box from '@mui/material/Box'
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { ChartCard, personAttribute, toggleAttribute } from './chart-card.tsx'
import { findByName, moveBy } from './chart-keys.ts'
import { cardsIn, linesIn } from './chart-lines.ts'
import { type Chart, card as size } from './chart-tree.ts'
import { useDragToScroll } from './use-drag-to-scroll.ts'
import { useShownArea } from './use-shown-area.ts'

/** In pixels around the chart. */
const edge = 24

/**
 * The chart in a view that scrolls, by its bars, the wheel, or by dragging the ground. Only what is shown is
 * drawn, and whoever has the focus.
 */
export function ChartView({
  chart,
  label,
  zoom,
  activeId,
  view,
  onChoose,
  onSetOpen,
  onVisit,
  onZoom,
}: {
  readonly chart: Chart
  readonly label: string
  readonly zoom: number
  readonly activeId: string
  readonly view: RefObject<HTMLDivElement | null>
  readonly onChoose: (id: string) => void
  readonly onSetOpen: (id: string, open: boolean) => void
  readonly onVisit: (id: string) => void
  readonly onZoom: (factor: number) => void
}) {
  const area = useShownArea(view, zoom)
  useDragToScroll(view)
  useZoomingWheel(view, onZoom)
  const shown = useMemo(() => {
    const cards = cardsIn(chart, area)
    const active = chart.byId.get(activeId)
    return active && !cards.includes(active) ? [...cards, active] : cards
  }, [chart, area, activeId])
  const lines = useMemo(() => linesIn(chart, area), [chart, area])
  const tree = useRef<HTMLDivElement>(null)
  const followed = useRef(activeId)

  // The top stands in the middle of its people, who may be many screens high.
  useLayoutEffect(() => {
    tree.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'center' })
  }, [])

  // Whoever is chosen takes the focus where the chart has it, and comes into view.
  useLayoutEffect(() => {
    if (followed.current === activeId) return
    followed.current = activeId
    const element = tree.current?.querySelector<HTMLElement>(
      `[${personAttribute}="${CSS.escape(activeId)}"]`,
    )
    if (tree.current?.contains(document.activeElement)) element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [activeId])

  const press = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey) return
    const move = moveBy(key, chart, activeId)
    if (move && 'to' in move) onChoose(move.to)
    else if (move && 'open' in move) onSetOpen(move.open, true)
    else if (move && 'close' in move) onSetOpen(move.close, false)
    else if (key === 'Enter') onVisit(activeId)
    else if (key === '+') onZoom(zoomStep)
    else if (key === '-') onZoom(1 / zoomStep)
    else if (key.length === 1 && key !== ' ') {
      const found = findByName(key, chart, activeId)
      if (!found) return
      onChoose(found)
    } else return
    event.preventDefault()
  }

  const click = (event: MouseEvent) => {
    const id = personAt(event.target)
    if (id === null) return
    const toggles = event.target instanceof Element && event.target.closest(`[${toggleAttribute}]`)
    if (toggles) onSetOpen(id, !chart.byId.get(id)?.open)
    onChoose(id)
  }

  const visit = (event: MouseEvent) => {
    const id = personAt(event.target)
    if (id !== null) onVisit(id)
  }

  return (
    <Box
      ref={view}
      sx={{
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        bgcolor: 'background.default',
        scrollPadding: '48px',
      }}
    >
      <div
        style={{
          width: chart.width * zoom + 2 * edge,
          height: chart.height * zoom + 2 * edge,
          position: 'relative',
        }}
      >
        <div
          ref={tree}
          role="tree"
          aria-label={label}
          onKeyDown={press}
          onClick={click}
          onDoubleClick={visit}
          style={{
            position: 'absolute',
            left: edge,
            top: edge,
            width: chart.width,
            height: chart.height,
            transform: `scale(${zoom})`,
            transformOrigin: '0 0',
          }}
        >
          <svg
            width={chart.width}
            height={chart.height + size.height}
            style={{ position: 'absolute', inset: 0, overflow: 'visible', pointerEvents: 'none' }}
            aria-hidden
          >
            <path d={lines} fill="none" stroke="var(--mui-palette-divider)" strokeWidth={1.5} />
          </svg>
          {shown.map((each) => (
            <ChartCard key={each.person.id} card={each} active={each.person.id === activeId} />
          ))}
        </div>
      </div>
    </Box>
  )
}

export const zoomStep = 1.25

const personAt = (target: EventTarget | null) =>
  target instanceof Element
    ? (target.closest(`[${personAttribute}]`)?.getAttribute(personAttribute) ?? null)
    : null

/** The wheel with Ctrl, and with it the pinch of a touch pad, zooms. React cannot stop the browser's own zoom. */
function useZoomingWheel(view: RefObject<HTMLElement | null>, onZoom: (factor: number) => void) {
  const zoom = useRef(onZoom)
  useEffect(() => {
    zoom.current = onZoom
  })
  useEffect(() => {
    const element = view.current
    if (!element) return undefined
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      zoom.current(Math.exp(-event.deltaY / 400))
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [view])
}
