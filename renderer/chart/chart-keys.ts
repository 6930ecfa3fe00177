import type { Chart } from './chart-tree.ts'

/** What a key does in the chart: move to somebody, open or close somebody's people, or nothing. */
export type ChartMove =
  | { readonly to: string }
  | { readonly open: string }
  | { readonly close: string }
  | null

/** The keys of a tree (WAI-ARIA Authoring Practices): arrows, Home and End. */
export function moveBy(key: string, chart: Chart, activeId: string): ChartMove {
  const at = chart.cards.findIndex(({ person }) => person.id === activeId)
  const active = chart.cards[at]
  if (!active) return null
  const to = (place: number): ChartMove => {
    const next = chart.cards[place]
    return next ? { to: next.person.id } : null
  }
  switch (key) {
    case 'ArrowDown':
      return to(at + 1)
    case 'ArrowUp':
      return at === 0 ? null : to(at - 1)
    case 'Home':
      return to(0)
    case 'End':
      return to(chart.cards.length - 1)
    case 'ArrowRight':
      if (active.open === null) return null
      return active.open ? to(at + 1) : { open: activeId }
    case 'ArrowLeft': {
      if (active.open) return { close: activeId }
      const manager = active.level === 1 ? undefined : active.person.managerId
      return manager && chart.byId.has(manager) ? { to: manager } : null
    }
    default:
      return null
  }
}

/** The next person, from the active one on and around, whose name begins with what was typed. */
export function findByName(typed: string, chart: Chart, activeId: string): string | null {
  const at = chart.cards.findIndex(({ person }) => person.id === activeId)
  const inOrder = [...chart.cards.slice(at + 1), ...chart.cards.slice(0, at + 1)]
  const wanted = typed.toLocaleLowerCase()
  const found = inOrder.find(({ person }) =>
    person.displayName.toLocaleLowerCase().startsWith(wanted),
  )
  return found?.person.id ?? null
}
