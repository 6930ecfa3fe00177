import { type Chart, type ChartCard, card } from './chart-tree.ts'

/** A part of the chart, in its own pixels. */
export type Area = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The cards that an area shows, in whole or in part. */
export const cardsIn = (chart: Chart, area: Area): readonly ChartCard[] =>
  chart.cards.filter(
    ({ x, y }) =>
      x < area.right && x + card.width > area.left && y < area.bottom && y + card.height > area.top,
  )

/** The lines from managers to their people that an area shows, as one path of SVG. */
export function linesIn(chart: Chart, area: Area): string {
  const parts: string[] = []
  for (const { person, x, y, level } of chart.cards) {
    const manager = level === 1 ? undefined : chart.byId.get(person.managerId ?? '')
    if (!manager) continue
    const from = { x: manager.x + card.width, y: manager.y + card.height / 2 }
    const to = { x, y: y + card.height / 2 }
    const above = Math.min(from.y, to.y)
    const below = Math.max(from.y, to.y)
    if (from.x > area.right || to.x < area.left || above > area.bottom || below < area.top) continue
    const middle = (from.x + to.x) / 2
    parts.push(`M${from.x} ${from.y}H${middle}V${to.y}H${to.x}`)
  }
  return parts.join('')
}
